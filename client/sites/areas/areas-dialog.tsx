import { type FormEvent, useId, useState } from 'react';
import { Button } from 'react-aria-components';
import { keepShape, sendRedLine } from '#client/api/areas.ts';
import { useNationalGrid } from '#client/state/national-grid.ts';
import { Callout } from '#client/ui/callout.tsx';
import { DialogBox } from '#client/ui/dialog-box.tsx';
import type { AreaGeometry } from '#data/query/area.ts';
import type { SitesDesk } from '../state/desk.ts';
import {
  areaOf,
  areFaults,
  type LineFault,
  POINT_RADIUS_M,
  readAreas,
  textOrKeep,
} from './read-areas.ts';

type AreasDialogProps = { readonly desk: SitesDesk; readonly onClose: () => void };

const BEGIN = 'Paste one area a line';

/** Look through areas of one's own: pasted, one a line, or out of a red line file. */
export function AreasDialog({ desk, onClose }: AreasDialogProps) {
  const { grid, hasFailed } = useNationalGrid(true);
  const [text, setText] = useState('');
  const [faults, setFaults] = useState<readonly LineFault[]>([]);
  const [trouble, setTrouble] = useState<string>();
  const [isSending, setSending] = useState(false);
  const id = useId();
  const use = async (find: () => Promise<readonly string[]>) => {
    setSending(true);
    setTrouble(undefined);
    try {
      desk.dispatch({ kind: 'ground', ground: { kind: 'areas', areas: await find() } });
      onClose();
    } catch (error) {
      setTrouble(error instanceof Error ? error.message : 'The areas could not be read.');
      setSending(false);
    }
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const read = readAreas(text, grid?.toWgs84 ?? (() => undefined));
    if (areFaults(read)) return setFaults(read);
    setFaults([]);
    void use(() => Promise.all(read.map(({ geometry }) => textOf(geometry))));
  };
  return (
    <DialogBox title="Use my own areas" onClose={onClose}>
      <form className="areas-form" onSubmit={submit}>
        <label htmlFor={id}>
          {BEGIN}
          <small>
            WKT, coordinates of the corners, a National Grid reference (SJ 8090 9290), or GeoJSON. A
            point or a line gets {POINT_RADIUS_M} m of ground round it.
          </small>
        </label>
        <textarea
          id={id}
          value={text}
          rows={7}
          spellCheck={false}
          aria-invalid={faults.length > 0}
          aria-describedby={`${id}-fault`}
          onChange={({ target }) => setText(target.value)}
        />
        <div id={`${id}-fault`} role="alert">
          {faults.map(({ line, what, where, mend }) => (
            <Callout key={line} tone="bad" title={`Line ${line}: ${what}`}>
              {where && <code>{where}</code>} {mend}
            </Callout>
          ))}
          {trouble !== undefined && (
            <Callout tone="bad" title="Not used.">
              {trouble}
            </Callout>
          )}
          {hasFailed && (
            <Callout tone="warn" title="The National Grid does not load.">
              Grid references cannot be read; longitude and latitude can.
            </Callout>
          )}
        </div>
        <div className="dialog-foot">
          <label className="button file-button">
            Use a red line file
            <input
              type="file"
              className="hidden"
              accept=".geojson,.json,.zip,.gpkg,.kml,.kmz,.gml,.dxf,.fgb,.csv,.wkt,.tab,.mif"
              onChange={({ target }) => {
                const [file] = target.files ?? [];
                if (file) void use(async () => [(await sendRedLine(file)).text]);
              }}
            />
          </label>
          <Button type="submit" className="button primary" isDisabled={isSending}>
            {isSending ? 'Reading…' : 'Use these areas'}
          </Button>
        </div>
      </form>
    </DialogBox>
  );
}

/** The text of an area: in the address, or kept by the server where it is too long for one. */
async function textOf(geometry: AreaGeometry): Promise<string> {
  const written = textOrKeep(areaOf(geometry));
  return 'text' in written ? written.text : (await keepShape(written.keep)).text;
}
