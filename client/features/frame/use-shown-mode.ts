import { useLayoutEffect } from 'react';
import { type Appearance, type Mode, modeOf } from '#client/state/appearance.ts';
import { useMedia } from '#client/ui/use-media.ts';

/** The mode to show, written on the page so that `tokens.css` follows. */
export function useShownMode(appearance: Appearance): Mode {
  const dark = useMedia('(prefers-color-scheme: dark)');
  const contrast = useMedia('(prefers-contrast: more)');
  const mode = modeOf(appearance, { dark, contrast });
  useLayoutEffect(() => {
    document.documentElement.dataset.theme = mode;
  }, [mode]);
  return mode;
}
