import { useState } from 'react';
import { Button } from 'react-aria-components';
import { sayArea, sayLength } from '#client/state/units.ts';
import { countOf, formatDistance } from '#client/ui/format.ts';
import type { AreaAnswer, AreaMissing, AreaNone } from '#data/schema/area.ts';
import { GroupHead } from './group-head.tsx';
import { missingByReach, noneByPart } from './words.ts';

/** Names told before the rest is folded away. */
const MOST_NAMED = 6;

type AbsentProps = Pick<AreaAnswer, 'none' | 'missing' | 'closed'> & {
  readonly onOpen: (feature: { readonly id: string; readonly layerId: string }) => void;
};

/** Two different absences: looked at and found nothing, and nobody supplied it. */
export function Absent({ none, missing, closed, onOpen }: AbsentProps) {
  return (
    <>
      {none.length > 0 && (
        <section className="absent">
          <GroupHead group="none" title="None recorded" detail="supplied, and nothing is here" />
          <NoneRecorded none={none} onOpen={onOpen} />
        </section>
      )}
      <NotSupplied missing={missing} />
      {closed.length > 0 && (
        <p className="area-note">
          Not told here, for their licence: {closed.map(({ title }) => title).join(', ')}.
        </p>
      )}
    </>
  );
}

function NoneRecorded({ none, onOpen }: Pick<AbsentProps, 'none' | 'onOpen'>) {
  const partial = none.filter(({ completeness }) => completeness !== undefined);
  const nearest = none.filter((each) => each.nearest !== undefined);
  return (
    <>
      {noneByPart(none).map(({ part, titles }) => (
        <p key={part ?? ''}>
          {part !== undefined && <b>In the {part} part: </b>}
          {titles.join(', ')}
        </p>
      ))}
      {partial.length > 0 && (
        <p className="meta-line">
          {titlesOf(partial)}: said by the publisher to be incomplete, so none recorded is not none
          there.
        </p>
      )}
      {nearest.length > 0 && (
        <details>
          <summary>The nearest of each</summary>
          <ul className="nearest">
            {nearest.map((each) => (
              <Nearest key={each.layerId} none={each} onOpen={onOpen} />
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

const titlesOf = (layers: readonly { readonly title: string }[]): string =>
  [...new Set(layers.map(({ title }) => title))].join(', ');

type NearestProps = { readonly none: AreaNone; readonly onOpen: AbsentProps['onOpen'] };

function Nearest({ none: { layerId, title, nearest }, onOpen }: NearestProps) {
  if (nearest === undefined) return null;
  return (
    <li>
      <button type="button" onClick={() => onOpen({ id: nearest.id, layerId })}>
        <span>
          {title}: {nearest.title}
        </span>
        <span className="finding-part">
          {formatDistance(nearest.distanceM)} {nearest.bearing}
        </span>
      </button>
    </li>
  );
}

function NotSupplied({ missing }: Pick<AbsentProps, 'missing'>) {
  const { parts, nowhere } = missingByReach(missing);
  if (parts.length === 0 && nowhere.length === 0) return null;
  return (
    <section className="absent missing">
      <GroupHead group="missing" title="No data supplied" detail="nobody can say" />
      {parts.map((each) => (
        <Missing key={each.gssCode ?? each.name} missing={each} />
      ))}
      {nowhere.length > 0 && (
        <details>
          <summary>{countOf(nowhere.length, 'kind')} nobody has supplied anywhere yet</summary>
          <p>{nowhere.join(', ')}</p>
        </details>
      )}
    </section>
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
      <Titles titles={[...new Set(layers.map(({ title }) => title))]} />
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

/** A few names, the rest on asking. */
function Titles({ titles }: { readonly titles: readonly string[] }) {
  const [isOpen, setOpen] = useState(false);
  const shown = isOpen ? titles : titles.slice(0, MOST_NAMED);
  const others = titles.length - shown.length;
  return (
    <p>
      {shown.join(', ')}
      {others > 0 && (
        <>
          {' '}
          <Button className="text-button" onPress={() => setOpen(true)}>
            and {others} more
          </Button>
        </>
      )}
    </p>
  );
}

function sizeOf({ areaM2, lengthM }: AreaMissing): string {
  if (areaM2 !== undefined) return `, ${sayArea(areaM2, 'metric')}`;
  return lengthM === undefined ? '' : `, ${sayLength(lengthM, 'metric')}`;
}
