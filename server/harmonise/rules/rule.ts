import type { FeatureType } from '#data/schema/feature-type.ts';
import type { RawRecord } from '#data/schema/flow.ts';
import type { Shape, Wgs84Geometry } from '#data/schema/geometry.ts';
import type { Fields } from '../fields/index.ts';
import type { Plan } from '../fields/plan.ts';
import type { Tally } from '../tally.ts';

/** One record after reading and placing. */
export type Judged = {
  readonly record: RawRecord;
  readonly fields: Fields;
  readonly geometry?: Wgs84Geometry | undefined;
};

/** Checks one record; findings go to the layer's tally. */
export type Rule = (judged: Judged) => void;

/** What the rules of a layer are made from. */
export type Judging = {
  readonly type: FeatureType | undefined;
  readonly plan: Plan;
  /** Shape of the layer as a whole. */
  readonly shape: Shape | 'mixed' | 'none';
  readonly tally: Tally;
};

/** Heading of the column an attribute is read from, for the issue. */
export const columnOf = (plan: Plan, name: string): string | undefined =>
  plan.fields.find(({ attribute }) => attribute.name === name)?.taps[0]?.column.name;
