import { useEffect, useRef } from 'react';

type IssueKeys = {
  readonly onPrevious: (() => void) | undefined;
  readonly onNext: (() => void) | undefined;
  /** Undefined while single keys are turned off or nothing can be mended. */
  readonly onMend: (() => void) | undefined;
};

/** Alt+↑ and Alt+↓ go from issue to issue, M mends; not while something is typed. */
export function useIssueKeys(keys: IssueKeys): void {
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const act = actOf(event, latest.current);
      if (act === undefined) return;
      event.preventDefault();
      act();
    };
    addEventListener('keydown', onKeyDown);
    return () => removeEventListener('keydown', onKeyDown);
  }, []);
}

function actOf(event: KeyboardEvent, { onPrevious, onNext, onMend }: IssueKeys) {
  const { key, altKey, ctrlKey, metaKey, shiftKey, target } = event;
  if (ctrlKey || metaKey || shiftKey || event.defaultPrevented) return undefined;
  if (altKey) return { ArrowUp: onPrevious, ArrowDown: onNext }[key];
  return key.toLowerCase() === 'm' && !isTyping(target) && isInWork(target) ? onMend : undefined;
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  target.closest(
    'input:not([type="radio"]), textarea, select, [role="application"], [role="dialog"]',
  ) !== null;

/** A single key does nothing unless the work has the focus. Source: WCAG 2.2, 2.1.4. */
const isInWork = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.closest('.issues-step, .action-bar') !== null;
