/** Sides of the divider a layer is seen on. */
export const SIDES = ['both', 'left', 'right'] as const;
export type Side = (typeof SIDES)[number];

/** Two pictures of one place under a divider. */
export type Compare = {
  /** Where the divider stands, whole percent of the free part of the map. */
  readonly percent: number;
  /** Layers seen on one side only; all others are on both. */
  readonly sides: Readonly<Record<string, Exclude<Side, 'both'>>>;
};

/** What changes a comparison. */
export type CompareChange =
  | { readonly kind: 'begun'; readonly sides?: Compare['sides'] }
  | { readonly kind: 'ended' }
  | { readonly kind: 'moved'; readonly percent: number }
  | { readonly kind: 'placed'; readonly layer: string; readonly side: Side }
  | { readonly kind: 'swapped' };

/** The comparison after a change; undefined: none. */
export function changeCompare(
  compare: Compare | undefined,
  change: CompareChange,
): Compare | undefined {
  if (change.kind === 'begun') return { percent: 50, sides: change.sides ?? {} };
  if (change.kind === 'ended' || compare === undefined) return undefined;
  switch (change.kind) {
    case 'moved':
      return { ...compare, percent: Math.round(Math.min(100, Math.max(0, change.percent))) };
    case 'placed':
      return { ...compare, sides: placed(compare.sides, change.layer, change.side) };
    case 'swapped':
      return { ...compare, sides: mapped(compare.sides, OTHER) };
  }
}

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
