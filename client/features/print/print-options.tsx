import { useId } from 'react';
import { formatCount } from '#client/ui/format.ts';
import { Segmented } from '#client/ui/segmented.tsx';
import { SCALES, scaleAtZoom } from './paper.ts';
import type { PrintChoice } from './print-choice.ts';

type PrintOptionsProps = {
  readonly choice: PrintChoice;
  readonly onChange: (choice: PrintChoice) => void;
  /** Zoom the sheet is drawn at, for the words of "as on the screen". */
  readonly scale: number;
  readonly lat: number;
};

const TURNS = [
  { value: 'landscape', label: 'Landscape' },
  { value: 'portrait', label: 'Portrait' },
] as const;

const SIZES = [
  { value: 'A4', label: 'A4' },
  { value: 'A3', label: 'A3' },
] as const;

const STYLES = [
  { value: 'print', label: 'For paper' },
  { value: 'light', label: 'As on screen' },
  { value: 'contrast', label: 'Black and white' },
] as const;

/** Title, paper, scale and colours of a print. */
export function PrintOptions({ choice, onChange, scale, lat }: PrintOptionsProps) {
  const [titleId, scaleId] = [useId(), useId()];
  const now = formatCount(Math.round(scaleAtZoom(lat, scale) / 100) * 100);
  return (
    <>
      <label className="field" htmlFor={titleId}>
        Title
        <input
          id={titleId}
          value={choice.title}
          maxLength={90}
          onChange={(event) => onChange({ ...choice, title: event.target.value })}
        />
      </label>
      <Segmented
        label="Paper"
        value={choice.paper}
        choices={SIZES}
        onChange={(paper) => onChange({ ...choice, paper })}
      />
      <Segmented
        label="Orientation"
        value={choice.turn}
        choices={TURNS}
        onChange={(turn) => onChange({ ...choice, turn })}
      />
      <label className="field" htmlFor={scaleId}>
        Scale
        <select
          id={scaleId}
          value={choice.scale ?? ''}
          onChange={({ target: { value } }) =>
            onChange({ ...choice, scale: value === '' ? undefined : Number(value) })
          }
        >
          <option value="">
            {choice.scale === undefined ? `As on the screen (1 : ${now})` : 'As on the screen'}
          </option>
          {SCALES.map((n) => (
            <option key={n} value={n}>
              1 : {formatCount(n)}
            </option>
          ))}
        </select>
      </label>
      <Segmented
        label="Colours"
        value={choice.mode}
        choices={STYLES}
        onChange={(mode) => onChange({ ...choice, mode })}
      />
    </>
  );
}
