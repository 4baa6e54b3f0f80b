import type { AreaAnswer } from '#data/schema/area.ts';

/** Everybody to consult, each once, with what asks for it. */
export function Consultees({ consultees }: Pick<AreaAnswer, 'consultees'>) {
  if (consultees.length === 0) return null;
  return (
    <details className="consultees">
      <summary>
        <h3>Whom to consult</h3> <small>{consultees.length}</small>
      </summary>
      <ul>
        {consultees.map(({ id, name, href, duty, because }) => (
          <li key={id}>
            <b>{href === undefined ? name : <a href={href}>{name}</a>}</b>{' '}
            {duty === 'statutory' ? 'required by law' : 'advised'}, for{' '}
            {[...new Set(because.map(({ finding }) => finding))].join(', ')}
          </li>
        ))}
      </ul>
    </details>
  );
}
