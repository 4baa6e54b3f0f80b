import { type CSSProperties, type Dispatch, type KeyboardEvent, useState } from 'react';
import type { Prefer } from '#data/siting/criterion.ts';
import type { FinderAction } from '../state/finder.ts';
import './weight.css';
import { readFigure } from './units.ts';

type WeightControlProps = {
  readonly prefer: Prefer;
  /** Weight the profile gives it. */
  readonly usual: number | undefined;
  readonly dispatch: Dispatch<FinderAction>;
};

/** What the Page keys move a weight by. */
const LEAP = 5;

const LEAPS: ReadonlyMap<string, number> = new Map([
  ['PageUp', LEAP],
  ['PageDown', -LEAP],
]);

/** A weight, by slider or by figure. */
export function WeightControl({ prefer, usual, dispatch }: WeightControlProps) {
  const { id, title, weight } = prefer;
  const move = (to: number, isMoving: boolean) =>
    dispatch({ kind: 'weight', id, weight: to, isMoving });
  const rest = () => dispatch({ kind: 'weight-rest' });
  const leap = (event: KeyboardEvent) => {
    const by = LEAPS.get(event.key);
    if (by === undefined) return;
    event.preventDefault();
    move(Math.round(weight) + by, true);
  };
  const style = {
    '--weight': `${weight}%`,
    ...(usual === undefined ? {} : { '--usual-share': usual / 100 }),
  } as CSSProperties;
  return (
    <div className="weight" style={style}>
      <span className="weight-slider">
        {usual !== undefined && <i className="weight-usual" title={`The profile gives ${usual}`} />}
        <input
          type="range"
          min={0}
          max={100}
          step={1}
          value={Math.round(weight)}
          aria-label={`Weight of ${title}`}
          onChange={({ target }) => move(target.valueAsNumber, true)}
          onKeyDown={leap}
          onKeyUp={rest}
          onPointerUp={rest}
          onPointerCancel={rest}
          onBlur={rest}
        />
      </span>
      <WeightField prefer={prefer} onWeight={(to) => move(to, true)} onRest={rest} />
    </div>
  );
}

type WeightFieldProps = {
  readonly prefer: Prefer;
  readonly onWeight: (weight: number) => void;
  /** No more is typed for now. */
  readonly onRest: () => void;
};

/** The same as a figure; it shows what is being typed until it is left. */
function WeightField({ prefer: { title, weight }, onWeight, onRest }: WeightFieldProps) {
  const [typed, setTyped] = useState<string>();
  const onText = (text: string) => {
    setTyped(text);
    const read = readFigure(text, { unit: '%', scale: 1 });
    if ('value' in read) onWeight(read.value);
  };
  return (
    <input
      className="weight-field"
      type="text"
      inputMode="decimal"
      aria-label={`Weight of ${title}, of 100`}
      aria-invalid={typed !== undefined && 'fault' in readFigure(typed, { unit: '%', scale: 1 })}
      value={typed ?? `${Number(weight.toFixed(1))}`}
      onFocus={(event) => event.target.select()}
      onChange={({ target }) => onText(target.value)}
      onKeyDown={({ key }) => key === 'Enter' && onRest()}
      onBlur={() => {
        setTyped(undefined);
        onRest();
      }}
    />
  );
}
