import { unquoted } from '#data/query/filter-text.ts';
import type { Must, Origin, Prefer, Test, Worth } from './criterion.ts';
import type { Side } from './criterion-text.ts';
import { fault, isFault, type SearchFault } from './search-fault.ts';
import { NAME, readCall, readFinite, splitTop } from './tokens.ts';
import { readWhat } from './what-text.ts';

/** Longest title and note, characters. */
export const TITLE_MOST = 120;
const NOTE_MOST = 500;

/** Largest weight; weights are used in proportion. */
const WEIGHT_MOST = 1_000;

const CONTROL = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]/u;

/** Words that begin an item of a search, and so are no id of a criterion. */
const RESERVED = new Set(['in', 'areas', 'title', 'order', 'on', 'must', 'prefer']);

/** True of what may be the id of a criterion. */
export const isCriterionId = (text: string): boolean => NAME.test(text) && !RESERVED.has(text);

/** Read a criterion that is written whole: what follows `must:` or `prefer:`, parted at its colons. */
export function readCriterion(side: Side, parts: readonly string[]): Must | Prefer | SearchFault {
  const [id = '', whatText = '', ruleText = '', ...said] = parts;
  const text = `${side}:${parts.join(':')}`;
  if (!isCriterionId(id) || said.length > 4) return noItem(text);
  const what = readWhat(whatText);
  if (!what) {
    return fault(
      'This is nothing ODIN measures.',
      'Write a measure as in site(area-ha) or distance(energy/substation).',
      whatText || text,
    );
  }
  const words = readSaid(said, text);
  if (isFault(words)) return words;
  const rule = side === 'must' ? readMust(ruleText) : readPrefer(ruleText);
  return isFault(rule) ? rule : { id, what, ...words, ...rule };
}

/** What begins no item of a search. */
export const noItem = (item: string): SearchFault =>
  fault('This is no part of a search.', 'Write a change as in area:1.. or -flood-zone-3.', item);

function readMust(text: string): Pick<Must, 'test'> | SearchFault {
  const test = readTest(text);
  return test ? { test } : badTest(text);
}

function readPrefer(text: string): Pick<Prefer, 'worth' | 'weight' | 'locked'> | SearchFault {
  const { worth, weight, locked } = readRule(text) ?? {};
  if (!worth || weight === undefined) return badRule(text);
  return { worth, weight, ...(locked ? { locked } : {}) };
}

type Said = Pick<Must, 'title' | 'short' | 'note' | 'origin'>;

function readSaid(said: readonly string[], text: string): Said | SearchFault {
  const [titleText = '', shortText = '', noteText = '', originText = ''] = said;
  const [title, short] = [readWords(titleText, TITLE_MOST), readWords(shortText, TITLE_MOST)];
  const note = readWords(noteText, NOTE_MOST);
  if (title === undefined || short === undefined || note === undefined)
    return badWords(text, NOTE_MOST);
  const origin = readOrigin(originText);
  if (originText !== '' && !origin) {
    return fault(
      'This does not say where a threshold comes from.',
      'Write sourced(…), default() or nothing.',
      originText,
    );
  }
  return { title, short, ...(note === '' ? {} : { note }), ...(origin ? { origin } : {}) };
}

/** A title or note: plain or in quotes; undefined when it is neither, too long, or cannot be printed. */
export function readWords(text: string, most: number): string | undefined {
  const words = text === '' ? '' : unquoted(text);
  return words !== undefined && words.length <= most && !CONTROL.test(words) ? words : undefined;
}

/** Says that words cannot be read. */
export const badWords = (text: string, most: number): SearchFault =>
  fault(
    'A title or note of the search cannot be read.',
    `Put it in single quotes, double those inside, and use at most ${most} characters.`,
    text,
  );

function readOrigin(text: string): Origin | undefined {
  const call = readCall(text);
  const parts = call && readTokens(call.inside);
  if (!call || !parts || parts.length > 2) return undefined;
  if (parts.some((part) => part.length > NOTE_MOST || CONTROL.test(part))) return undefined;
  const [first, url] = parts;
  if (call.name === 'default') {
    if (url !== undefined) return undefined;
    return first === undefined ? { kind: 'default' } : { kind: 'default', text: first };
  }
  if (call.name !== 'sourced' || first === undefined) return undefined;
  return { kind: 'sourced', text: first, ...(url === undefined ? {} : { url }) };
}

/** What a change of a preferred criterion says: its worth, its weight, or both. */
export type Rule = {
  readonly worth?: Worth;
  readonly weight?: number;
  readonly locked?: boolean;
};

/** `5..20*30!`: worth, weight, locked; undefined when it says neither. */
export function readRule(text: string): Rule | undefined {
  const [worthText = '', weightText, ...more] = splitTop(text, '*');
  const worth = readWorth(worthText);
  if (more.length > 0 || (worthText !== '' && !worth)) return undefined;
  if (weightText === undefined) return worth && { worth };
  const locked = weightText.endsWith('!');
  const weight = readFinite(locked ? weightText.slice(0, -1) : weightText);
  if (weight === undefined || weight < 0 || weight > WEIGHT_MOST) return undefined;
  return { ...(worth ? { worth } : {}), weight, locked };
}

/** Says that a test cannot be read. */
export const badTest = (text: string): SearchFault =>
  fault(
    'This is nothing a site could meet.',
    'Write 5.. for at least 5, ..5 for at most 5, is(a,b), not(a,b) or known.',
    text,
  );

/** Says that a worth or weight cannot be read. */
export const badRule = (text: string): SearchFault =>
  fault(
    'This does not say what a value is worth.',
    'Write 5..20 for nothing at 5 and all at 20, then * and the weight, as in 5..20*30.',
    text,
  );

/** Read what `writeTest` wrote; undefined when it is no test. */
export function readTest(text: string): Test | undefined {
  if (text === 'known') return { op: 'known' };
  const call = readCall(text);
  if (call) return readAmong(call);
  const [min, max, ...more] = text.split('..');
  if (min === undefined || max === undefined || more.length > 0) return undefined;
  if ((min === '') === (max === '')) return undefined;
  const value = readFinite(min === '' ? max : min);
  return value === undefined ? undefined : { op: min === '' ? 'at-most' : 'at-least', value };
}

const AMONG = { is: 'is', not: 'is-not' } as const;
const isAmong = (name: string): name is keyof typeof AMONG => Object.hasOwn(AMONG, name);

function readAmong({ name, inside }: { name: string; inside: string }): Test | undefined {
  const values = readTokens(inside);
  return isAmong(name) && values && values.length > 0 ? { op: AMONG[name], values } : undefined;
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
