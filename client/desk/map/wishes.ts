import type { Bounds, LngLat } from '#data/schema/geometry.ts';

/** What a step wants of the map beside it. Give the same value while nothing changes. */
export type DraftMapWishes = {
  /** What points are told apart by: where they fall, or what publishing does to them. */
  readonly show: 'places' | 'changes';
  /** What to look at; a new box moves the camera. */
  readonly box?: Bounds;
  /** The record all the page is about. */
  readonly selected?: SelectedPoint;
  /** Places the selected record may have been meant to have. */
  readonly candidates?: readonly CandidatePoint[];
  /** From where to where things move. */
  readonly moves?: readonly { readonly from: LngLat; readonly to: LngLat }[];
  /** Things publishing takes away: they are not in the draft. */
  readonly removed?: readonly LngLat[];
  /** Somebody picked a record on the map. */
  readonly onPick?: (picked: { readonly line: number; readonly issue?: string }) => void;
  /** Somebody picked one of the candidates. */
  readonly onCandidate?: (value: string) => void;
};

export type SelectedPoint = {
  readonly line: number;
  /** Absent: it has no place, or lies where its line says. */
  readonly at?: LngLat;
  /** Beside it: `SH 2132 · line 96`; then a second line. */
  readonly label?: string;
  readonly note?: string;
};

export type CandidatePoint = {
  readonly value: string;
  readonly at: LngLat;
  readonly isChosen: boolean;
};
