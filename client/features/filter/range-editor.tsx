import { type KeyboardEvent, useId, useState } from 'react';
import { type Condition, isDateRange } from '#data/query/filter.ts';
import type { AttributeFigures } from '#data/schema/layer-figures.ts';
import { dateText } from '#data/words/dates.ts';
import { CheckRow } from './check-row.tsx';
import { Histogram } from './histogram.tsx';
import { dateScale, numberScale, type Scale } from './scale.ts';
import {
  NOT_STATED,
  readTypedDate,
  readTypedNumber,
  sayNumber,
  sayShortNumber,
  withUnit,
} from './words.ts';

type RangeEditorProps = {
  readonly figures: AttributeFigures;
  readonly condition: Condition | undefined;
  readonly onSet: (condition: Condition) => void;
};

/** A range of numbers or dates: a histogram with two handles, both ends as fields, and what is not stated. */
export function RangeEditor({ figures, condition, onSet }: RangeEditorProps) {
  const { name, histogram, dates } = figures;
  const shared = { figures, unknown: condition?.unknown === true };
  const range = condition?.kind === 'range' ? condition : undefined;
  if (histogram !== undefined) {
    return (
      <Range<number>
        {...shared}
        ends={range === undefined || isDateRange(range) ? {} : range}
        scale={numberScale(histogram.bins, {
          isWhole: figures.type === 'integer',
          say: (value) => sayShortNumber(name, value),
        })}
        say={(value) => sayNumber(name, value)}
        read={readTypedNumber}
        hint="a number, like 1.5"
        onEnds={(ends, unknown) => onSet(numbersIn(name, ends, unknown))}
      />
    );
  }
  if (dates === undefined) return null;
  return (
    <Range<string>
      {...shared}
      ends={range !== undefined && isDateRange(range) ? range : {}}
      scale={dateScale(dates.bins, dateText)}
      say={(date) => date}
      read={readTypedDate}
      hint="a date, like 2019 or 2019-03"
      onEnds={(ends, unknown) => onSet(datesIn(name, ends, unknown))}
    />
  );
}

/** Ends of a range; an open one is absent. */
type Ends<Value> = { readonly min?: Value; readonly max?: Value };

const endsFrom = <Value,>(min: Value | undefined, max: Value | undefined): Ends<Value> => ({
  ...(min === undefined ? {} : { min }),
  ...(max === undefined ? {} : { max }),
});

const orUnknown = (unknown: boolean) => (unknown ? { unknown: true as const } : {});

/** With both ends open, "not stated" asks for what is not stated alone. */
const unstatedIn = (attribute: string): Condition => ({
  attribute,
  kind: 'among',
  values: [],
  unknown: true,
});

function numbersIn(attribute: string, { min, max }: Ends<number>, unknown: boolean): Condition {
  if (unknown && min === undefined && max === undefined) return unstatedIn(attribute);
  return { attribute, kind: 'range', ...endsFrom(min, max), ...orUnknown(unknown) };
}

function datesIn(attribute: string, { min, max }: Ends<string>, unknown: boolean): Condition {
  if (unknown && min === undefined && max === undefined) return unstatedIn(attribute);
  return { attribute, kind: 'range', ...endsFrom(min, max), ...orUnknown(unknown) };
}

type RangeProps<Value> = {
  readonly figures: AttributeFigures;
  readonly ends: Ends<Value>;
  readonly unknown: boolean;
  readonly scale: Scale<Value>;
  readonly say: (value: Value) => string;
  readonly read: (text: string) => Value | undefined;
  /** What a field takes, for who typed something else. */
  readonly hint: string;
  readonly onEnds: (ends: Ends<Value>, unknown: boolean) => void;
};

function Range<Value>(props: RangeProps<Value>) {
  const { figures, ends, unknown, scale, say, onEnds } = props;
  const { min, max } = ends;
  return (
    <>
      <Histogram
        label={withUnit(figures)}
        bars={scale.bars}
        stepsPerBar={scale.stepsPerBar}
        low={min === undefined ? 0 : scale.stepOfLeast(min)}
        high={max === undefined ? scale.last : scale.stepOfMost(max)}
        sayLeast={(step) => say(scale.leastAt(step))}
        sayMost={(step) => say(scale.mostAt(step))}
        onChange={(low, high) => {
          const least = low === 0 ? undefined : scale.leastAt(low);
          const most = high === scale.last ? undefined : scale.mostAt(high);
          onEnds(endsFrom(least, most), unknown);
        }}
      />
      <div className="range-fields">
        <EndField
          {...props}
          label="From"
          value={min}
          onEnd={(value) => onEnds(endsFrom(value, max), unknown)}
        />
        <EndField
          {...props}
          label="to"
          value={max}
          onEnd={(value) => onEnds(endsFrom(min, value), unknown)}
        />
        {figures.unit && <span aria-hidden="true">{figures.unit}</span>}
      </div>
      {(figures.unstated > 0 || unknown) && (
        <CheckRow
          title={NOT_STATED}
          count={figures.unstated}
          isChecked={unknown}
          isUnknown
          onCheck={(isOn) => onEnds(ends, isOn)}
        />
      )}
    </>
  );
}

type EndFieldProps<Value> = {
  readonly figures: AttributeFigures;
  readonly label: string;
  readonly value: Value | undefined;
  readonly say: (value: Value) => string;
  readonly read: (text: string) => Value | undefined;
  readonly hint: string;
  readonly onEnd: (value: Value | undefined) => void;
};

/** One end as text: taken on Enter or when left; empty is open. */
function EndField<Value>(props: EndFieldProps<Value>) {
  const { figures, label, value, say, read, hint, onEnd } = props;
  const errorId = useId();
  const [typed, setTyped] = useState<string>();
  const shown = typed ?? (value === undefined ? '' : say(value));
  const isWrong = typed !== undefined && typed.trim() !== '' && read(typed) === undefined;
  const take = () => {
    if (typed === undefined || isWrong) return;
    setTyped(undefined);
    const next = typed.trim() === '' ? undefined : read(typed);
    if (next !== value) onEnd(next);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') take();
    if (event.key === 'Escape') setTyped(undefined);
  };
  return (
    <label className="range-field">
      {label}
      <input
        type="text"
        inputMode={figures.type === 'date' ? 'text' : 'decimal'}
        aria-label={`${withUnit(figures)}, ${label === 'From' ? 'least' : 'most'}`}
        aria-invalid={isWrong}
        aria-describedby={isWrong ? errorId : undefined}
        placeholder="any"
        value={shown}
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={onKeyDown}
        onBlur={take}
      />
      {isWrong && (
        <span id={errorId} className="field-error" role="alert">
          Type {hint}
        </span>
      )}
    </label>
  );
}
