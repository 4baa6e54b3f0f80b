import type { Condition } from '#data/query/filter.ts';
import { readCondition, writeCondition } from '#data/query/filter-text.ts';
import type { Target, What } from './criterion.ts';
import { NAME, readCall, readFinite, splitTop, writeFinite } from './tokens.ts';

/** Furthest a count or a sum may look, metres: the reach of a search. */
export const REACH_M = 20_000;

/** Longest text of a measure that is read, characters. */
export const WHAT_TEXT_MOST = 2_000;

/**
 * Write what is measured as one short text, the key of its column. Measures that mean the same are written the same:
 * conditions and their values stand in order, each once.
 *
 *     site(area-ha)
 *     distance(energy/substation;demand-headroom-mw:10..)    second.parent(energy/substation)
 *     share(environment/flood-risk-zone;flood-risk-level:3,3b)
 *     count.800(energy/ev-charge-point)                      sum.1000.capacity-mw(energy/generation-site)
 *     value.serving.demand-headroom-mw(energy/substation)
 */
export function writeWhat(what: What): string {
  switch (what.kind) {
    case 'site':
      return `site(${what.attribute})`;
    case 'distance':
      return `${distanceHead(what)}(${writeTarget(what.of)})`;
    case 'share':
    case 'hectares':
      return `${what.kind}(${writeTarget(what.of)})`;
    case 'count':
      return `count.${writeFinite(what.withinM)}(${writeTarget(what.of)})`;
    case 'sum':
      return `sum.${writeFinite(what.withinM)}.${what.attribute}(${writeTarget(what.of)})`;
    case 'value':
      return `value.${what.from}.${what.attribute}(${writeTarget(what.of)})`;
  }
}

function distanceHead({ second }: Extract<What, { kind: 'distance' }>): string {
  if (!second) return 'distance';
  return second.apartBy === undefined ? 'second' : `second.${second.apartBy}`;
}

const writeTarget = ({ type, where = [] }: Target): string =>
  [type, ...new Set(where.map((each) => writeCondition(settle(each))).sort())].join(';');

/** Values in order, each once. */
const settle = (condition: Condition): Condition =>
  condition.kind === 'among'
    ? { ...condition, values: [...new Set(condition.values)].sort() }
    : condition;

/**
 * Read what `writeWhat` wrote.
 *
 * @returns undefined when it is no measure; never throws
 */
export function readWhat(text: string): What | undefined {
  if (text.length > WHAT_TEXT_MOST) return undefined;
  const call = readCall(text);
  if (!call) return undefined;
  const [kind = '', ...more] = call.name.split('.');
  if (kind === 'site') {
    const isSite = more.length === 0 && NAME.test(call.inside);
    return isSite ? { kind, attribute: call.inside } : undefined;
  }
  const of = readTarget(call.inside);
  return of && readMeasure(kind, more, of);
}

function readMeasure(kind: string, more: readonly string[], of: Target): What | undefined {
  const [first, second] = more;
  switch (`${kind}/${more.length}`) {
    case 'distance/0':
      return { kind: 'distance', of };
    case 'second/0':
      return { kind: 'distance', of, second: {} };
    case 'second/1':
      return isName(first) ? { kind: 'distance', of, second: { apartBy: first } } : undefined;
    case 'share/0':
      return { kind: 'share', of };
    case 'hectares/0':
      return { kind: 'hectares', of };
    case 'count/1': {
      const withinM = readReach(first);
      return withinM === undefined ? undefined : { kind: 'count', of, withinM };
    }
    case 'sum/2': {
      const withinM = readReach(first);
      if (withinM === undefined || !isName(second)) return undefined;
      return { kind: 'sum', of, attribute: second, withinM };
    }
    case 'value/2':
      if (!isName(second) || !isFrom(first)) return undefined;
      return { kind: 'value', of, attribute: second, from: first };
    default:
      return undefined;
  }
}

const isName = (text: string | undefined): text is string => text !== undefined && NAME.test(text);

const FROMS = ['nearest', 'containing', 'serving'] as const;
type From = (typeof FROMS)[number];
const isFrom = (text: string | undefined): text is From => FROMS.some((from) => from === text);

/** Whole metres: a point would part the head of the text. */
function readReach(text: string | undefined): number | undefined {
  const value = text === undefined ? undefined : readFinite(text);
  if (value === undefined || !Number.isInteger(value)) return undefined;
  return value >= 0 && value <= REACH_M ? value : undefined;
}

const TYPE = /^[a-z][a-z-]*\/[a-z0-9][a-z0-9-]*$/;

/** True of the form of a feature type's id: `energy/substation`. */
export const isTypeId = (text: string): boolean => text.length <= 100 && TYPE.test(text);

function readTarget(text: string): Target | undefined {
  const [type = '', ...rest] = splitTop(text, ';');
  const where = rest.map(readCondition);
  if (!isTypeId(type) || !where.every((each) => each !== undefined)) return undefined;
  if (!where.every(({ attribute }) => NAME.test(attribute))) return undefined;
  return where.length === 0 ? { type } : { type, where };
}
