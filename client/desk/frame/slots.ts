import { createContext, useContext } from 'react';
import type { DraftMapWishes } from '../map/wishes.ts';

/** Places of the frame that a step fills. */
export type Slots = {
  /** Under the map, at the side. */
  readonly side: HTMLElement | null;
  /** Along the foot. */
  readonly bar: HTMLElement | null;
  /** What the step calls its side, and what it wants on the map; undefined: no side. */
  readonly setSide: (side: SideWishes | undefined) => void;
};

export type SideWishes = {
  /** Name of the side where it is a tab: `Map`, `Column`. */
  readonly title: string;
  /** Undefined: the side has no map. */
  readonly map: DraftMapWishes | undefined;
};

export const SlotsContext = createContext<Slots>({
  side: null,
  bar: null,
  setSide: () => undefined,
});

/** The frame's places. */
export const useSlots = (): Slots => useContext(SlotsContext);
