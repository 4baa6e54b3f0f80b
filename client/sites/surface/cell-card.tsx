import { Button } from 'react-aria-components';
import { IconButton } from '#client/ui/icon-button.tsx';
import type { SitesAnswer } from '#data/schema/sites.ts';
import { columnFor } from '#data/siting/prepared.ts';
import { sayPoints, sayScore, sayValue } from '#data/siting/words.ts';
import { SlotBar } from '../slots/slot-bar.tsx';
import { areaTextOf } from './area-of-cell.ts';
import type { Cell } from './cells.ts';
import { sayPlace, sayState } from './say-cell.ts';
import type { SurfaceState } from './use-surface-state.ts';

type CellCardProps = {
  readonly cell: Cell;
  readonly surface: SurfaceState;
  readonly answer: SitesAnswer;
  readonly onStart: (areaText: string) => void;
};

/** The selected cell: its score, what it is made of, and what to do with it. */
export function CellCard({ cell, surface, answer, onStart }: CellCardProps) {
  const { standing, form } = cell;
  const { search, select } = surface;
  return (
    <section className="cell-card" aria-label="Selected cell">
      <header>
        <h2>{sayPlace(cell, answer)}</h2>
        <b>{form === 'out' ? 'Ruled out' : sayScore(standing)}</b>
        <IconButton icon="close" label="Close the cell" onPress={() => select(undefined)} />
      </header>
      {form === 'out' ? (
        <p>{upper(sayState(cell, search))}.</p>
      ) : (
        <SlotBar prefers={search.prefer} points={standing.points} size="compare" />
      )}
      <dl>
        {search.prefer.map((prefer, at) => {
          const column = columnFor(answer, prefer);
          const points = standing.points[at];
          if (column === undefined || points === undefined) return null;
          return (
            <div key={prefer.id}>
              <dt>{prefer.short}</dt>
              <dd>{sayValue(column, standing.index)}</dd>
              <dd>{points.of > 0 ? sayPoints(points) : 'not tested'}</dd>
            </div>
          );
        })}
      </dl>
      <Button className="button primary" onPress={() => onStart(areaTextOf(cell.site))}>
        Start a site here
      </Button>
    </section>
  );
}

const upper = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
