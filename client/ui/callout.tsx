import type { ReactNode } from 'react';
import { Icon, type IconName } from './icon.tsx';

type CalloutProps = {
  readonly tone: 'warn' | 'bad' | 'info';
  /** The finding in a few words; the children say the rest. */
  readonly title: string;
  readonly children?: ReactNode;
};

const GLYPHS: Record<CalloutProps['tone'], IconName> = {
  warn: 'warning',
  bad: 'cross-circle',
  info: 'info',
};

/** Something to know before relying on what follows. */
export function Callout({ tone, title, children }: CalloutProps) {
  return (
    <div className={`callout callout-${tone}`}>
      <Icon name={GLYPHS[tone]} size={20} />
      <div>
        <strong>{title}</strong> {children}
      </div>
    </div>
  );
}
