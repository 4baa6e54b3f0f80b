import { type Condition, matches } from '#data/query/filter.ts';
import type { AttributeValue } from '#data/schema/attribute.ts';
import type { Ruler } from '#server/measure/measure.ts';
import { type BoxTree, packBoxes } from './box-tree.ts';
import { layOutInSteps, type Outlines } from './outlines.ts';
import { makeSoundInSteps } from './sound.ts';
import { atOnce, type Steps } from './steps.ts';
import type { Thing } from './thing.ts';

/**
 * Features of one type and dataset, laid out and indexed once an edition and asked about many candidates. Nothing of
 * it needs freeing.
 */
export type Things = {
  readonly all: readonly Thing[];
  readonly outlines: Outlines;
  /** Whether any of them states an attribute. */
  readonly states: (attribute: string) => boolean;
  /** Those that meet conditions; the last few asked for are kept. */
  readonly select: (where: readonly Condition[]) => Selection;
};

/** Things that meet conditions. */
export type Selection = {
  readonly things: Things;
  /**
   * Whether the dataset can tell of them at all: it states what is asked about, and knows some of the values asked
   * for. A file of hospitals says nothing of surgeries. A dataset of nothing tells that there is nothing.
   */
  readonly tells: boolean;
  /** Of those that meet them. */
  readonly sure: BoxTree;
  /** Of those that may: they state nothing against it, and not all that is asked. */
  readonly possible: BoxTree;
};

/** How many selections are kept: a search asks a layer in a few ways, and thresholds inside a target come and go. */
const KEPT = 8;

/** Lay out and index things at once: see `openThingsInSteps`. */
export const openThings = (ruler: Ruler, all: readonly Thing[]): Things =>
  atOnce(openThingsInSteps(ruler, all));

/**
 * Lay out and index things.
 *
 * @throws {TypeError} when a coordinate is no number
 */
export function* openThingsInSteps(ruler: Ruler, all: readonly Thing[]): Steps<Things> {
  const shapes = yield* makeSoundInSteps(
    ruler,
    all.map(({ shape }) => shape),
  );
  const outlines = yield* layOutInSteps(shapes);
  const stated = new Map<string, boolean>();
  const selections = new Map<string, Selection>();
  const things: Things = {
    all,
    outlines,
    states(attribute) {
      const known = stated.get(attribute);
      if (known !== undefined) return known;
      const states = all.some((thing) => isStated(findValue(thing, attribute)));
      stated.set(attribute, states);
      return states;
    },
    select(where) {
      const key = JSON.stringify(where);
      const selection = selections.get(key) ?? selectFrom(things, where);
      selections.delete(key);
      selections.set(key, selection);
      const [oldest] = selections.keys();
      if (selections.size > KEPT && oldest !== undefined) selections.delete(oldest);
      return selection;
    },
  };
  return things;
}

/** What a thing states of an attribute. */
export const findValue = (
  { attributes }: Pick<Thing, 'attributes'>,
  attribute: string,
): AttributeValue | undefined =>
  Object.hasOwn(attributes, attribute) ? attributes[attribute] : undefined;

/** Whether anything is said: a list of nothing and an empty text say nothing. */
export const isStated = (value: AttributeValue | undefined): value is AttributeValue =>
  value !== undefined && value !== '' && !(typeof value === 'object' && value.length === 0);

function selectFrom(things: Things, where: readonly Condition[]): Selection {
  const { all, outlines } = things;
  const sure: number[] = [];
  const possible: number[] = [];
  for (const [at, thing] of all.entries()) {
    const chance = meets(thing, where);
    if (chance === 'sure') sure.push(at);
    if (chance === 'possible') possible.push(at);
  }
  return {
    things,
    tells: all.length === 0 || where.every((condition) => tellsOf(things, condition)),
    sure: packBoxes(outlines.boxes, sure),
    possible: packBoxes(outlines.boxes, possible),
  };
}

function tellsOf({ all, states }: Things, condition: Condition): boolean {
  if (condition.unknown === true) return true;
  return condition.kind === 'range'
    ? states(condition.attribute)
    : all.some((thing) => matches(condition, findValue(thing, condition.attribute)));
}

/** Whether a thing meets conditions: what it does not state may be anything. */
function meets(thing: Thing, where: readonly Condition[]): 'sure' | 'possible' | 'no' {
  let chance: 'sure' | 'possible' = 'sure';
  for (const condition of where) {
    const value = findValue(thing, condition.attribute);
    if (asksIfStated(condition) ? isStated(value) : matches(condition, value)) continue;
    if (isStated(value) || asksIfStated(condition)) return 'no';
    chance = 'possible';
  }
  return chance;
}

/** A range without ends asks no more than that there is a value. */
const asksIfStated = (condition: Condition): boolean =>
  condition.kind === 'range' &&
  condition.min === undefined &&
  condition.max === undefined &&
  condition.unknown !== true;
