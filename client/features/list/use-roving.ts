import { type KeyboardEvent, useRef, useState } from 'react';

/** The row a key leads to from `index` of `count` rows; undefined for keys that do not move. */
export function rowAfter(key: string, index: number, count: number): number | undefined {
  if (count === 0) return undefined;
  if (key === 'ArrowDown') return Math.min(count - 1, index + 1);
  if (key === 'ArrowUp') return Math.max(0, index - 1);
  if (key === 'Home') return 0;
  return key === 'End' ? count - 1 : undefined;
}

/** Marks the button of a row that arrow keys lead to. */
export const ROW_BUTTON = 'data-row';

/** One stop for the Tab key in a list of buttons; arrow keys, Home and End move within it. */
export function useRoving<List extends HTMLElement>(count: number) {
  const listRef = useRef<List>(null);
  const [index, setIndex] = useState(0);
  const current = Math.min(index, Math.max(0, count - 1));
  const onKeyDown = (event: KeyboardEvent) => {
    const next = event.altKey ? undefined : rowAfter(event.key, current, count);
    if (next === undefined) return;
    event.preventDefault();
    setIndex(next);
    listRef.current?.querySelectorAll<HTMLElement>(`[${ROW_BUTTON}]`)[next]?.focus();
  };
  return { listRef, index: current, setIndex, onKeyDown };
}
