import type { Condition } from '#data/query/filter.ts';

/** Things of one feature type; with conditions, those that meet all of them. */
export type Target = {
  /** `energy/substation`. */
  readonly type: string;
  readonly where?: readonly Condition[];
};

/**
 * What is measured of a candidate, in the plane of the National Grid and told on the ground. Distances are straight
 * lines from the candidate's edge; a candidate known by a point and a stated area is measured from the point, and
 * its shares on a circle of that area.
 */
export type What =
  /** An attribute of the site itself. `area-ha` of a drawn area or a boundary is measured, else as stated. */
  | { readonly kind: 'site'; readonly attribute: string }
  /** Metres to the nearest; `second`: to the nearest that is not the same thing, nor shares `apartBy` with it. */
  | {
      readonly kind: 'distance';
      readonly of: Target;
      readonly second?: { readonly apartBy?: string };
    }
  /** Share of the candidate's ground covered, overlaps once; per cent. */
  | { readonly kind: 'share'; readonly of: Target }
  /** Ground of the candidate covered, overlaps once; hectares. */
  | { readonly kind: 'hectares'; readonly of: Target }
  /** How many lie on it or within so many metres. */
  | { readonly kind: 'count'; readonly of: Target; readonly withinM: number }
  /** Sum of an attribute of those on it or within so many metres. */
  | {
      readonly kind: 'sum';
      readonly of: Target;
      readonly attribute: string;
      readonly withinM: number;
    }
  /**
   * An attribute of one thing: the nearest, the one that contains the candidate's middle, or the one that serves it.
   * `serving` follows the operator's supply areas where there are any, else takes the nearest and says so.
   */
  | {
      readonly kind: 'value';
      readonly of: Target;
      readonly attribute: string;
      readonly from: 'nearest' | 'containing' | 'serving';
    };

/** What a measured value must be. Numbers in the unit of what is measured. */
export type Test =
  | { readonly op: 'at-least' | 'at-most'; readonly value: number }
  | { readonly op: 'is' | 'is-not'; readonly values: readonly string[] }
  | { readonly op: 'known' };

/** What a measured value is worth, 0 to 1. */
export type Worth =
  /** Linear between two anchors, which may rise or fall; level beyond them. */
  | { readonly kind: 'linear'; readonly full: number; readonly none: number }
  /** By value, as texts; what is listed nowhere is worth `otherwise`. */
  | {
      readonly kind: 'steps';
      readonly steps: readonly { readonly values: readonly string[]; readonly share: number }[];
      readonly otherwise: number;
    };

/** Where a threshold comes from. `default`: nobody's rule, to argue with. */
export type Origin =
  | { readonly kind: 'sourced'; readonly text: string; readonly url?: string }
  | { readonly kind: 'default'; readonly text?: string };

type Criterion = {
  /** Stable within a profile: `flood-zone-3`. */
  readonly id: string;
  /** `Demand headroom at the nearest primary`. */
  readonly title: string;
  /** Over a column: `Headroom`. */
  readonly short: string;
  readonly what: What;
  /** Absent: added by whoever searches. */
  readonly origin?: Origin;
  /** Said beside it: `Headroom is not a connection offer.` */
  readonly note?: string;
};

/** What every site must meet. A site it cannot be told of is kept and marked; see `rank.ts`. */
export type Must = Criterion & {
  readonly test: Test;
  /** Left out of the search, and still to be seen in it. */
  readonly off?: true;
};

/** What is better the more of it there is. */
export type Prefer = Criterion & {
  readonly worth: Worth;
  /** At least 0; those of a search are used in proportion, so that they sum to 100. */
  readonly weight: number;
  /** Stays when others are moved. */
  readonly locked?: true;
};
