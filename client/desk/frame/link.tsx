import type { MouseEvent, ReactNode } from 'react';
import { goTo } from '../state/navigate.ts';
import { type DeskRoute, writeRoute } from '../state/route.ts';

type LinkProps = {
  /** A page of the desk, or an address the server gave. */
  readonly to: DeskRoute | string;
  readonly className?: string;
  /** For assistive technology, where the words alone do not say what it leads to. */
  readonly label?: string;
  readonly isCurrentStep?: boolean;
  readonly children: ReactNode;
};

/** A link within the desk: a real address that opens in place, or in a tab of its own where one is asked for. */
export function Link({ to, className, label, isCurrentStep = false, children }: LinkProps) {
  const href = typeof to === 'string' ? to : writeRoute(to);
  const onClick = (event: MouseEvent) => {
    const isPlain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey;
    if (!isPlain || event.altKey) return;
    event.preventDefault();
    goTo(href);
  };
  return (
    <a
      href={href}
      className={className}
      aria-label={label}
      aria-current={isCurrentStep ? 'step' : undefined}
      onClick={onClick}
    >
      {children}
    </a>
  );
}
