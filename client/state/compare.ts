/** Sides of the divider a layer is seen on. */
export const SIDES = ['both', 'left', 'right'] as const;
export type Side = (typeof SIDES)[number];

/** One layer as it stood at two times. */
export type Editions = {
  readonly layer: string;
  /** Times at which it is seen as it stood, ISO 8601; absent: as it is now. */
  readonly left?: string;
  readonly right?: string;
};

/** Two pictures of one place under a divider. */
export type Compare = {
  /** Where the divider stands, whole percent of the free part of the map. */
  readonly percent: number;
  /** Layers seen on one side only; all others are on both. */
  readonly sides: Readonly<Record<string, Exclude<Side, 'both'>>>;
  /** Absent: every layer is as it is now, left and right. */
  readonly editions?: Editions;
};

/** What changes a comparison. */
export type CompareChange =
  | { readonly kind: 'begun'; readonly sides?: Compare['sides'] }
  | { readonly kind: 'ended' }
  | { readonly kind: 'moved'; readonly percent: number }
  | { readonly kind: 'placed'; readonly layer: string; readonly side: Side }
  | { readonly kind: 'editions-chosen'; readonly editions: Editions | undefined }
  | { readonly kind: 'swapped' };

/** The comparison after a change; undefined: none. */
export function changeCompare(
  compare: Compare | undefined,
  change: CompareChange,
): Compare | undefined {
  if (change.kind === 'begun') return { percent: 50, sides: change.sides ?? {} };
  if (change.kind === 'editions-chosen') return withEditions(compare, change.editions);
  if (change.kind === 'ended' || compare === undefined) return undefined;
  switch (change.kind) {
    case 'moved':
      return { ...compare, percent: Math.round(Math.min(100, Math.max(0, change.percent))) };
    case 'placed':
      return { ...compare, sides: placed(compare.sides, change.layer, change.side) };
    case 'swapped':
      return swapped(compare);
  }
}

/** Choosing editions begins a comparison. */
function withEditions(compare: Compare | undefined, editions: Editions | undefined): Compare {
  const { percent = 50, sides = {} } = compare ?? {};
  if (editions === undefined) return { percent, sides };
  // the layer itself is seen on both sides, as it was and as it is
  return { percent, sides: placed(sides, editions.layer, 'both'), editions };
}

function swapped({ editions, ...compare }: Compare): Compare {
  const sides = mapped(compare.sides, OTHER);
  if (editions === undefined) return { ...compare, sides };
  const { layer, left, right } = editions;
  return { ...compare, sides, editions: editionsOf(layer, right, left) };
}

/** A layer as it stood at two times; undefined: as it is now. */
export const editionsOf = (
  layer: string,
  left: string | undefined,
  right: string | undefined,
): Editions => ({
  layer,
  ...(left === undefined ? {} : { left }),
  ...(right === undefined ? {} : { right }),
});

const OTHER = { left: 'right', right: 'left' } as const;

function placed(sides: Compare['sides'], layer: string, side: Side): Compare['sides'] {
  const others = Object.entries(sides).filter(([id]) => id !== layer);
  return Object.fromEntries(side === 'both' ? others : [...others, [layer, side] as const]);
}

const mapped = (
  sides: Compare['sides'],
  to: Readonly<Record<'left' | 'right', 'left' | 'right'>>,
): Compare['sides'] =>
  Object.fromEntries(Object.entries(sides).map(([id, side]) => [id, to[side]]));

/** Where a layer is seen. */
export const sideOf = (compare: Compare, layer: string): Side =>
  Object.hasOwn(compare.sides, layer) ? (compare.sides[layer] ?? 'both') : 'both';

/** The layers of one side, in their order. */
export const ofSide = <Layer extends { readonly id: string }>(
  layers: readonly Layer[],
  compare: Compare,
  side: 'left' | 'right',
): readonly Layer[] => layers.filter(({ id }) => [side, 'both'].includes(sideOf(compare, id)));
