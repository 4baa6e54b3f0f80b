import type { SiteCandidate } from '#data/schema/sites.ts';
import type { Must } from '#data/siting/criterion.ts';
import './ranked-row.css';

type LeftRowProps = {
  readonly site: SiteCandidate;
  readonly rank: number;
  /** The musts it fails. */
  readonly fails: readonly Must[];
};

/** A site that the last edit put out of the list, in the place it had, until the next edit. */
export function LeftRow({ site, rank, fails }: LeftRowProps) {
  return (
    <li className="ranked left" data-key={site.key}>
      <span className="ranked-rank" title={`Was ${rank}`}>
        <span className="hidden">Was </span>
        <s>{rank}</s>
      </span>
      <span className="ranked-name">{site.title}</span>
      <span className="ranked-facts">
        no longer meets: {fails.map(({ short }) => short.toLowerCase()).join(', ')}
      </span>
    </li>
  );
}
