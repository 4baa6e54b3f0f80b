import { type ReactNode, useState } from 'react';
import { AppearanceMenu } from '#client/features/frame/appearance-menu.tsx';
import { Rail } from '#client/features/frame/rail.tsx';
import { SkipLinks } from '#client/features/frame/skip-links.tsx';
import { useShownMode } from '#client/features/frame/use-shown-mode.ts';
import { keepAppearance, recallAppearance } from '#client/state/kept-appearance.ts';
import { ModeContext } from '#client/state/mode-context.ts';
import { Announcer } from '#client/ui/announcer.tsx';
import { Alarm } from './alarm.tsx';
import './frame.css';

const LINKS = [['work', 'Skip to the work']] as const;

type FrameProps = { readonly children: ReactNode };

/** What every page of the desk stands in: the rail, the colours chosen, the voices. */
export function Frame({ children }: FrameProps) {
  const [appearance, setAppearance] = useState(recallAppearance);
  const mode = useShownMode(appearance);
  return (
    <ModeContext value={mode}>
      <div className="desk">
        <SkipLinks links={LINKS} />
        <Rail at="/desk">
          <AppearanceMenu
            appearance={appearance}
            onChoose={(chosen) => {
              keepAppearance(chosen);
              setAppearance(chosen);
            }}
          />
        </Rail>
        {children}
        <Announcer />
        <Alarm />
      </div>
    </ModeContext>
  );
}
