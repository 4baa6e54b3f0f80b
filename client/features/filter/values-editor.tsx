import { useState } from 'react';
import { Button } from 'react-aria-components';
import { countOf, formatCount } from '#client/ui/format.ts';
import type { Condition } from '#data/query/filter.ts';
import type { AttributeFigures } from '#data/schema/layer-figures.ts';
import { CheckRow } from './check-row.tsx';
import { NOT_STATED } from './words.ts';

type ValuesEditorProps = {
  readonly figures: AttributeFigures;
  readonly condition: Condition | undefined;
  readonly onSet: (condition: Condition) => void;
};

/** Values shown before the rest are asked for. */
const FEW = 5;

/** From so many values on there is a box to search them. */
const MANY = 12;

type Row = { readonly value: string; readonly title: string; readonly count: number };

/** Values to tick, the commonest first, each with its count; nothing ticked lets everything through. */
export function ValuesEditor({ figures, condition, onSet }: ValuesEditorProps) {
  const [isWhole, setWhole] = useState(false);
  const [sought, setSought] = useState('');
  const ticked = condition?.kind === 'among' ? condition.values : [];
  const unknown = condition?.unknown === true;
  const rows = rowsOf(figures, ticked);
  const wanted = sought.trim().toLowerCase();
  const found = rows.filter(({ title }) => title.toLowerCase().includes(wanted));
  const shown = isWhole ? found : rows.slice(0, FEW);
  const { name, others } = figures;
  const set = (values: readonly string[], withUnknown: boolean) =>
    onSet({
      attribute: name,
      kind: 'among',
      values,
      ...(withUnknown ? { unknown: true as const } : {}),
    });
  return (
    <>
      {isWhole && rows.length > MANY && (
        <input
          type="search"
          className="values-search"
          aria-label={`Search the values of ${figures.title}`}
          placeholder={`Search ${formatCount(rows.length)} values`}
          value={sought}
          onChange={(event) => setSought(event.target.value)}
        />
      )}
      <div className={isWhole ? 'values whole' : 'values'}>
        {shown.map(({ value, title, count }) => (
          <CheckRow
            key={value}
            title={title}
            count={count}
            isChecked={ticked.includes(value)}
            onCheck={(isOn) =>
              set(isOn ? [...ticked, value] : ticked.filter((each) => each !== value), unknown)
            }
          />
        ))}
        {isWhole && found.length === 0 && <p className="meta-line">No value has “{sought}”.</p>}
        {isWhole && others !== undefined && others.values > 0 && (
          <p className="meta-line">
            and {countOf(others.values, 'rarer value')}, not listed: {formatCount(others.count)} in
            view
          </p>
        )}
      </div>
      {(figures.unstated > 0 || unknown) && (
        <CheckRow
          title={NOT_STATED}
          count={figures.unstated}
          isChecked={unknown}
          isUnknown
          onCheck={(isOn) => set(ticked, isOn)}
        />
      )}
      {rows.length > FEW && (
        <Button
          className="text-button"
          aria-expanded={isWhole}
          onPress={() => {
            setWhole(!isWhole);
            setSought('');
          }}
        >
          {isWhole ? 'Show fewer' : `Show all ${formatCount(rows.length)} values`}
        </Button>
      )}
    </>
  );
}

/** The commonest first, and ticked ones the figures do not list: a link may name any. */
function rowsOf({ values = [] }: AttributeFigures, ticked: readonly string[]): Row[] {
  const listed = new Set(values.map(({ value }) => value));
  const strangers = ticked.filter((value) => !listed.has(value));
  const all = [...values, ...strangers.map((value) => ({ value, title: value, count: 0 }))];
  // what is ticked must be seen without a further click
  const isHigh = (row: Row, index: number) => index < FEW || ticked.includes(row.value);
  return [...all.filter(isHigh), ...all.filter((row, index) => !isHigh(row, index))];
}
