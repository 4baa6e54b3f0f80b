import { Button } from 'react-aria-components';
import { compareAddress } from '../state/address.ts';
import type { SitesDesk } from '../state/desk.ts';
import { useRobustness } from '../state/use-robustness.ts';
import { giveFile } from './give-file.ts';
import { rankingCsv } from './ranking-csv.ts';
import { saySameFive } from './say-robustness.ts';

/** How firm the order is, and what can be taken away from it. */
export function RankingFoot({ desk }: { readonly desk: SitesDesk }) {
  const { answer, ranking, finder, dispatch } = desk;
  const robustness = useRobustness(desk);
  const { compare, search } = finder;
  const isRefused = answer?.terms.form === 'refused';
  const canCompare = compare.length >= 2;
  return (
    <footer className="ranking-foot">
      <p className="meta-line" aria-live="off">
        {isRefused
          ? `No export: ${answer?.terms.reason ?? ''}`
          : robustness && saySameFive(robustness, ranking?.ranked.length ?? 0)}
      </p>
      <Button
        className="button"
        isDisabled={ranking === undefined || ranking.ranked.length === 0 || isRefused}
        onPress={() =>
          answer && ranking && giveFile('sites.csv', rankingCsv(answer, ranking, search))
        }
      >
        Export
      </Button>
      {compare.length > 0 && !canCompare && (
        <Button className="text-button" onPress={() => dispatch({ kind: 'compare-none' })}>
          Untick
        </Button>
      )}
      {canCompare ? (
        <a className="button primary" href={compareAddress(search, compare)}>
          Compare {compare.length}
        </a>
      ) : (
        <span className="ranking-hint">
          {compare.length === 0 ? 'Tick two to four to compare' : 'Tick one more to compare'}
        </span>
      )}
    </footer>
  );
}
