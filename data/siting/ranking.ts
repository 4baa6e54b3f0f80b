import type { SitesAnswer } from '#data/schema/sites.ts';

/** What a ranking is made from. */
export type Measured = Pick<SitesAnswer, 'sites' | 'columns'>;

/** Points of one preferred criterion: equal when known. `of` is the weight as used; 0: not tested, or no weight. */
export type Points = { readonly low: number; readonly high: number; readonly of: number };

/** One candidate as a search sees it. */
export type Standing = {
  /** Number among the candidates. */
  readonly index: number;
  /** From 1; of those that meet every must. */
  readonly rank?: number;
  /** Points of 100, least and most. */
  readonly low: number;
  readonly high: number;
  /** In the order of the preferred criteria. Reckoned when read: a copy made by `...` has none. */
  readonly points: readonly Points[];
  /** Ids of the musts it fails. */
  readonly fails: readonly string[];
  /** Ids of musts nobody can tell of it: it is kept, and this is said. */
  readonly untold: readonly string[];
};

/** What one must did. */
export type FunnelStep = {
  readonly must: string;
  readonly state: 'tested' | 'off' | 'not-supplied';
  /** Sites left before and after it, the musts being taken in order. */
  readonly before: number;
  readonly after: number;
  /** Of those after, the ones nobody can tell of. */
  readonly untold: number;
  /** Sites it alone rules out: they meet every other must. */
  readonly alone: number;
};

/** A search carried out. */
export type Ranking = {
  readonly total: number;
  /** Best first: by the middle of the range, then the low end, then the reference. */
  readonly ranked: readonly Standing[];
  /** Those that fail a must. */
  readonly ruledOut: readonly Standing[];
  readonly funnel: readonly FunnelStep[];
  /** Ids of preferred criteria nobody supplied anything for: their weight is shared among the others. */
  readonly notTested: readonly string[];
};

/** One must eased or left out, and how many more sites that admits. */
export type Relaxation = {
  readonly must: string;
  readonly admits: number;
  /** The test's new value; absent: leave the must out. */
  readonly value?: number;
};

/** How firm a place in the ranking is, over draws of other weights. */
export type Robustness = {
  readonly draws: number;
  /** Share of draws that keep a site among the first ten, and the first five; in the order ranked. */
  readonly topTen: readonly number[];
  readonly topFive: readonly number[];
  /** Share of draws in which the same five lead, in whatever order. */
  readonly sameFive: number;
  /** Share in which the same one is first. */
  readonly sameFirst: number;
};

/** The least change of one weight that puts another site first. */
export type Flip = {
  readonly criterion: string;
  /** The weight as it is and as it would be, of 100. */
  readonly from: number;
  readonly to: number;
  /** Number of the site that would lead. */
  readonly leader: number;
};

/** Two preferred criteria that say nearly the same: |r| > 0.8 over the sites that have both. */
export type DoubleCount = {
  readonly one: string;
  readonly other: string;
  /** Pearson's r of what they are worth. */
  readonly r: number;
};
