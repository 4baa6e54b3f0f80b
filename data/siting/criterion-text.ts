import { quoted } from '#data/query/filter-text.ts';
import type { Must, Origin, Prefer, Test, Worth } from './criterion.ts';
import { writeFinite } from './tokens.ts';
import { writeWhat } from './what-text.ts';

/** What can be said of a criterion: whether it must be met or is preferred. */
export type Side = 'must' | 'prefer';

/**
 * Items that make `base` into the criterion: none when they are alike, its test, worth and weight when those alone
 * differ, the whole of it otherwise.
 */
export function writeChange(side: Side, criterion: Must | Prefer, base?: Must | Prefer): string[] {
  if (!base || !isAlike(criterion, base)) {
    return [writeWhole(side, criterion), ...(isOff(criterion) ? [`-${criterion.id}`] : [])];
  }
  const change = 'test' in criterion ? testChange(criterion, base) : worthChange(criterion, base);
  const turn = isOff(criterion) ? `-${criterion.id}` : `on:${criterion.id}`;
  return [
    ...(change === '' ? [] : [`${criterion.id}:${change}`]),
    ...(isOff(criterion) === isOff(base) ? [] : [turn]),
  ];
}

const isOff = (criterion: Must | Prefer): boolean => 'off' in criterion && criterion.off === true;

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
