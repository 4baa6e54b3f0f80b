import { createContext, useContext } from 'react';
import type { Mode } from './appearance.ts';

/** The mode shown, for what is drawn from the map's own scales. */
export const ModeContext = createContext<Mode>('light');

/** The mode shown. */
export const useMode = (): Mode => useContext(ModeContext);
