import { useId, useState } from 'react';
import { Button } from 'react-aria-components';
import { type NationalGrid, sayMetres, useNationalGrid } from '#client/state/national-grid.ts';
import { Callout } from '#client/ui/callout.tsx';
import { DialogBox } from '#client/ui/dialog-box.tsx';
import { Segmented } from '#client/ui/segmented.tsx';
import type { Area } from '#data/query/area.ts';
import type { LngLat } from '#data/schema/geometry.ts';
import { JOININGS, type Joining, type LineFault, readCoordinates } from './read-coordinates.ts';

type TypeDialogProps = {
  /** What is drawn now: the text to begin with. */
  readonly corners: readonly LngLat[];
  readonly isLine: boolean;
  readonly onArea: (area: Area) => void;
  readonly onClose: () => void;
};

/** Say where by text: the way in for whoever does not draw, and for coordinates that came in a letter. */
export function TypeDialog(props: TypeDialogProps) {
  const { grid, hasFailed } = useNationalGrid(true);
  return (
    <DialogBox title="Type coordinates" onClose={props.onClose}>
      {grid === undefined && !hasFailed && <p role="status">Loading the National Grid…</p>}
      {hasFailed && (
        <Callout tone="warn" title="The National Grid does not load.">
          Grid references cannot be read; longitude and latitude can.
        </Callout>
      )}
      {(grid !== undefined || hasFailed) && <TypeForm {...props} grid={grid} />}
    </DialogBox>
  );
}

type TypeFormProps = TypeDialogProps & { readonly grid: NationalGrid | undefined };

const JOINING_WORDS: Readonly<Record<Joining, string>> = {
  number: 'By their number',
  polygon: 'As an area',
  line: 'As a line',
};

function TypeForm({ grid, corners, isLine, onArea, onClose }: TypeFormProps) {
  const id = useId();
  const [text, setText] = useState(() => textOf(corners, grid));
  const [joining, setJoining] = useState<Joining>(isLine ? 'line' : 'number');
  const [faults, setFaults] = useState<readonly LineFault[]>([]);
  const submit = () => {
    const read = readCoordinates(text, grid?.toWgs84 ?? (() => undefined), joining);
    if (!('type' in read)) return setFaults(read);
    onArea({ subject: { kind: 'shape', geometry: read } });
    onClose();
  };
  return (
    <form
      className="type-form"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <label htmlFor={id}>
        Coordinates
        <small>
          One corner a line: a grid reference (SJ 8090 9290), easting and northing (380900, 392900)
          or latitude and longitude (53.4301, −2.2843). Or paste WKT or GeoJSON.
        </small>
      </label>
      <textarea
        id={id}
        value={text}
        spellCheck={false}
        aria-invalid={faults.length > 0}
        aria-describedby={`${id}-fault`}
        onChange={(event) => setText(event.target.value)}
      />
      <div id={`${id}-fault`} role="alert">
        {faults.map(({ line, what, where, mend }) => (
          <Callout
            key={line ?? 0}
            tone="bad"
            title={line === undefined ? what : `Line ${line}: ${what}`}
          >
            {where && <code>{where}</code>} {mend}
          </Callout>
        ))}
      </div>
      <Segmented
        label="How the corners are joined"
        value={joining}
        choices={JOININGS.map((value) => ({ value, label: JOINING_WORDS[value] }))}
        onChange={setJoining}
      />
      <p className="meta-line">
        By their number: one corner is a point, two are a line, three or more an area. Grid
        references are placed by Ordnance Survey’s OSTN15, to the metre.
      </p>
      <div className="type-actions">
        <Button type="submit" className="button primary">
          Use these coordinates
        </Button>
        <Button className="button" onPress={onClose}>
          Cancel
        </Button>
      </div>
    </form>
  );
}

function textOf(corners: readonly LngLat[], grid: NationalGrid | undefined): string {
  return corners.map((at) => (grid && sayMetres(grid, at)) ?? `${at[1]}, ${at[0]}`).join('\n');
}
