import { useId, useState } from 'react';
import { Button } from 'react-aria-components';
import { reportAddress } from '#client/api/areas.ts';
import { sayArea, sayLength } from '#client/state/units.ts';
import { Icon } from '#client/ui/icon.tsx';
import { type Area, MOST_BUFFER_M } from '#data/query/area.ts';
import type { AreaAnswer, AreaDistrict } from '#data/schema/area.ts';
import { sayOrigin, sayPercent, saySize } from './words.ts';

type AreaHeadProps = {
  readonly area: Area;
  readonly answer: AreaAnswer;
  readonly onBuffer: (bufferM: number | undefined) => void;
};

/** Which area, how large, whose; and the same as a report. */
export function AreaHead({ area, answer, onBuffer }: AreaHeadProps) {
  const { area: asked, districts, notes } = answer;
  return (
    <header className="area-head">
      <div className="section-head">
        <h2>What is in this area</h2>
        <a className="button primary" href={reportAddress(area)} target="_blank" rel="noopener">
          <Icon name="print" size={18} />
          Report<span className="hidden"> (opens in a new tab)</span>
        </a>
      </div>
      <p className="area-size">
        <b>{saySize(asked)}</b> {sayOrigin(asked)}
      </p>
      <div className="area-place">
        {asked.gridReference && <span>{asked.gridReference}</span>}
        <BufferField key={area.bufferM ?? 0} bufferM={area.bufferM} onBuffer={onBuffer} />
      </div>
      <Split districts={districts} />
      {notes.map((note) => (
        <p key={note} className="area-note">
          {note}
        </p>
      ))}
    </header>
  );
}

type BufferFieldProps = {
  readonly bufferM: number | undefined;
  readonly onBuffer: (bufferM: number | undefined) => void;
};

/** A strip round whatever is asked about; it is asked again when the field is left or Enter pressed. */
function BufferField({ bufferM, onBuffer }: BufferFieldProps) {
  const id = useId();
  const [text, setText] = useState(String(bufferM ?? 0));
  const commit = () => {
    const metres = Math.min(MOST_BUFFER_M, Math.max(0, Math.round(Number(text) || 0)));
    setText(String(metres));
    if (metres !== (bufferM ?? 0)) onBuffer(metres === 0 ? undefined : metres);
  };
  return (
    <form
      className="buffer-field"
      onSubmit={(event) => {
        event.preventDefault();
        commit();
      }}
    >
      <label htmlFor={id}>and</label>
      <input
        id={id}
        type="number"
        aria-label="Metres round it to ask about as well"
        min={0}
        max={MOST_BUFFER_M}
        step={10}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onBlur={commit}
      />
      <span>m round it</span>
      {text !== String(bufferM ?? 0) && (
        <Button type="submit" className="text-button">
          Ask
        </Button>
      )}
    </form>
  );
}

/** The area split by district: a bar and the same in words. */
function Split({ districts }: { readonly districts: readonly AreaDistrict[] }) {
  if (districts.length === 0) return null;
  const parts = districts.map((district, index) => ({
    ...district,
    x: districts.slice(0, index).reduce((sum, { share }) => sum + share, 0) * 100,
  }));
  return (
    <div className="district-split">
      <svg
        width="100%"
        height="8"
        viewBox="0 0 100 8"
        preserveAspectRatio="none"
        aria-hidden="true"
      >
        {parts.map(({ gssCode, share, x }, index) => (
          <rect
            key={gssCode}
            className={`part-${index % 3}`}
            x={x}
            width={share * 100}
            height="8"
          />
        ))}
      </svg>
      <ul>
        {districts.map((district) => (
          <li key={district.gssCode}>{sayDistrict(district)}</li>
        ))}
      </ul>
    </div>
  );
}

function sayDistrict({ name, share, areaM2, lengthM }: AreaDistrict): string {
  if (share > 0.9999 && areaM2 === undefined && lengthM === undefined) return name;
  const size =
    areaM2 === undefined
      ? lengthM !== undefined && sayLength(lengthM, 'metric')
      : sayArea(areaM2, 'metric');
  return [`${name} ${sayPercent(share)}`, size].filter(Boolean).join(', ');
}
