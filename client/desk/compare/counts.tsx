import { type KeyboardEvent, useRef } from 'react';
import { formatCount } from '#client/ui/format.ts';
import type { DraftCompare } from '#data/schema/desk-compare.ts';
import { COUNTS, type Count, SIGNS, sayCount } from './kinds.ts';

type CountsProps = {
  readonly compare: DraftCompare;
  readonly shown: Count;
  readonly onShow: (count: Count) => void;
};

/** Five counts as tabs; arrows, Home and End go from one to the next. Their signs are the map's. */
export function Counts({ compare, shown, onShow }: CountsProps) {
  const list = useRef<HTMLDivElement>(null);
  const onKeyDown = (event: KeyboardEvent) => {
    const next = nextTab(event.key, COUNTS.indexOf(shown));
    if (next === undefined) return;
    event.preventDefault();
    onShow(next);
    list.current?.querySelector<HTMLElement>(`#count-${next}`)?.focus();
  };
  return (
    <div
      className="counts"
      role="tablist"
      aria-label="What changes"
      ref={list}
      onKeyDown={onKeyDown}
    >
      {COUNTS.map((count) => (
        <button
          key={count}
          id={`count-${count}`}
          type="button"
          role="tab"
          className={`count count-${count}`}
          aria-selected={count === shown}
          aria-controls="changes"
          tabIndex={count === shown ? 0 : -1}
          onClick={() => onShow(count)}
        >
          <Sign count={count} />
          <b>{formatCount(compare[count])}</b>
          <span>{sayCount(count, compare)}</span>
        </button>
      ))}
    </div>
  );
}

function nextTab(key: string, at: number): Count | undefined {
  const last = COUNTS.length - 1;
  const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: last }[key];
  return to === undefined ? undefined : COUNTS[(to + COUNTS.length) % COUNTS.length];
}

/** The sign of a change as the map draws it. */
export function Sign({ count }: { readonly count: Count }) {
  return (
    <i className={`sign sign-${count}`} aria-hidden="true">
      {SIGNS[count]}
    </i>
  );
}
