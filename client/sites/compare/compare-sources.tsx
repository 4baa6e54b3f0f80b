import { LicenceChip } from '#client/ui/licence-chip.tsx';
import { SyntheticBadge } from '#client/ui/synthetic-badge.tsx';
import type { SitesAnswer } from '#data/schema/sites.ts';
import { sayDay } from '#data/siting/words.ts';

/** Whose data the comparison rests on, of which day, and whom to credit. */
export function CompareSources({ answer }: { readonly answer: SitesAnswer }) {
  return (
    <section className="compare-sources" aria-labelledby="compare-sources">
      <h2 id="compare-sources">Sources and licences</h2>
      <table>
        <thead>
          <tr>
            <th scope="col">Source</th>
            <th scope="col">Publisher</th>
            <th scope="col">Edition</th>
            <th scope="col">Licence</th>
          </tr>
        </thead>
        <tbody>
          {answer.sources.map((source) => (
            <tr key={source.dataset}>
              <th scope="row">
                <a href={`/data/${source.dataset}`}>{source.title}</a>{' '}
                {source.synthetic && <SyntheticBadge />}
              </th>
              <td>{source.publisher.name}</td>
              <td>
                {source.edition}, {sayDay(source.updated)}
              </td>
              <td>
                <LicenceChip kind={source.licence.chip} title={source.licence.title} />{' '}
                {source.licence.title}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p>{answer.credits.long.join(' ')}</p>
    </section>
  );
}
