import { formatCount } from '#client/ui/format.ts';
import { Icon } from '#client/ui/icon.tsx';
import type { DraftColumn, DraftColumns } from '#data/schema/desk-columns.ts';
import { underWay, useDraft } from '../state/draft-context.ts';
import type { Act } from '../state/outbox.ts';
import { SURE_WORDS, shorten } from './bands.ts';

type ColumnRowProps = {
  readonly column: DraftColumn;
  readonly attributes: DraftColumns['attributes'];
  readonly isSelected: boolean;
  readonly onSelect: () => void;
};

/** One column: its heading as sent, what it becomes, what is in it, how sure that is and why. */
export function ColumnRow({ column, attributes, isSelected, onSelect }: ColumnRowProps) {
  return (
    <tr
      className={isSelected ? 'column selected' : 'column'}
      data-column={column.id}
      tabIndex={isSelected ? 0 : -1}
      aria-current={isSelected ? 'true' : undefined}
      onFocus={onSelect}
      onClick={onSelect}
    >
      <th scope="row">
        {column.name}
        {column.isPersonal && (
          <span className="desk-chip">
            <Icon name="eye-off" size={13} />
            Masked
          </span>
        )}
      </th>
      <td className="column-attribute">
        <AttributeSelect column={column} attributes={attributes} />
      </td>
      <td className="column-values">
        <Values column={column} />
      </td>
      <td className="column-sure">
        <Sure column={column} />
      </td>
      <td className="column-because">{column.because}</td>
    </tr>
  );
}

/** No attribute of ours. */
const KEPT = '';

/** What the column was last said to be, by the server or by what is still on its way there. */
function matchOf({ id, attribute }: DraftColumn, waiting: readonly Act[]): string {
  const last = underWay(waiting, id, (choice) => choice === 'map' || choice === 'keep');
  if (last === undefined) return attribute?.name ?? KEPT;
  return last.choice === 'map' ? (last.value ?? KEPT) : KEPT;
}

type AttributeSelectProps = Pick<ColumnRowProps, 'column' | 'attributes'>;

/** The same list in every row; where the match is certain it looks like plain text until it is wanted. */
function AttributeSelect({ column, attributes }: AttributeSelectProps) {
  const { isReadOnly, choose, waiting } = useDraft();
  const value = matchOf(column, waiting);
  const likely = new Set(column.candidates.map(({ name }) => name));
  const option = ({ name, title }: DraftColumns['attributes'][number]) => (
    <option key={name} value={name}>
      {title}
    </option>
  );
  const isRequired = attributes.some(({ name, required }) => name === value && required);
  if (column.isPosition && value === KEPT) return <>Position, on the map</>;
  return (
    <span className={column.band === 'certain' ? 'select plain' : 'select'}>
      <select
        aria-label={`${column.name} is`}
        className={value === KEPT ? 'unmatched' : isRequired ? 'required' : ''}
        value={value}
        disabled={isReadOnly}
        tabIndex={-1}
        onChange={({ target }) => {
          const name = target.value;
          void choose({
            about: column.id,
            ...(name === KEPT ? { choice: 'keep' } : { choice: 'map', value: name }),
          });
        }}
      >
        <option value={KEPT}>Not matched</option>
        {likely.size > 0 && (
          <optgroup label="Likely">
            {attributes.filter(({ name }) => likely.has(name)).map(option)}
          </optgroup>
        )}
        <optgroup label={likely.size > 0 ? 'All others' : 'All'}>
          {attributes.filter(({ name }) => !likely.has(name)).map(option)}
        </optgroup>
      </select>
      {isRequired && <small>required</small>}
      <Icon name="chevron-down" size={16} />
    </span>
  );
}

/** Letters of a value that are shown; the side and its tip show it whole. */
const LONGEST = 34;

function Values({ column }: { readonly column: DraftColumn }) {
  const { values, more, range, filled, of } = column;
  if (filled === 0) return <em>empty on all {formatCount(of)} rows</em>;
  const odd = values.filter(({ isOdd }) => isOdd);
  const shown = range === undefined ? values : odd;
  return (
    <>
      {range}
      {shown.map(({ text, rows, isOdd }, index) => (
        <span key={text}>
          {(index > 0 || range !== undefined) && ' · '}
          <span className={isOdd ? 'odd' : ''} title={text}>
            {shorten(text, LONGEST)}
          </span>
          {rows > 1 && <small> {formatCount(rows)}</small>}
        </span>
      ))}
      {range === undefined && more > 0 && <small> · {formatCount(more)} more</small>}
      {filled < of && <small> · {formatCount(of - filled)} empty</small>}
    </>
  );
}

function Sure({ column: { confidence, sure } }: { readonly column: DraftColumn }) {
  const percent = Math.round(confidence * 100);
  return (
    <span className={`sure ${sure}`}>
      <span className="sure-bar" aria-hidden="true">
        <i style={{ width: `${percent}%` }} />
      </span>
      <span className="sure-word">{SURE_WORDS[sure]}</span> <span>{percent}%</span>
    </span>
  );
}
