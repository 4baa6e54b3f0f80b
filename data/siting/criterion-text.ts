import { quoted, unquoted } from '#data/query/filter-text.ts';
import type { Must, Origin, Prefer, Test, Worth } from './criterion.ts';
import { readCall, readFinite, splitTop, writeFinite } from './tokens.ts';
import { writeWhat } from './what-text.ts';

/** What can be said of a criterion: whether it must be met or is preferred. */
export type Side = 'must' | 'prefer';

/**
 * Items that make `base` into the criterion: none when they are alike, its test, worth and weight when those alone
 * differ, the whole of it otherwise.
 */
export function writeChange(side: Side, criterion: Must | Prefer, base?: Must | Prefer): string[] {
  const items: string[] = [];
  const isWhole = !base || !isAlike(criterion, base);
  if (isWhole) items.push(writeWhole(side, criterion));
  else {
    const change = 'test' in criterion ? testChange(criterion, base) : worthChange(criterion, base);
    if (change !== '') items.push(`${criterion.id}:${change}`);
  }
  const wasOff = !isWhole && 'off' in base && base.off === true;
  const isOff = 'off' in criterion && criterion.off === true;
  if (isOff && !wasOff) items.push(`-${criterion.id}`);
  if (wasOff && !isOff) items.push(`on:${criterion.id}`);
  return items;
}

const isAlike = (one: Must | Prefer, other: Must | Prefer): boolean =>
  'test' in one === 'test' in other &&
  writeWhat(one.what) === writeWhat(other.what) &&
  writeWords(one).join(':') === writeWords(other).join(':');

function testChange(must: Must, base: Must | Prefer): string {
  const text = writeTest(must.test);
  return 'test' in base && writeTest(base.test) === text ? '' : text;
}

function worthChange(prefer: Prefer, base: Must | Prefer): string {
  if (!('worth' in base)) return '';
  const worth = writeWorth(prefer.worth);
  const weight = writeWeight(prefer);
  return `${worth === writeWorth(base.worth) ? '' : worth}${weight === writeWeight(base) ? '' : weight}`;
}

const writeWeight = ({ weight, locked }: Prefer): string =>
  `*${writeFinite(weight)}${locked ? '!' : ''}`;

/** `must:river:distance(environment/watercourse):100..:River or canal`. */
function writeWhole(side: Side, criterion: Must | Prefer): string {
  const rule =
    'test' in criterion
      ? writeTest(criterion.test)
      : `${writeWorth(criterion.worth)}${writeWeight(criterion)}`;
  const parts = [side, criterion.id, writeWhat(criterion.what), rule, ...writeWords(criterion)];
  while (parts.at(-1) === '') parts.pop();
  return parts.join(':');
}

/** Title, short title, note and origin; what is not said is empty. */
const writeWords = ({ title, short, note = '', origin }: Must | Prefer): string[] => [
  ...[title, short, note].map(quotedOrNone),
  writeOrigin(origin),
];

const quotedOrNone = (text: string): string => (text === '' ? '' : quoted(text));

function writeOrigin(origin: Origin | undefined): string {
  if (!origin) return '';
  const { kind, text } = origin;
  const url = origin.kind === 'sourced' ? origin.url : undefined;
  const parts = [text, url].filter((part) => part !== undefined).map(quoted);
  return `${kind}(${parts.join(',')})`;
}

/** `5..`, `..5`, `is(a,b)`, `not(a,b)`, `known`. */
export function writeTest(test: Test): string {
  switch (test.op) {
    case 'at-least':
      return `${writeFinite(test.value)}..`;
    case 'at-most':
      return `..${writeFinite(test.value)}`;
    case 'is':
      return `is(${test.values.map(quoted).join(',')})`;
    case 'is-not':
      return `not(${test.values.map(quoted).join(',')})`;
    case 'known':
      return 'known';
  }
}

/** `5..20`: none at 5, full at 20; `steps(4,5@1;3b@0.8;@0)`: the last for what is listed nowhere. */
export function writeWorth(worth: Worth): string {
  if (worth.kind === 'linear') return `${writeFinite(worth.none)}..${writeFinite(worth.full)}`;
  const steps = worth.steps.map(
    ({ values, share }) => `${values.map(quoted).join(',')}@${writeFinite(share)}`,
  );
  return `steps(${[...steps, `@${writeFinite(worth.otherwise)}`].join(';')})`;
}

/** Read what `writeTest` wrote; undefined when it is no test. */
export function readTest(text: string): Test | undefined {
  if (text === 'known') return { op: 'known' };
  const call = readCall(text);
  if (call) {
    const op = call.name === 'is' ? 'is' : call.name === 'not' ? 'is-not' : undefined;
    const values = readTokens(call.inside);
    return op && values && values.length > 0 ? { op, values } : undefined;
  }
  const [min = '', max = '', ...more] = text.split('..');
  if (more.length > 0 || (min === '') === (max === '')) return undefined;
  const value = readFinite(min === '' ? max : min);
  return value === undefined ? undefined : { op: min === '' ? 'at-most' : 'at-least', value };
}

/** Tokens parted by commas; undefined when one is neither plain nor quoted. */
export function readTokens(text: string): string[] | undefined {
  if (text === '') return [];
  const tokens = splitTop(text, ',').map(unquoted);
  return tokens.every((token) => token !== undefined) ? tokens : undefined;
}

/** Read what `writeWorth` wrote; undefined when it is no worth. */
export function readWorth(text: string): Worth | undefined {
  const call = readCall(text);
  if (call) return call.name === 'steps' ? readSteps(call.inside) : undefined;
  const [first = '', second = '', ...more] = text.split('..');
  const [none, full] = [readFinite(first), readFinite(second)];
  if (more.length > 0 || none === undefined || full === undefined || none === full)
    return undefined;
  return { kind: 'linear', full, none };
}

function readSteps(text: string): Worth | undefined {
  const steps = splitTop(text, ';').map(readStep);
  if (!steps.every((step) => step !== undefined)) return undefined;
  const last = steps.pop();
  if (!last || last.values.length > 0 || steps.length === 0) return undefined;
  return { kind: 'steps', steps, otherwise: last.share };
}

function readStep(text: string): { values: string[]; share: number } | undefined {
  const [listed = '', share = '', ...more] = splitTop(text, '@');
  const [values, value] = [readTokens(listed), readFinite(share)];
  if (more.length > 0 || !values || value === undefined || value < 0 || value > 1) return undefined;
  return { values, share: value };
}
