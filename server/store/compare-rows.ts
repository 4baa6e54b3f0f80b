import type { FeatureChange } from '#data/schema/change.ts';
import type { ChangeKind } from '#data/schema/change-kind.ts';
import type { Bounds, LngLat, Shape } from '#data/schema/geometry.ts';
import type { FeatureDraft } from '#server/frames/draft.ts';

/** Shapes that cross the store's interface when two editions are compared. */

/** An edition and the one it is held against, by row. */
export type Versus = { readonly edition: number; readonly against: number };

/** A feature as far as two editions are compared by it. */
export type FeatureState = Pick<
  FeatureDraft,
  | 'key'
  | 'id'
  | 'reference'
  | 'name'
  | 'layer'
  | 'line'
  | 'attributes'
  | 'extra'
  | 'geometry'
  | 'bounds'
> & { readonly row: number };

/** A feature as far as it is recognised by it: without what it says and where its vertices are. */
export type FeatureSketch = Pick<
  FeatureState,
  'row' | 'key' | 'id' | 'reference' | 'name' | 'layer' | 'bounds'
> & { readonly shape?: Shape };

/** One thing in two editions. */
export type StatePair = { readonly before: FeatureState; readonly after: FeatureState };

/** A feature of an edition takes the id of the thing it was before; `from` leads there ever after. */
export type IdChange = {
  readonly row: number;
  readonly from: string;
  readonly id: string;
  readonly key: number;
};

/** A feature of an edition and one of another dataset that seems to be the same thing. */
export type Twin = {
  readonly name?: string;
  readonly layer: string;
  readonly line: number;
  /** Row of the other edition. */
  readonly other: number;
  readonly otherId: string;
  readonly bounds: Bounds;
  readonly otherBounds: Bounds;
};

/** Where twins of an edition's features are looked for. */
export type TwinQuery = {
  readonly edition: number;
  /** Rows of live editions. */
  readonly others: readonly number[];
  /** Degrees of longitude and latitude that boxes may be apart. */
  readonly reach: LngLat;
  /** Most that are found; they are told in the order they were published. */
  readonly limit: number;
};

export type ChangeRow = FeatureChange & { readonly number: number };

/** Which changes of an edition are wanted. */
export type ChangePage = {
  readonly kinds?: readonly ChangeKind[];
  /** Number of the last change had. */
  readonly after?: number;
  readonly limit: number;
};
