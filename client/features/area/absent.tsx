import { sayArea, sayLength } from '#client/state/units.ts';
import { countOf } from '#client/ui/format.ts';
import type { AreaAnswer, AreaMissing } from '#data/schema/area.ts';
import { GroupHead } from './group-head.tsx';
import { noneByPart } from './words.ts';

/** Two different absences: looked at and found nothing, and nobody supplied it. */
export function Absent({ none, missing, closed }: Pick<AreaAnswer, 'none' | 'missing' | 'closed'>) {
  const partial = none.filter(({ completeness }) => completeness !== undefined);
  return (
    <>
      {none.length > 0 && (
        <section className="absent">
          <GroupHead group="none" title="None recorded" detail="supplied, and nothing is here" />
          {noneByPart(none).map(({ part, titles }) => (
            <p key={part ?? ''}>
              {part !== undefined && <b>In the {part} part: </b>}
              {titles.join(', ')}
            </p>
          ))}
          {partial.length > 0 && (
            <p className="meta-line">
              {partial.map(({ title }) => title).join(', ')}: said by the publisher to be
              incomplete, so none recorded is not none there.
            </p>
          )}
        </section>
      )}
      {missing.length > 0 && (
        <section className="absent missing">
          <GroupHead group="missing" title="No data supplied" detail="nobody can say" />
          {missing.map((each) => (
            <Missing key={each.gssCode ?? each.name} missing={each} />
          ))}
        </section>
      )}
      {closed.length > 0 && (
        <p className="area-note">
          Not told here, for their licence: {closed.map(({ title }) => title).join(', ')}.
        </p>
      )}
    </>
  );
}

function Missing({ missing }: { readonly missing: AreaMissing }) {
  const { name, share, layers, ask } = missing;
  return (
    <div className="missing-part">
      <p>
        <b>
          {share < 1 ? `${name} part` : name}
          {sizeOf(missing)}
        </b>
      </p>
      <p>{[...new Set(layers.map(({ title }) => title))].join(', ')}</p>
      {ask.length > 0 && (
        <details>
          <summary>
            Who to ask
            <span className="hidden">
              {' '}
              about {countOf(layers.length, 'layer')} in {name}
            </span>
          </summary>
          <ul>
            {ask.map(({ name: who, href }) => (
              <li key={who}>{href === undefined ? who : <a href={href}>{who}</a>}</li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

function sizeOf({ areaM2, lengthM }: AreaMissing): string {
  if (areaM2 !== undefined) return `, ${sayArea(areaM2, 'metric')}`;
  return lengthM === undefined ? '' : `, ${sayLength(lengthM, 'metric')}`;
}
