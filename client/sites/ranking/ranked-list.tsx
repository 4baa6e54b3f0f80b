import { type KeyboardEvent, useCallback, useMemo, useRef, useState } from 'react';
import { Button } from 'react-aria-components';
import { formatCount } from '#client/ui/format.ts';
import type { SitesDesk } from '../state/desk.ts';
import { COMPARED_MOST } from '../state/finder.ts';
import { BearInMind } from './bear-in-mind.tsx';
import { LeftRow } from './left-row.tsx';
import { countUnshown, orderOf, rowsOf } from './order.ts';
import { RankedRow, type RowAct } from './ranked-row.tsx';
import { useMoves } from './use-moves.ts';

/** Rows shown at first, and with every press for more. */
const PAGE = 100;

type RankedListProps = { readonly desk: SitesDesk };

/** The sites, best first. Up and down select, Enter opens the evidence, Space ticks Compare. */
export function RankedList({ desk }: RankedListProps) {
  const { answer, ranking, finder, edit, dispatch } = desk;
  const { search, site: selected, compare } = finder;
  const list = useRef<HTMLOListElement>(null);
  const [pages, setPages] = useState(1);
  const order = useShownOrder(desk);
  const rows = useMemo(
    () => rowsOf(order.shown, edit.departed).slice(0, pages * PAGE),
    [order.shown, edit.departed, pages],
  );
  const keys = rows.map(({ standing }) => answer?.sites[standing.index]?.key ?? '');
  useMoves(list, keys.join());
  const onAct = useCallback(
    (key: string, act: RowAct) => {
      if (act === 'tick') dispatch({ kind: 'compare', key, on: !compare.includes(key) });
      else dispatch({ kind: act, key });
    },
    [dispatch, compare],
  );
  if (answer === undefined || ranking === undefined) return null;
  const stop = keys.includes(selected ?? '') ? selected : keys[0];
  const unshown = order.shown.length - rows.filter(({ kind }) => kind === 'ranked').length;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys of the rows inside bubble to their list
    <div
      className="ranked-scroll"
      onPointerEnter={order.hold}
      onPointerLeave={order.release}
      onKeyDown={(event) => stepRow(event, list.current)}
    >
      <ol className="ranked-list" ref={list}>
        {rows.map(({ kind, standing, ...row }) => {
          const site = answer.sites[standing.index];
          if (site === undefined) return null;
          const musts = search.must.filter(({ id }) =>
            (kind === 'left' ? standing.fails : standing.untold).includes(id),
          );
          if (kind === 'left') {
            const rank = 'rank' in row ? row.rank : 0;
            return <LeftRow key={site.key} site={site} rank={rank} fails={musts} />;
          }
          return (
            <RankedRow
              key={site.key}
              site={site}
              standing={standing}
              prefers={search.prefer}
              isSelected={site.key === selected}
              isOpen={finder.isOpen && site.key === selected}
              isStop={site.key === stop}
              isTicked={compare.includes(site.key)}
              isTickFull={compare.length >= COMPARED_MOST}
              untold={musts.map(({ short }) => short.toLowerCase()).join(', ')}
              onAct={onAct}
            />
          );
        })}
      </ol>
      {countUnshown(edit.departed) > 0 && (
        <p className="ranked-more meta-line">
          {formatCount(countUnshown(edit.departed))} more left the list.
        </p>
      )}
      {unshown > 0 && (
        <p className="ranked-more">
          <Button className="button" onPress={() => setPages(pages + 1)}>
            Show {formatCount(Math.min(PAGE, unshown))} more of {formatCount(order.shown.length)}
          </Button>
        </p>
      )}
      <BearInMind answer={answer} />
    </div>
  );
}

/** The order of the rows; held while the pointer is over them, so that no row slips from under it. */
function useShownOrder({ ranking, answer }: SitesDesk) {
  const [held, setHeld] = useState<readonly number[]>();
  const shown = useMemo(
    () => (ranking === undefined ? [] : orderOf(ranking, held)),
    [ranking, held],
  );
  const latest = useRef(shown);
  latest.current = shown;
  // numbers mean other sites once other candidates have come
  const whose = useRef(answer);
  if (whose.current !== answer) {
    whose.current = answer;
    if (held !== undefined) setHeld(undefined);
  }
  return {
    shown,
    hold: () => setHeld(latest.current.map(({ index }) => index)),
    release: () => setHeld(undefined),
  };
}

const STEPS: ReadonlyMap<string, number> = new Map([
  ['ArrowUp', -1],
  ['ArrowDown', 1],
  ['PageUp', -10],
  ['PageDown', 10],
  ['Home', Number.NEGATIVE_INFINITY],
  ['End', Number.POSITIVE_INFINITY],
]);

/** Move the selection by keys: the row stepped to takes the focus and is pressed. */
function stepRow(event: KeyboardEvent, list: HTMLElement | null): void {
  const by = STEPS.get(event.key);
  if (by === undefined || list === null || event.altKey || event.ctrlKey || event.metaKey) return;
  const rows = [...list.querySelectorAll<HTMLButtonElement>('.ranked-main')];
  const row = event.target instanceof Element ? event.target.closest('[data-key]') : null;
  const at = rows.findIndex((each) => each.closest('[data-key]') === row);
  if (at < 0) return;
  event.preventDefault();
  const next = rows[Math.min(rows.length - 1, Math.max(0, at + by))];
  next?.focus();
  if (next?.getAttribute('aria-current') === null) next.click();
}
