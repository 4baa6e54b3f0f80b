import { useEffect, useMemo, useState } from 'react';
import { Button } from 'react-aria-components';
import { legendOf } from '#client/map/legend.ts';
import type { MapController } from '#client/map/map-controller.ts';
import type { View } from '#client/state/view.ts';
import type { WorkbenchLayer } from '#client/state/workbench.ts';
import { Callout } from '#client/ui/callout.tsx';
import { DialogBox } from '#client/ui/dialog-box.tsx';
import { Icon } from '#client/ui/icon.tsx';
import { savePicture } from './compose-picture.ts';
import { fitsBeside, fitted, PX_PER_MM, type Sheet, sheetOf, zoomAtScale } from './paper.ts';
import { FIRST_CHOICE, type PrintChoice } from './print-choice.ts';
import { PrintOptions } from './print-options.tsx';
import { PrintSheet } from './print-sheet.tsx';
import './print.css';

export type PrintViewProps = {
  readonly controller: MapController;
  readonly view: View & { readonly widthKm: number };
  readonly placeName: string;
  readonly region: string;
  /** Layers on the map, hidden ones left out. */
  readonly layers: readonly WorkbenchLayer[];
  readonly credits: readonly string[];
  /** What filters leave of the layers. */
  readonly notes: readonly string[];
  readonly address: string;
  readonly onClose: () => void;
};

/** How long a choice must stand before it is drawn, ms: several are made one after the other. */
const SETTLE_MS = 250;

/** Dots per CSS pixel of a print: 300 to the inch. */
const PRINT_RATIO = 300 / 96;

/** The map on a sheet of paper: legend, scale, north, date and credits; printed or saved as a picture. */
export function PrintView(props: PrintViewProps) {
  const { controller, placeName, layers, credits, notes, address, onClose } = props;
  // printing resizes the page and with it the map behind: the sheet keeps to what was seen
  const [view] = useState(props.view);
  const [choice, setChoice] = useState<PrintChoice>({ ...FIRST_CHOICE, title: placeName });
  const { sheet, isBeside } = useSheet(layers, choice);
  const shown = useMemo(() => viewOn(sheet, view, choice.scale), [sheet, view, choice.scale]);
  const picture = usePicture(controller, sheet, { view: shown, mode: choice.mode });
  const onSheet = {
    ...choice,
    sheet,
    isBeside,
    view: shown,
    layers: layers.filter(({ summary }) => shown.zoom >= summary.minZoom),
    credits,
    notes,
    address,
    on: new Date(),
  };
  const save = () => {
    if (picture.blob) void savePicture(picture.blob, onSheet);
  };
  return (
    <DialogBox title="Print" onClose={onClose} isWide>
      <div className="print-view">
        <div className="print-controls">
          <PrintOptions
            choice={choice}
            onChange={setChoice}
            scale={onSheet.view.zoom}
            lat={view.lat}
          />
          {picture.problem !== undefined && (
            <Callout tone="bad" title="The picture could not be made.">
              {picture.problem}
            </Callout>
          )}
          <div className="dialog-foot">
            <Button className="button" isDisabled={!picture.blob} onPress={save}>
              <Icon name="download" size={18} />
              Save as picture
            </Button>
            <Button className="button primary" isDisabled={!picture.blob} onPress={() => print()}>
              <Icon name="print" size={18} />
              Print
            </Button>
          </div>
          <p className="meta-line">
            Print at 100 %, margins “none”: the scale is then true. To keep a PDF choose “Save as
            PDF”.
          </p>
        </div>
        <div className="print-preview" role="status" aria-live="polite">
          <span className="hidden">{picture.url ? 'The sheet is ready.' : 'Drawing the map…'}</span>
          <PrintSheet {...onSheet} url={picture.url} />
        </div>
      </div>
    </DialogBox>
  );
}

/** The sheet, and whether the whole legend finds room on it. */
function useSheet(layers: readonly WorkbenchLayer[], { paper, turn, mode }: PrintChoice) {
  return useMemo(() => {
    const counts = layers.map(({ summary }) => legendOf(summary, mode).length);
    const isBeside = fitsBeside(counts, turn, sheetOf(paper, turn));
    return { isBeside, sheet: sheetOf(paper, turn, isBeside) };
  }, [layers, paper, turn, mode]);
}

/** The camera of the sheet: the chosen scale, or as much ground as the screen showed. */
function viewOn(sheet: Sheet, view: PrintViewProps['view'], scale: number | undefined): View {
  return scale === undefined
    ? fitted(view, view.widthKm * 1_000, sheet)
    : { ...view, zoom: zoomAtScale(view.lat, scale) };
}

type Pictured = { readonly view: View; readonly mode: PrintChoice['mode'] };
type Picture = { readonly url?: string; readonly blob?: Blob; readonly problem?: string };

/** The map of the sheet, drawn again whenever the sheet changes. */
function usePicture(controller: MapController, sheet: Sheet, { view, mode }: Pictured): Picture {
  const [picture, setPicture] = useState<Picture>({});
  const { mapWidthMm, mapHeightMm } = sheet;
  useEffect(() => {
    let [isCurrent, url] = [true, ''];
    setPicture({});
    const size = { widthPx: mapWidthMm * PX_PER_MM, heightPx: mapHeightMm * PX_PER_MM };
    const draw = () =>
      controller.still({ ...size, pixelRatio: PRINT_RATIO, view, mode }).then(
        (blob) => {
          url = URL.createObjectURL(blob);
          if (isCurrent) setPicture({ url, blob });
          else URL.revokeObjectURL(url);
        },
        (error: unknown) => {
          const problem = error instanceof Error ? error.message : `${error}`;
          if (isCurrent) setPicture({ problem });
        },
      );
    const timer = setTimeout(() => void draw(), SETTLE_MS);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
      if (url !== '') URL.revokeObjectURL(url);
    };
  }, [controller, mapWidthMm, mapHeightMm, view, mode]);
  return picture;
}
