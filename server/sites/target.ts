import type { Target } from '#data/siting/criterion.ts';
import { POLYGONS } from './outlines.ts';
import type { SuppliesOf, Supply } from './supply.ts';
import type { Thing } from './thing.ts';
import type { Selection, Things } from './things.ts';
import type { Districts } from './whereabouts.ts';

/** Things of one target, from every dataset that can tell of them. */
export type OpenTarget = {
  readonly supplies: readonly Supply[];
  /** One of each supply, in their order. */
  readonly selections: readonly Selection[];
  /** Numbers of the districts any of them says something of, and of the others. */
  readonly covered: ReadonlySet<number>;
  readonly uncovered: readonly number[];
};

/** What is asked of the things of a target, besides its conditions. */
export type Asked = {
  /** An attribute whose value is asked for. */
  readonly attribute?: string;
  /** Only areas can answer. */
  readonly areas?: boolean;
};

/**
 * Open a target. A dataset that cannot tell of it neither covers a district nor is measured to: one of which nothing
 * states what is asked for, and, where ground is asked for, one of points and lines alone.
 */
export function openTarget(
  { type, where = [] }: Target,
  { suppliesOf, districts }: { readonly suppliesOf: SuppliesOf; readonly districts: Districts },
  asked: Asked = {},
): OpenTarget {
  const supplies = suppliesOf(type).filter(
    ({ things }) => things.select(where).tells && answers(things, asked),
  );
  const codes = new Set(supplies.flatMap(({ coverage }) => coverage));
  const covered = new Set<number>();
  const uncovered: number[] = [];
  for (const [at, { gssCode }] of districts.all.entries()) {
    if (codes.has(gssCode)) covered.add(at);
    else uncovered.push(at);
  }
  const selections = supplies.map(({ things }) => things.select(where));
  return { supplies, selections, covered, uncovered };
}

function answers({ all, outlines, states }: Things, { attribute, areas }: Asked): boolean {
  if (all.length === 0) return true;
  return (
    (attribute === undefined || states(attribute)) &&
    (areas !== true || outlines.kinds.includes(POLYGONS))
  );
}

/** A thing of a target. */
export type Found = { readonly selection: Selection; readonly item: number };

export const thingOf = ({ selection, item }: Found): Thing | undefined =>
  selection.things.all[item];
