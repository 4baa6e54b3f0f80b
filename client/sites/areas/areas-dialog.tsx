import { type FormEvent, useId, useState } from 'react';
import { Button } from 'react-aria-components';
import { keepShape, sendRedLine } from '#client/api/areas.ts';
import { useNationalGrid } from '#client/state/national-grid.ts';
import { Callout } from '#client/ui/callout.tsx';
import { DialogBox } from '#client/ui/dialog-box.tsx';
import type { AreaGeometry } from '#data/query/area.ts';
import type { KeptArea } from '#data/schema/kept-area.ts';
import type { SitesDesk } from '../state/desk.ts';
import { FileRead } from './file-read.tsx';
import {
  areaOf,
  areasOfFile,
  areFaults,
  type LineFault,
  POINT_RADIUS_M,
  readAreas,
  textOrKeep,
} from './read-areas.ts';

type AreasDialogProps = { readonly desk: SitesDesk; readonly onClose: () => void };

/** Why something is not used, and whether it was a file or pasted. */
type Trouble = { readonly of: 'file' | 'text'; readonly words: string };

/** What was read of a file, by its name. */
type ReadFile = { readonly name: string; readonly kept: KeptArea };

const FORMATS = '.geojson,.json,.zip,.gpkg,.kml,.kmz,.gml,.dxf,.fgb,.csv,.wkt,.tab,.mif';

/** Look through areas of one's own: pasted, one a line, or out of a red line file. */
export function AreasDialog({ desk, onClose }: AreasDialogProps) {
  const { grid, hasFailed } = useNationalGrid(true);
  const [text, setText] = useState('');
  const [faults, setFaults] = useState<readonly LineFault[]>([]);
  const [trouble, setTrouble] = useState<Trouble>();
  const [file, setFile] = useState<ReadFile>();
  const [isSending, setSending] = useState(false);
  const id = useId();
  const use = (areas: readonly string[]) => {
    desk.dispatch({ kind: 'ground', ground: { kind: 'areas', areas } });
    onClose();
  };
  const attempt = async (of: Trouble['of'], work: () => Promise<void>) => {
    setSending(true);
    setTrouble(undefined);
    setFaults([]);
    try {
      await work();
    } catch (error) {
      setTrouble({ of, words: error instanceof Error ? error.message : 'It could not be read.' });
    }
    setSending(false);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const read = readAreas(text, grid?.toWgs84 ?? (() => undefined));
    if (areFaults(read)) return setFaults(read);
    void attempt('text', async () => {
      use(await Promise.all(read.map(({ geometry }) => textOf(geometry, read.length))));
    });
  };
  const send = (chosen: File) =>
    void attempt('file', async () => {
      setFile(undefined);
      setFile({ name: chosen.name, kept: await sendRedLine(chosen, true) });
    });
  return (
    <DialogBox title="Use my own areas" onClose={onClose}>
      <form className="areas-form" onSubmit={submit}>
        <section className="areas-file" aria-label="From a file">
          <h3>From a file</h3>
          <p>
            GeoJSON, a zipped shapefile, KML, GeoPackage, DXF or another map file. Each shape in it
            is an area. Only the shapes are kept, under an address made of them alone.
          </p>
          <label className="button file-button">
            {isSending ? 'Reading…' : 'Choose a red line file'}
            <input
              type="file"
              className="hidden"
              accept={FORMATS}
              onChange={({ target }) => {
                const [chosen] = target.files ?? [];
                if (chosen) send(chosen);
                // the same file can be chosen again, once it is mended
                target.value = '';
              }}
            />
          </label>
          <div role="alert">{trouble?.of === 'file' && <NotUsed {...trouble} />}</div>
          <div role="status">{file && <FileRead {...file} />}</div>
          {file && (
            <Button className="button primary" onPress={() => use(areasOfFile(file.kept))}>
              {sayUse(areasOfFile(file.kept).length)}
            </Button>
          )}
        </section>
        <label htmlFor={id}>
          Or paste one area a line
          <small>
            WKT, coordinates of the corners, a National Grid reference (SJ 8090 9290), or GeoJSON. A
            point or a line gets {POINT_RADIUS_M} m of ground round it.
          </small>
        </label>
        <textarea
          id={id}
          value={text}
          rows={5}
          spellCheck={false}
          aria-invalid={faults.length > 0}
          aria-describedby={`${id}-fault`}
          onChange={({ target }) => setText(target.value)}
        />
        <div id={`${id}-fault`} role="alert">
          <Faults faults={faults} />
          {trouble?.of === 'text' && <NotUsed {...trouble} />}
          {hasFailed && (
            <Callout tone="warn" title="The National Grid does not load.">
              Grid references cannot be read; longitude and latitude can.
            </Callout>
          )}
        </div>
        <div className="dialog-foot">
          <Button type="submit" className="button primary" isDisabled={isSending}>
            Use the pasted areas
          </Button>
        </div>
      </form>
    </DialogBox>
  );
}

const sayUse = (count: number): string =>
  count === 1 ? 'Use this area' : `Use these ${count} areas`;

const NotUsed = ({ words }: Trouble) => (
  <Callout tone="bad" title="Not used; your search is as it was.">
    {words}
  </Callout>
);

/** What is wrong, line by line. */
const Faults = ({ faults }: { readonly faults: readonly LineFault[] }) =>
  faults.map(({ line, what, where, mend }) => (
    <Callout key={line} tone="bad" title={`Line ${line}: ${what}`}>
      {where && <code>{where}</code>} {mend}
    </Callout>
  ));

/** The text of an area: in the address, or kept by the server where it is too long for one. */
async function textOf(geometry: AreaGeometry, among: number): Promise<string> {
  const area = areaOf(geometry);
  const written = textOrKeep(area, among);
  if ('text' in written) return written.text;
  const { text } = await keepShape(written.keep);
  return area.bufferM === undefined ? text : `${text}~${area.bufferM}m`;
}
