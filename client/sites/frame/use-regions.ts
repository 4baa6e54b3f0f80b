import { useEffect } from 'react';

/** Parts of the finder that F6 goes round, in their order. */
const REGIONS = ['criteria', 'ranking', 'evidence', 'table', 'sites-map'] as const;

/** F6 goes from region to region, with Shift the other way; what is not on the page is passed by. */
export function useRegions(): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'F6' || event.ctrlKey || event.altKey || event.metaKey) return;
      event.preventDefault();
      const shown = REGIONS.flatMap((id) => {
        const element = document.getElementById(id);
        return element?.checkVisibility() ? [element] : [];
      });
      const at = shown.findIndex((element) => element.contains(document.activeElement));
      const by = event.shiftKey ? -1 : 1;
      const next = at < 0 ? 0 : (at + by + shown.length) % shown.length;
      enter(shown[next]);
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, []);
}

/** Into a region: to its list's row, where it has a list, else to the region itself. */
function enter(region: HTMLElement | undefined): void {
  const row = region?.querySelector<HTMLElement>('.ranked-main[tabindex="0"]');
  (row ?? region)?.focus();
}

/** Bring the focus to a region once it is drawn: what had it has gone. */
export function focusNext(id: (typeof REGIONS)[number]): void {
  requestAnimationFrame(() => document.getElementById(id)?.focus());
}

/** Bring the focus to a site's row. */
export function focusRow(key: string): void {
  document.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"] .ranked-main`)?.focus();
}
