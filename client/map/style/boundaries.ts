import type { ThemeStyle } from './type-style.ts';

/** Boundaries: outlines only, never filled. */
export const BOUNDARIES: ThemeStyle = {};
