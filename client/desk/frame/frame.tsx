import type { ReactNode } from 'react';
import { AppFrame } from '#client/features/frame/app-frame.tsx';
import { Alarm } from './alarm.tsx';
import './frame.css';

const LINKS = [['work', 'Skip to the work']] as const;

type FrameProps = { readonly children: ReactNode };

/** What every page of the desk stands in: the frame of the product, and a voice for alarms. */
export function Frame({ children }: FrameProps) {
  return (
    <AppFrame at="/desk" className="desk" links={LINKS}>
      {children}
      <Alarm />
    </AppFrame>
  );
}
