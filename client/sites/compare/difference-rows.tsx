import { SyntheticBadge } from '#client/ui/synthetic-badge.tsx';
import type { SitesAnswer } from '#data/schema/sites.ts';
import { columnFor } from '#data/siting/prepared.ts';
import type { Points } from '#data/siting/ranking.ts';
import { sayPoints } from '#data/siting/words.ts';
import { CompareValue } from './compare-value.tsx';
import type { Compared } from './compared.ts';
import { type Difference, sayGap } from './differences.ts';
import { Track } from './track.tsx';

type DifferenceRowsProps = {
  readonly differences: readonly Difference[];
  readonly answer: SitesAnswer;
  /** Columns shown: numbers of the compared sites. */
  readonly shown: readonly number[];
  readonly sites: readonly Compared[];
  /** Weight of the heaviest criterion; absent: no tracks, the sites are much the same. */
  readonly longest?: number;
};

/** One row a criterion: value and points of every site, on tracks of one scale. */
export function DifferenceRows(props: DifferenceRowsProps) {
  const { differences, answer, shown, sites, longest } = props;
  return differences.map((difference) => {
    const { prefer, points, best } = difference;
    const isSynthetic = columnFor(answer, prefer)?.synthetic === true;
    return (
      <tr key={prefer.id}>
        <th scope="row">
          {prefer.title} {isSynthetic && <SyntheticBadge />}
          {longest !== undefined && <small>{sayGap(difference)}</small>}
        </th>
        {shown.map((at) => {
          const compared = sites[at];
          const own = points[at];
          if (compared === undefined || own === undefined) return null;
          return (
            <td key={compared.site.key} className={isRange(own) ? 'unknown' : undefined}>
              <div className="compare-cell">
                <span>
                  <CompareValue
                    answer={answer}
                    criterion={prefer}
                    index={compared.standing.index}
                  />{' '}
                  {longest !== undefined && best === at && <span className="best">Best</span>}
                </span>
                <PointsOf points={own} />
              </div>
              {longest !== undefined && <Track points={own} longest={longest} />}
            </td>
          );
        })}
      </tr>
    );
  });
}

const isRange = ({ low, high }: Points): boolean => high - low > 0.05;

function PointsOf({ points }: { readonly points: Points }) {
  const [got = '', of = ''] = sayPoints(points).split('/');
  return (
    <span className="compare-points">
      <b>{got.trim()}</b> / {of.trim()}
    </span>
  );
}
