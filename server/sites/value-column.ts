import { attributesOf, findFeatureType } from '#data/features/index.ts';
import type { Attribute, AttributeValue } from '#data/schema/attribute.ts';
import type { Why } from '#data/schema/site-why.ts';
import type { What } from '#data/siting/criterion.ts';
import type { Candidates } from './candidates.ts';
import { type Entries, type Entry, fillColumn, WHY } from './column.ts';
import { findContainingOf } from './containing.ts';
import { coverageOf, type MeasureContext } from './context.ts';
import { findNearestOf } from './nearest.ts';
import { type NearestHere, nowhere, REACH_M } from './nearest-kept.ts';
import { findServingOf } from './serving.ts';
import type { Steps } from './steps.ts';
import { type Found, type OpenTarget, thingOf } from './target.ts';
import { findValue, isStated } from './things.ts';

type Value = Extract<What, { kind: 'value' }>;

/** Which thing's value it is, or why that cannot be told. */
type Answer = {
  /** Any of these may be it; one: it is it. */
  readonly found: readonly Found[];
  readonly why: Why;
  readonly served?: number;
};

/** An attribute of the nearest thing, of the one that contains the candidate's middle, or of the one that serves it. */
export function valueColumn(
  candidates: Candidates,
  what: Value,
  target: OpenTarget,
  context: MeasureContext,
): Steps<Entries> {
  const { attribute } = what;
  const answerOf = answererOf(candidates, what, target, context);
  const kind = kindOf(findAttribute(what.of.type, attribute));
  return fillColumn(kind, candidates, context.register, (at, entry) => {
    const { found, why, served } = answerOf(at);
    const [first] = found;
    entry.thing = first && thingOf(first);
    entry.why = WHY[why];
    if (served !== undefined) entry.served = served;
    if (why !== 'measured' && why !== 'not-stated') return;
    const values = found.map((each) => {
      const one = thingOf(each);
      return one && findValue(one, attribute);
    });
    Object.assign(entry, spanOf(values, kind, why));
  });
}

/** What a value may be, of several things any of which it may be the value of. */
function spanOf(
  values: readonly (AttributeValue | undefined)[],
  kind: Entries['kind'],
  why: 'measured' | 'not-stated',
): Partial<Entry> {
  const stated = values.filter(isStated);
  if (stated.length < values.length) return { why: WHY['not-stated'] };
  if (kind === 'number') {
    const numbers = stated.filter((value) => typeof value === 'number');
    if (numbers.length < stated.length) return { why: WHY['not-stated'] };
    const [low, high] = [Math.min(...numbers), Math.max(...numbers)];
    return { low, high, why: low === high ? WHY.measured : WHY[why] };
  }
  const texts = [...new Set(stated.map(textOf))];
  const [text] = texts;
  return texts.length === 1 ? { text, why: WHY.measured } : { why: WHY[why] };
}

/** A value as columns of texts hold it; items of a list are parted by semicolons. */
export const textOf = (value: AttributeValue): string =>
  typeof value === 'object' ? value.join(';') : String(value);

/** Whether an attribute is a number or a text; unknown ones are texts. */
export const kindOf = (attribute: Attribute | undefined): Entries['kind'] =>
  attribute?.type === 'integer' || attribute?.type === 'decimal' ? 'number' : 'text';

export function findAttribute(type: string, name: string): Attribute | undefined {
  const found = findFeatureType(type);
  return found && attributesOf(found).find((attribute) => attribute.name === name);
}

type Answerer = (at: number) => Answer;

function answererOf(
  candidates: Candidates,
  { from, of }: Value,
  target: OpenTarget,
  context: MeasureContext,
): Answerer {
  if (from === 'containing') return containingAnswer(candidates, target, context);
  const nearest = nearestAnswer(candidates, target, context);
  if (from === 'nearest') return nearest;
  const servingOf = findServingOf(candidates, of.type, target, context);
  return (at) => {
    const serving = servingOf(at);
    return serving
      ? { found: [serving], why: 'measured', served: 1 }
      : { ...nearest(at), served: 0 };
  };
}

function nearestAnswer(
  candidates: Candidates,
  target: OpenTarget,
  context: MeasureContext,
): Answerer {
  const { nearest, nearestPossible } = findNearestOf(candidates, target);
  const { shareOf, gapM } = coverageOf(candidates, target, context);
  const [sure, possible] = [nowhere(), nowhere()];
  return (at) => {
    const withinM = REACH_M * (candidates.figures[at]?.scale ?? 1);
    nearest(at, sure);
    const found = foundHere(sure);
    const farM = Math.min(sure.apartM, withinM);
    if (farM === 0) return { found, why: 'measured' };
    const missing = missingOf(shareOf(at), gapM(at, farM) < farM);
    if (missing) return { found, why: missing };
    nearestPossible(at, farM, possible);
    if (possible.selection) return { found: [...found, ...foundHere(possible)], why: 'not-stated' };
    return { found, why: sure.selection ? 'measured' : 'none-near' };
  };
}

/** Why the nearest that is known need not be the nearest there is; undefined where it is. */
function missingOf(covered: number, hasGap: boolean): Why | undefined {
  if (covered === 0) return 'not-covered';
  if (covered < 1) return 'partly-covered';
  return hasGap ? 'edge' : undefined;
}

const foundHere = ({ selection, item }: NearestHere): readonly Found[] =>
  selection ? [{ selection, item }] : [];

function containingAnswer(
  candidates: Candidates,
  target: OpenTarget,
  context: MeasureContext,
): Answerer {
  const find = findContainingOf(candidates, target.selections);
  const { homeOf } = coverageOf(candidates, target, context);
  return (at) => {
    const [sure] = find(at, 'sure');
    const possible = find(at, 'possible');
    const found = sure ? [sure] : [];
    if (possible.length > 0) return { found: [...found, ...possible], why: 'not-stated' };
    if (sure) return { found, why: 'measured' };
    return { found, why: target.covered.has(homeOf(at)) ? 'none-near' : 'not-covered' };
  };
}
