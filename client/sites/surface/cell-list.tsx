import { useState } from 'react';
import { Button } from 'react-aria-components';
import { rampOf, stepOf } from '#client/map/sites-ramp.ts';
import { useMode } from '#client/state/mode-context.ts';
import { formatCount } from '#client/ui/format.ts';
import type { SitesAnswer } from '#data/schema/sites.ts';
import { sayScore } from '#data/siting/words.ts';
import type { Cell } from './cells.ts';
import { sayFacts } from './say-cell.ts';
import type { SurfaceState } from './use-surface-state.ts';
import './cells.css';

type CellListProps = { readonly surface: SurfaceState; readonly answer: SitesAnswer };

/** Most cells listed on the page; the rest are in the file. */
const LISTED_MOST = 2_000;

/** The surface as a list, best first: the first places, or all of it. */
export function CellList({ surface, answer }: CellListProps) {
  const [isAll, setAll] = useState(false);
  const scored = surface.cells?.scored ?? [];
  const shown = isAll ? scored.slice(0, LISTED_MOST) : surface.best;
  return (
    <>
      <ol className={isAll ? 'cell-list all' : 'cell-list'}>
        {shown.map((cell, index) => (
          <CellRow
            key={cell.site.key}
            cell={cell}
            rank={isAll ? (cell.standing.rank ?? index + 1) : index + 1}
            surface={surface}
            answer={answer}
          />
        ))}
      </ol>
      {scored.length > surface.best.length && (
        <Button className="text-button" onPress={() => setAll(!isAll)}>
          {isAll
            ? 'Show the best places only'
            : `Show all ${formatCount(scored.length)} scored cells`}
        </Button>
      )}
      {isAll && scored.length > LISTED_MOST && (
        <p className="meta-line">
          The first {formatCount(LISTED_MOST)} are listed. The file has them all.
        </p>
      )}
    </>
  );
}

type CellRowProps = CellListProps & { readonly cell: Cell; readonly rank: number };

function CellRow({ cell, rank, surface, answer }: CellRowProps) {
  const mode = useMode();
  const { site, standing, score } = cell;
  const district = site.district && answer.districts[site.district];
  return (
    <li>
      <button
        type="button"
        className="cell-row"
        aria-pressed={surface.selected?.site.key === site.key}
        onClick={() => surface.select(site.key)}
      >
        <span className="cell-rank">{rank}</span>
        <span className="cell-name">
          <b>{site.title}</b>
          {district && !site.title.endsWith(` ${district}`) && `, ${district}`}
        </span>
        <span className="cell-score">
          <i style={{ background: rampOf(mode)[stepOf(score)] }} aria-hidden="true" />
          <b>{sayScore(standing)}</b>
        </span>
        <span className="cell-facts">{sayFacts(cell, answer, surface.search)}</span>
      </button>
    </li>
  );
}
