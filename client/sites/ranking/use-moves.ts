import { type RefObject, useLayoutEffect, useRef } from 'react';

/** How long a row takes to its new place, ms; the same as `--ease` of `tokens.css`. */
const MOVE_MS = 160;
const MOVE_EASING = 'cubic-bezier(0.2, 0.7, 0.2, 1)';

/** Let rows slide from where they were to where they are; still for those who asked for less motion. */
export function useMoves(list: RefObject<HTMLElement | null>, order: string): void {
  const tops = useRef(new Map<string, number>());
  // biome-ignore lint/correctness/useExhaustiveDependencies: another order is what moves rows
  useLayoutEffect(() => {
    const rows = list.current?.querySelectorAll<HTMLElement>('[data-key]') ?? [];
    const before = tops.current;
    const now = new Map<string, number>();
    const isStill = matchMedia('(prefers-reduced-motion: reduce)').matches;
    for (const row of rows) {
      const key = row.dataset.key ?? '';
      const top = row.offsetTop;
      now.set(key, top);
      const byPx = (before.get(key) ?? top) - top;
      if (byPx === 0 || isStill) continue;
      row.animate([{ translate: `0 ${byPx}px` }, { translate: '0 0' }], {
        duration: MOVE_MS,
        easing: MOVE_EASING,
      });
    }
    tops.current = now;
  }, [list, order]);
}
