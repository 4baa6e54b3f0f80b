import {
  type Among,
  type Condition,
  type DateRange,
  datesOf,
  isDateRange,
  type NumberRange,
} from '#data/query/filter.ts';
import type { LayerMatch } from '../picture.ts';
import { type Expression, not } from './expressions.ts';

/** What is the same for every feature needs no expression. */
type Judgement = Expression | boolean;

/** True for the features of a layer that match: judged by their attributes, or known by their keys. */
export function matchOf(match: LayerMatch): Expression {
  if ('keys' in match) return isOneOf(match.keys);
  return ['all', ...match.conditions.map(conditionOf)] as unknown as Expression;
}

/** Keys looked through one after another. */
const FEW = 16;

/**
 * Keys by their remainder, so that each feature is compared with a few of them, however many there are. As `match`
 * labels every key would be an expression of its own: a hundred thousand take a third of a second to read.
 */
function isOneOf(keys: readonly number[]): Expression {
  const size = Math.max(1, Math.ceil(keys.length / FEW));
  const shelves = Array.from({ length: size }, (): number[] => []);
  for (const key of keys) shelves[key % size]?.push(key);
  return ['in', ['id'], ['at', ['%', ['id'], size], ['literal', shelves]]] as unknown as Expression;
}

/**
 * A condition as an expression over tile attributes; the same answer as `matches` gives for the stored value,
 * lists apart, which tiles hold as one text.
 */
export function conditionOf(condition: Condition): Expression {
  const { attribute, unknown } = condition;
  const stated = isStated(attribute);
  const passes: Judgement =
    condition.kind === 'among'
      ? isAmong(condition)
      : isDateRange(condition)
        ? isBetweenDates(condition)
        : isBetween(condition);
  return unknown === true
    ? (['any', not(stated), passes] as unknown as Expression)
    : (['all', stated, passes] as unknown as Expression);
}

/** A thing whose state nobody knows has one in the tiles: `unknown`. */
const isStated = (attribute: string): Expression =>
  attribute === 'lifecycle-status'
    ? ['all', ['has', attribute], ['!=', ['get', attribute], 'unknown']]
    : ['has', attribute];

const isAmong = ({ attribute, values }: Among): Judgement => [
  'in',
  ['to-string', ['get', attribute]],
  ['literal', [...values]],
];

/** A range open at both ends asks only that there is a value. */
function isBetween({ attribute, min, max }: NumberRange): Judgement {
  const value: Expression = ['get', attribute];
  if (min === undefined && max === undefined) return ['has', attribute];
  return [
    'all',
    isOfType(value, 'number'),
    ...(min === undefined ? [] : [['>=', value, min]]),
    ...(max === undefined ? [] : [['<=', value, max]]),
  ] as unknown as Expression;
}

/** What a text that is no date counts as: before every span. */
const NEVER = -1e6;

/** Lengths of a date known to the year, month or day, and what the first two leave open. Source: `dateNumber` in data/query. */
const [YEAR, MONTH, DAY] = ['YYYY'.length, 'YYYY-MM'.length, 'YYYY-MM-DD'.length];
const OPEN_YEAR = 9_999;
const OPEN_MONTH = 99;

/** Dates as the numbers of `dateNumber`: a year or month matches when any day of it does. */
function isBetweenDates(range: DateRange): Judgement {
  const { first, last } = datesOf(range);
  if (first === Infinity || last === -Infinity) return false;
  const value: Expression = ['get', range.attribute];
  const figures = (from: number, to: number): Expression => [
    'to-number',
    ['slice', value, from, to],
    NEVER,
  ];
  const date: Expression = [
    '+',
    ['*', figures(0, 4), 10_000],
    ['*', figures(5, 7), 100],
    figures(8, 10),
  ];
  const open = ['match', ['length', value], YEAR, OPEN_YEAR, MONTH, OPEN_MONTH, 0];
  return [
    'all',
    isOfType(value, 'string'),
    ['in', ['length', value], ['literal', [YEAR, MONTH, DAY]]],
    ['>=', ['+', date, open], first],
    ...(last === Infinity ? [] : [['<=', date, last]]),
  ] as unknown as Expression;
}

const isOfType = (value: Expression, type: 'number' | 'string'): Expression => [
  '==',
  ['typeof', value],
  type,
];
