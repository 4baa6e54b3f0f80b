import { formatCount } from '#client/ui/format.ts';
import { Icon } from '#client/ui/icon.tsx';
import type { Readback } from '#data/schema/desk-readback.ts';
import { useDraft } from '../state/draft-context.ts';

type Vote = NonNullable<Readback['vote']>;

/** Every way to read the coordinates, with how it fared: the ones that lost, and where they would have landed. */
export function CrsVote({ vote }: { readonly vote: Vote }) {
  return (
    <section id="readback-vote" tabIndex={-1} aria-labelledby="vote">
      <h3 id="vote">{vote.title}</h3>
      <table className="vote">
        <thead>
          <tr>
            <th scope="col">Coordinate system</th>
            <th scope="col">{vote.inside}</th>
            <th scope="col">Where the rest would be</th>
            <th scope="col">
              <span className="hidden">Use it</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {vote.readings.map((reading) => (
            <ReadingRow key={reading.id} reading={reading} />
          ))}
        </tbody>
      </table>
      {vote.note !== undefined && <p className="vote-note">{vote.note}</p>}
    </section>
  );
}

function ReadingRow({ reading }: { readonly reading: Vote['readings'][number] }) {
  const { isReadOnly, choose } = useDraft();
  const { id, title, inside, of, elsewhere, used } = reading;
  return (
    <tr className={used ? 'used' : ''}>
      <th scope="row">{title}</th>
      <td className="vote-inside">
        <span className="bar" aria-hidden="true">
          <i style={{ width: `${of === 0 ? 0 : (100 * inside) / of}%` }} />
        </span>
        {formatCount(inside)} of {formatCount(of)}
      </td>
      <td>{elsewhere}</td>
      <td className="vote-use">
        {used && (
          <span className="vote-used">
            <Icon name="check" size={16} />
            Used
          </span>
        )}
        {!used && !isReadOnly && (
          <button type="button" className="text-button" onClick={() => void choose({ choice: id })}>
            Use this<span className="hidden">: {title}</span>
          </button>
        )}
      </td>
    </tr>
  );
}
