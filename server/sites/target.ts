import type { Condition } from '#data/query/filter.ts';
import type { Target } from '#data/siting/criterion.ts';
import type { SuppliesOf, Supply, Thing } from './thing.ts';
import type { Selection } from './things.ts';
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

/**
 * Open a target. A dataset of which nothing states an attribute that is asked for cannot tell of the target: it
 * neither covers a district nor is measured to.
 *
 * @param attribute whose value is asked for, besides those of the conditions
 */
export function openTarget(
  { type, where = [] }: Target,
  { suppliesOf, districts }: { readonly suppliesOf: SuppliesOf; readonly districts: Districts },
  attribute?: string,
): OpenTarget {
  const asked = [...where.flatMap(neededOf), ...(attribute === undefined ? [] : [attribute])];
  const supplies = suppliesOf(type).filter(
    ({ things }) => things.all.length === 0 || asked.every((name) => things.states(name)),
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

/** A condition that lets the unknown through asks for nothing. */
const neededOf = ({ attribute, unknown }: Condition): string[] =>
  unknown === true ? [] : [attribute];

/** A thing of a target. */
export type Found = { readonly selection: Selection; readonly item: number };

export const thingOf = ({ selection, item }: Found): Thing | undefined =>
  selection.things.all[item];
