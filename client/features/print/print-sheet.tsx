import type { CSSProperties } from 'react';
import { SwatchPicture } from '#client/map/layer-swatch.tsx';
import { legendOf } from '#client/map/legend.ts';
import { scaleBar } from '#client/state/scale.ts';
import { metresPerPixel, type View } from '#client/state/view.ts';
import type { WorkbenchLayer } from '#client/state/workbench.ts';
import { formatCount, formatDistance } from '#client/ui/format.ts';
import { EDGE_MM, type Sheet, scaleAtZoom } from './paper.ts';
import type { PrintChoice } from './print-choice.ts';

/** Everything that stands on a sheet. */
export type OnSheet = PrintChoice & {
  readonly sheet: Sheet;
  /** Whether the legend stands beside the map, not on a sheet of its own. */
  readonly isBeside: boolean;
  readonly view: View;
  readonly layers: readonly WorkbenchLayer[];
  readonly credits: readonly string[];
  /** What filters leave of the layers. */
  readonly notes: readonly string[];
  readonly address: string;
  readonly on: Date;
};

/** What holds for every layer. */
export const STATES = 'Dotted lines and hollow marks: planned. Pale: no longer in use, or refused.';

/** Longest scale bar on paper, CSS px. */
const SCALE_PX = 150;

/** A sheet as it will be printed; shown smaller while it is a preview. */
export function PrintSheet(props: OnSheet & { readonly url: string | undefined }) {
  const { sheet, title, turn, paper, mode, layers, credits, notes, address, on, url, isBeside } =
    props;
  const size = {
    '--sheet-width': `${sheet.widthMm}mm`,
    '--sheet-height': `${sheet.heightMm}mm`,
    '--map-width': `${sheet.mapWidthMm}mm`,
    '--map-height': `${sheet.mapHeightMm}mm`,
    '--edge': `${EDGE_MM}mm`,
  } as CSSProperties;
  return (
    <>
      <article
        className={`print-sheet ${turn}${isBeside ? '' : ' map-alone'}`}
        data-theme="light"
        style={size}
        aria-label="Sheet"
      >
        <style>{`@page { size: ${paper} ${turn}; margin: 0 }`}</style>
        <header>
          <h1>{title}</h1>
          <p>ODIN, the open data infrastructure map{!isBeside && ' · legend on the next sheet'}</p>
        </header>
        <figure className={url ? 'print-map' : 'print-map waiting'}>
          {url && <img src={url} alt={`Map of ${title} with ${layers.length} layers`} />}
          <NorthArrow />
        </figure>
        {isBeside && <PrintLegend layers={layers} mode={mode} />}
        <footer>
          <PaperScale {...props} />
          {notes.length > 0 && <p>Filtered. {notes.join(' ')}</p>}
          <p className="print-credits">{credits.join(' ')}</p>
          <p className="print-address">
            Printed {on.toLocaleDateString('en-GB', { dateStyle: 'long' })}. {address}
          </p>
        </footer>
      </article>
      {!isBeside && (
        <article
          className="print-sheet legend-sheet"
          data-theme="light"
          style={size}
          aria-label="Legend sheet"
        >
          <header>
            <h1>Legend: {title}</h1>
          </header>
          <PrintLegend layers={layers} mode={mode} />
        </article>
      )}
    </>
  );
}

function PrintLegend({ layers, mode }: Pick<OnSheet, 'layers' | 'mode'>) {
  return (
    <section className="print-legend" aria-label="Legend">
      {layers.map(({ id, summary }) => (
        <div key={id}>
          <h2>
            {summary.title}
            {summary.synthetic && ' (synthetic, not fact)'}
          </h2>
          <ul>
            {legendOf(summary, mode).map(({ label, swatch }) => (
              <li key={label}>
                <SwatchPicture swatch={swatch} />
                {label}
              </li>
            ))}
          </ul>
        </div>
      ))}
      <p className="print-signs">{STATES}</p>
    </section>
  );
}

function PaperScale({ view, paper }: Pick<OnSheet, 'view' | 'paper'>) {
  const { distanceM, widthPx } = scaleBar(metresPerPixel(view.lat, view.zoom), SCALE_PX);
  return (
    <p className="print-scale">
      <span className="print-bar" style={{ width: widthPx }}>
        {formatDistance(distanceM)}
      </span>
      1 : {formatCount(roundScale(scaleAtZoom(view.lat, view.zoom)))} on {paper}
    </p>
  );
}

/** To three figures: nobody measures finer on paper. */
function roundScale(n: number): number {
  const step = 10 ** Math.max(0, Math.floor(Math.log10(n)) - 2);
  return Math.round(n / step) * step;
}

/** The map is never turned: north is up. */
function NorthArrow() {
  return (
    <svg
      className="print-north"
      viewBox="0 0 24 36"
      width="24"
      height="36"
      role="img"
      aria-label="North is up"
    >
      <path d="M12 2 20 24 12 19.5 4 24Z" fill="#17191c" stroke="#fff" strokeWidth="1.5" />
      <text x="12" y="35" textAnchor="middle" fontSize="11" fontWeight="700" fill="#17191c">
        N
      </text>
    </svg>
  );
}
