import type { ReactNode } from 'react';
import { AppFrame } from '#client/features/frame/app-frame.tsx';
import './controls.css';
import './frame.css';

type FrameProps = {
  /** Parts of the page that are skipped to. */
  readonly links: readonly (readonly [id: string, words: string])[];
  readonly children: ReactNode;
};

/** What the finder and its comparison stand in. */
export function Frame({ links, children }: FrameProps) {
  return (
    <AppFrame at="/sites" className="sites" links={links}>
      {children}
    </AppFrame>
  );
}
