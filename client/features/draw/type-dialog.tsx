import { useId, useState } from 'react';
import { Button } from 'react-aria-components';
import { Callout } from '#client/ui/callout.tsx';
import { DialogBox } from '#client/ui/dialog-box.tsx';
import type { Area, AreaFault } from '#data/query/area.ts';
import { readTypedArea } from '#data/query/area-typed.ts';
import type { LngLat } from '#data/schema/geometry.ts';
import { type NationalGrid, sayMetres, useNationalGrid } from './national-grid.ts';

type TypeDialogProps = {
  /** What is drawn now: the text to begin with. */
  readonly corners: readonly LngLat[];
  readonly onArea: (area: Area) => void;
  readonly onClose: () => void;
};

/** Say where by text: the way in for whoever does not draw, and for coordinates that came in a letter. */
export function TypeDialog({ corners, onArea, onClose }: TypeDialogProps) {
  const { grid, hasFailed } = useNationalGrid(true);
  return (
    <DialogBox title="Type coordinates" onClose={onClose}>
      {grid === undefined && !hasFailed && <p role="status">Loading the National Grid…</p>}
      {hasFailed && (
        <Callout tone="warn" title="The National Grid does not load.">
          Grid references cannot be read; longitude and latitude can.
        </Callout>
      )}
      {(grid !== undefined || hasFailed) && <TypeForm {...{ grid, corners, onArea, onClose }} />}
    </DialogBox>
  );
}

type TypeFormProps = TypeDialogProps & { readonly grid: NationalGrid | undefined };

function TypeForm({ grid, corners, onArea, onClose }: TypeFormProps) {
  const id = useId();
  const [text, setText] = useState(() => textOf(corners, grid));
  const [fault, setFault] = useState<AreaFault>();
  const submit = () => {
    const read = readTypedArea(text, grid?.toWgs84 ?? (() => undefined));
    if ('what' in read) return setFault(read);
    onArea({ subject: { kind: 'shape', geometry: read.geometry } });
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
        aria-invalid={fault !== undefined}
        aria-describedby={`${id}-fault`}
        onChange={(event) => setText(event.target.value)}
      />
      <div id={`${id}-fault`} role="alert">
        {fault && (
          <Callout tone="bad" title={fault.what}>
            {fault.where && <code>{fault.where}</code>} {fault.mend}
          </Callout>
        )}
      </div>
      <p className="meta-line">
        One corner is a point, two are a line, three or more an area. Grid references are placed by
        Ordnance Survey’s OSTN15, to the metre.
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
