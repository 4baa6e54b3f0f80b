import type { MapMode } from '#data/cartography/picture.ts';
import type { Paper, Turn } from './paper.ts';

/** What the reader chose for the sheet. */
export type PrintChoice = {
  readonly title: string;
  readonly paper: Paper;
  readonly turn: Turn;
  /** `n` of `1 : n`; undefined: as much ground as the screen shows. */
  readonly scale: number | undefined;
  readonly mode: Exclude<MapMode, 'dark'>;
};

/** The sheet the dialog opens with. */
export const FIRST_CHOICE: PrintChoice = {
  title: '',
  paper: 'A4',
  turn: 'landscape',
  scale: undefined,
  mode: 'print',
};
