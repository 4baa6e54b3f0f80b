import { useId, useState } from 'react';
import { announce } from '#client/ui/announcer.tsx';
import { countOf, formatCount } from '#client/ui/format.ts';
import { Icon } from '#client/ui/icon.tsx';
import type { DraftColumn, ValueMatch } from '#data/schema/desk-columns.ts';
import { underWay, useDraft } from '../state/draft-context.ts';
import { sayLines } from './bands.ts';

/** Values shown before the rest is asked for. */
const FIRST = 12;

/** Choices that are seen at once; a longer list is a list to open. */
const MOST_RADIOS = 7;

/** Each value of a column and what it becomes; one without a match is to be chosen for. */
export function ValueMap({ column }: { readonly column: DraftColumn }) {
  const { matches } = column;
  const [chosen, setChosen] = useState(() => matches.find(({ becomes }) => !becomes)?.value);
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole ? matches : matches.slice(0, FIRST);
  const match = matches.find(({ value }) => value === chosen);
  return (
    <>
      <table className="side-table value-map">
        <thead>
          <tr>
            <th scope="col">Your value</th>
            <th scope="col">Rows</th>
            <th scope="col">Becomes</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((each) => (
            <tr key={each.value} className={each.value === chosen ? 'chosen' : ''}>
              <th scope="row">{each.value}</th>
              <td>{formatCount(each.rows)}</td>
              <td>
                <button
                  type="button"
                  className={each.becomes ? 'becomes' : 'becomes tone-bad'}
                  aria-expanded={each.value === chosen}
                  onClick={() => setChosen(each.value)}
                >
                  <Icon name={each.becomes ? 'check' : 'cross-circle'} size={16} />
                  {each.becomes?.title ?? 'choose one'}
                  <span className="hidden"> for {each.value}</span>
                </button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {matches.length > shown.length && (
        <button type="button" className="text-button" onClick={() => setWhole(true)}>
          Show all {formatCount(matches.length)}
        </button>
      )}
      {match && <ValueChoice key={match.value} column={column} match={match} />}
    </>
  );
}

type ValueChoiceProps = { readonly column: DraftColumn; readonly match: ValueMatch };

/** The code a choice stands for: the one its list holds, or its own id. */
const codeOf = ({ id, input }: ValueMatch['choices'][number]): string =>
  input?.options?.[0]?.value ?? id;

/** What one value means. The choice is kept as a rule for the editions to come. */
function ValueChoice({ column, match }: ValueChoiceProps) {
  const { isReadOnly, choose, waiting } = useDraft();
  const name = useId();
  const ids = new Set(match.choices.map(({ id }) => id));
  const last = underWay(waiting, column.id, (choice) => ids.has(choice));
  const current = match.choices.find((choice) =>
    last === undefined ? choice.current : codeOf(choice) === (last.value ?? last.choice),
  );
  const take = (choice: ValueMatch['choices'][number]) => {
    announce(`“${match.value}” becomes ${choice.title}.`);
    void choose({
      about: column.id,
      choice: choice.id,
      ...(choice.input ? { value: codeOf(choice) } : {}),
    });
  };
  return (
    <section className="value-choice">
      <h4 id={name}>“{match.value}” means</h4>
      {match.choices.length <= MOST_RADIOS ? (
        <fieldset aria-labelledby={name} disabled={isReadOnly}>
          {match.choices.map((choice) => (
            <label key={codeOf(choice)} className="choice">
              <input
                type="radio"
                name={name}
                checked={choice === current}
                onChange={() => take(choice)}
              />
              <span className="choice-title">
                {choice.title}
                {choice.suggested && <span className="desk-chip info">Suggested</span>}
              </span>
              {choice.consequence !== undefined && <small>{choice.consequence}</small>}
            </label>
          ))}
        </fieldset>
      ) : (
        <span className="select">
          <select
            aria-labelledby={name}
            disabled={isReadOnly}
            value={current ? codeOf(current) : ''}
            onChange={({ target }) => {
              const choice = match.choices.find((each) => codeOf(each) === target.value);
              if (choice) take(choice);
            }}
          >
            <option value="">Choose one</option>
            {match.choices.map((choice) => (
              <option key={codeOf(choice)} value={codeOf(choice)}>
                {choice.title}
              </option>
            ))}
          </select>
          <Icon name="chevron-down" size={16} />
        </span>
      )}
      <p className="side-note">
        {countOf(match.rows, 'row')}: {sayLines(match.lines, match.rows)}.
      </p>
      <p className="side-note">
        Your choice is kept as a rule, with your name and the date. The published value stays beside
        it.
      </p>
    </section>
  );
}
