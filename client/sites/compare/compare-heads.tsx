import { SyntheticBadge } from '#client/ui/synthetic-badge.tsx';
import { sayStanding } from '#data/siting/announce.ts';
import { sayFigure } from '#data/siting/figures.ts';
import { sayScore } from '#data/siting/words.ts';
import { SlotBar } from '../slots/slot-bar.tsx';
import { SlotHeads } from '../slots/slot-heads.tsx';
import { reportAddress } from '../state/address.ts';
import type { Compared } from './compared.ts';
import { ScaleLine } from './scale-line.tsx';
import type { Comparison } from './use-comparison.ts';
import { MAP_PX } from './use-still-plans.ts';
import type { Stills } from './use-stills.ts';

type CompareHeadsProps = {
  readonly comparison: Comparison;
  readonly shown: readonly number[];
  readonly stills: Stills;
};

/** The sites over their columns: name, score, where they are, and what the score is made of. */
export function CompareHeads({ comparison, shown, stills }: CompareHeadsProps) {
  const { sites } = comparison;
  return (
    <thead>
      <tr>
        <td className="compare-corner">
          {stills.problem === undefined ? (
            <>
              <p>
                {sites.length === 2 ? 'Both maps' : `All ${COUNTS[sites.length]} maps`} at one
                scale.
              </p>
              {stills.metresPerPx !== undefined && <ScaleLine metresPerPx={stills.metresPerPx} />}
            </>
          ) : (
            <p>No maps: {stills.problem}</p>
          )}
        </td>
        {shown.map((at) => {
          const compared = sites[at];
          return (
            compared && (
              <SiteHead
                key={compared.site.key}
                compared={compared}
                comparison={comparison}
                picture={stills.pictures[at]}
              />
            )
          );
        })}
      </tr>
    </thead>
  );
}

const COUNTS: Readonly<Record<number, string>> = { 3: 'three', 4: 'four' };

type SiteHeadProps = {
  readonly compared: Compared;
  readonly comparison: Comparison;
  readonly picture: string | undefined;
};

function SiteHead({ compared: { site, standing }, comparison, picture }: SiteHeadProps) {
  const { search, ranking } = comparison;
  return (
    <th scope="col">
      <div className="compare-name">
        <a href={reportAddress(search, site.key)}>{site.title}</a>
        <b>{sayScore(standing)}</b>
      </div>
      <div className="compare-meta">
        <span>
          {site.reference && <code>{site.reference}</code>}
          {site.reference && ' · '}
          {standing.rank === undefined
            ? 'ruled out'
            : `rank ${standing.rank} of ${ranking.ranked.length}`}
        </span>
        <span>of 100</span>
      </div>
      <div className="compare-map">
        {picture && (
          <img
            src={picture}
            width={MAP_PX.widthPx}
            height={MAP_PX.heightPx}
            alt={`Map of ${site.title} with straight lines to what it was measured to. The figures are in the rows below.`}
          />
        )}
      </div>
      <div className="compare-facts">
        {site.areaHa === undefined ? 'area not known' : sayFigure(site.areaHa, 'ha')}
        {site.fact && ` · ${site.fact}`} {site.synthetic && <SyntheticBadge />}
      </div>
      <SlotHeads prefers={search.prefer} points={standing.points} />
      <SlotBar prefers={search.prefer} points={standing.points} size="compare" />
      <span className="hidden">{sayStanding(standing, search.prefer)}</span>
    </th>
  );
}
