import { useMemo } from 'react';
import { Button } from 'react-aria-components';
import { formatCount } from '#client/ui/format.ts';
import type { Must } from '#data/siting/criterion.ts';
import type { Relaxation } from '#data/siting/ranking.ts';
import { relaxationsOf } from '#data/siting/relax.ts';
import { sayTest } from '#data/siting/words.ts';
import type { SitesDesk } from '../state/desk.ts';
import { LeftRow } from './left-row.tsx';

/** Rows of the last list that are kept, greyed. */
const KEPT = 12;

/** Ways out that are offered. */
const WAYS = 4;

/** No site meets every must: the cheapest ways out, and the list as it was. */
export function EmptyRanking({ desk }: { readonly desk: SitesDesk }) {
  const { answer, ranking, finder, edit, dispatch } = desk;
  const { search } = finder;
  const ways = useMemo(
    () => (answer === undefined ? [] : relaxationsOf(answer, search).slice(0, WAYS)),
    [answer, search],
  );
  if (answer === undefined || ranking === undefined) return null;
  if (ranking.total === 0) return <Nowhere />;
  const ease = (way: Relaxation, must: Must) => {
    if (way.value === undefined) dispatch({ kind: 'must-on', id: must.id, on: false });
    else dispatch({ kind: 'must-test', id: must.id, test: easedTest(must, way.value) });
  };
  return (
    <div className="ranked-scroll">
      <div className="ranking-empty">
        <p className="notice-title">No site meets every must.</p>
        {ways.length === 0 && <p>No single must eased or left out would admit any.</p>}
        <ul>
          {ways.map((way) => {
            const must = search.must.find(({ id }) => id === way.must);
            if (must === undefined) return null;
            return (
              <li key={`${way.must} ${way.value}`}>
                <Button className="button" onPress={() => ease(way, must)}>
                  {sayWay(way, must)}
                </Button>
                <span>would admit {formatCount(way.admits)}</span>
              </li>
            );
          })}
        </ul>
        <RuledOut desk={desk} />
      </div>
      {edit.departed.length > 0 && (
        <>
          <p className="ranking-before meta-line">The list before your last edit</p>
          <ol className="ranked-list">
            {edit.departed.slice(0, KEPT).map(({ standing, rank }) => {
              const site = answer.sites[standing.index];
              const fails = search.must.filter(({ id }) => standing.fails.includes(id));
              return site && <LeftRow key={site.key} site={site} rank={rank} fails={fails} />;
            })}
          </ol>
        </>
      )}
    </div>
  );
}

/** Which must rules out how many by itself. */
function RuledOut({ desk }: { readonly desk: SitesDesk }) {
  const steps = (desk.ranking?.funnel ?? []).filter(({ alone }) => alone > 0);
  if (steps.length === 0) return null;
  const words = steps.map(({ must, alone }) => {
    const short = desk.finder.search.must.find(({ id }) => id === must)?.short ?? must;
    return `${short} ${formatCount(alone)}`;
  });
  return <p className="meta-line">Ruled out by one must alone: {words.join(', ')}.</p>;
}

function Nowhere() {
  return (
    <div className="ranking-empty">
      <p className="notice-title">Nothing to look through.</p>
      <p>
        No site of the kinds this profile looks through is published here yet. Their publishers
        could supply them; or use areas of your own, above the musts.
      </p>
    </div>
  );
}

const easedTest = ({ test }: Must, value: number): Must['test'] =>
  test.op === 'at-least' || test.op === 'at-most' ? { op: test.op, value } : test;

/** `Site area: at least 1 ha in place of 5 ha`; `Leave out “River or canal”`. */
function sayWay(way: Relaxation, must: Must): string {
  if (way.value === undefined) return `Leave out “${must.short}”`;
  return `${must.short} ${sayTest(must.what, easedTest(must, way.value)).replace(' (straight line)', '')}`;
}
