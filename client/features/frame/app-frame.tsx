import { type ReactNode, useState } from 'react';
import { keepAppearance, recallAppearance } from '#client/state/kept-appearance.ts';
import { ModeContext } from '#client/state/mode-context.ts';
import { Announcer } from '#client/ui/announcer.tsx';
import { AppearanceMenu } from './appearance-menu.tsx';
import { Rail } from './rail.tsx';
import { SkipLinks } from './skip-links.tsx';
import { useShownMode } from './use-shown-mode.ts';

type AppFrameProps = {
  /** Address of the place the app is: its item of the rail. */
  readonly at: string;
  readonly className: string;
  /** Parts of the page that are skipped to. */
  readonly links: readonly (readonly [id: string, words: string])[];
  readonly children: ReactNode;
};

/** What an app beside the explorer stands in: the rail, the colours chosen, the voice. */
export function AppFrame({ at, className, links, children }: AppFrameProps) {
  const [appearance, setAppearance] = useState(recallAppearance);
  const mode = useShownMode(appearance);
  return (
    <ModeContext value={mode}>
      <div className={className}>
        <SkipLinks links={links} />
        <Rail at={at}>
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
      </div>
    </ModeContext>
  );
}
