import type { DraftColumn, DraftColumns } from '#data/schema/desk-columns.ts';
import type { SingleKeys } from './use-single-keys.ts';
import { ValueMap } from './value-map.tsx';

type ColumnSideProps = {
  readonly columns: DraftColumns;
  readonly selected: DraftColumn;
  readonly keys: SingleKeys;
};

/** The column that is selected: what its values become, what else it could be, what still has no column. */
export function ColumnSide({ columns, selected, keys }: ColumnSideProps) {
  const attribute = columns.attributes.find(({ name }) => name === selected.attribute?.name);
  return (
    <div className="column-side">
      <header>
        <p className="side-lead">Selected column</p>
        <h3>{selected.name}</h3>
        <p>{aboutOf(selected, attribute)}</p>
      </header>
      {selected.matches.length > 0 && <ValueMap column={selected} />}
      {selected.candidates.length > 0 && (
        <section>
          <h4>What this could be</h4>
          <table className="side-table">
            <thead className="hidden">
              <tr>
                <th scope="col">Attribute</th>
                <th scope="col">How sure</th>
              </tr>
            </thead>
            <tbody>
              {selected.candidates.map(({ name, title, confidence }) => (
                <tr key={name}>
                  <th scope="row">{title}</th>
                  <td>{Math.round(confidence * 100)}%</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
      <section>
        <h4>Required attributes with no column</h4>
        <p>{missingOf(columns)}</p>
      </section>
      <Keys keys={keys} />
    </div>
  );
}

type Attribute = DraftColumns['attributes'][number];

function aboutOf(column: DraftColumn, attribute: Attribute | undefined): string {
  if (column.isPersonal) {
    return 'It may describe people: its values are masked here and stopped before publishing.';
  }
  if (attribute === undefined) {
    return column.isPosition
      ? 'The position of each row is read from it.'
      : 'It stays in the record and the downloads, under the name you gave it.';
  }
  const unit = attribute.unit === undefined ? '' : ` In ${attribute.unit}.`;
  const list =
    column.matches.length > 0 ? ' It takes one value from a list: match yours to it.' : '';
  return `${attribute.description ?? `${attribute.title}.`}${unit}${list}`;
}

function missingOf({ attributes, missing }: DraftColumns): string {
  const required = attributes.filter((attribute) => attribute.required).length;
  if (missing.length > 0)
    return `${missing.map(({ title }) => title).join(', ')}. Each is an issue at step 4 until a column has it.`;
  return required === 0
    ? 'This kind of data requires none.'
    : `None. All ${required} have a column.`;
}

/** What single keys do, and the way to turn them off. */
function Keys({ keys }: { readonly keys: SingleKeys }) {
  return (
    <section className="side-keys">
      <h4>Keys, while the table has the focus</h4>
      <ul>
        <li>
          <kbd>↑</kbd> <kbd>↓</kbd> next column
        </li>
        <li>
          <kbd>Enter</kbd> open the list
        </li>
        {keys.isOn && (
          <>
            <li>
              <kbd>A</kbd> accept the guess
            </li>
            <li>
              <kbd>X</kbd> keep unmatched
            </li>
          </>
        )}
        <li>
          <kbd>Ctrl</kbd> <kbd>Z</kbd> undo
        </li>
      </ul>
      <label className="check">
        <input
          type="checkbox"
          checked={keys.isOn}
          onChange={({ target }) => keys.turn(target.checked)}
        />
        <span>Single keys: A and X</span>
      </label>
    </section>
  );
}
