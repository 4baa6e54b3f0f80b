import { unquoted } from '#data/query/filter-text.ts';
import type { Must, Origin, Prefer } from './criterion.ts';
import { readTest, readTokens, readWorth, type Side } from './criterion-text.ts';
import type { SearchGround } from './search.ts';
import { fault, type SearchFault } from './search-fault.ts';
import { NAME, readCall, readFinite, splitTop } from './tokens.ts';
import { isTypeId, readWhat } from './what-text.ts';

/** A search while its items are read one after another. */
export type Draft = {
  readonly isOwn: boolean;
  must: Must[];
  prefer: Prefer[];
  ground?: SearchGround;
  title?: string;
  order?: readonly string[];
  /** Items of which there may be one. */
  readonly seen: Set<string>;
};

/** Longest title and note, characters. */
const TITLE_MOST = 120;
const NOTE_MOST = 500;

/** Longest list of types, districts or areas. */
const LIST_MOST = 40;

/** Largest weight; weights are used in proportion. */
const WEIGHT_MOST = 1_000;

const CONTROL = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]/u;

/** Words that begin an item, and so are no id of a criterion. */
const RESERVED = new Set(['in', 'areas', 'title', 'order', 'on', 'must', 'prefer']);

/** True of what may be the id of a criterion. */
export const isCriterionId = (text: string): boolean => NAME.test(text) && !RESERVED.has(text);

/** Take one item into a draft; says what is wrong with it. */
export function applyItem(draft: Draft, item: string): SearchFault | undefined {
  if (item.startsWith('-')) return turn(draft, item.slice(1), true);
  if (item.startsWith('!')) return remove(draft, item.slice(1));
  const [head = '', ...rest] = splitTop(item, ':');
  const text = item.slice(head.length + 1);
  switch (head) {
    case 'in':
    case 'areas':
      return (
        once(draft, 'ground', item) ??
        (head === 'in' ? readSites(draft, text) : readAreas(draft, text))
      );
    case 'title':
      return once(draft, head, item) ?? readTitle(draft, text);
    case 'order':
      return once(draft, head, item) ?? readOrder(draft, text);
    case 'on':
      return turn(draft, text, false);
    case 'must':
    case 'prefer':
      return readWhole(draft, head, rest);
    default:
      return rest.length === 0 ? noItem(item) : readChange(draft, head, text);
  }
}

const noItem = (item: string): SearchFault =>
  fault('This is no part of a search.', 'Write a change as in area:1.. or -flood-zone-3.', item);

function once(draft: Draft, name: string, item: string): SearchFault | undefined {
  if (draft.seen.has(name)) return fault('This is said twice.', 'Leave out one of the two.', item);
  draft.seen.add(name);
  return undefined;
}

const noCriterion = (id: string): SearchFault =>
  fault(
    'The search has no criterion of this name.',
    'Use the id of a criterion of its profile, or one added before it.',
    id,
  );

function turn(draft: Draft, id: string, isOff: boolean): SearchFault | undefined {
  if (!draft.must.some((each) => each.id === id)) return noCriterion(id);
  draft.must = draft.must.map((each) => {
    if (each.id !== id) return each;
    const { off: _, ...on } = each;
    return isOff ? { ...on, off: true } : on;
  });
  return undefined;
}

function remove(draft: Draft, id: string): SearchFault | undefined {
  if (!hasId(draft, id)) return noCriterion(id);
  draft.must = draft.must.filter((each) => each.id !== id);
  draft.prefer = draft.prefer.filter((each) => each.id !== id);
  return undefined;
}

const hasId = ({ must, prefer }: Draft, id: string): boolean =>
  [...must, ...prefer].some((each) => each.id === id);

function readSites(draft: Draft, text: string): SearchFault | undefined {
  const [typeText = '', districtText, ...more] = text.split(';');
  const types = typeText.split(',');
  const districts = districtText?.split(',');
  const areDistricts = districts?.every((each) => GSS.test(each)) ?? true;
  const isShort = types.length <= LIST_MOST && (districts?.length ?? 0) <= LIST_MOST;
  if (more.length > 0 || !isShort || !types.every(isTypeId) || !areDistricts) {
    return fault(
      'The search does not say what is looked through.',
      'Write in:land/brownfield-site, types parted by commas, then ; and GSS codes of districts.',
      text,
    );
  }
  draft.ground = { kind: 'sites', types, ...(districts ? { districts } : {}) };
  return undefined;
}

/** ONS codes: a letter and eight figures. */
const GSS = /^[A-Z]\d{8}$/;

function readAreas(draft: Draft, text: string): SearchFault | undefined {
  const areas = readTokens(text);
  if (!areas || areas.length === 0 || areas.length > LIST_MOST) {
    return fault(
      'The areas of the search cannot be read.',
      `Write areas: and 1 to ${LIST_MOST} areas in single quotes, parted by commas.`,
      text,
    );
  }
  draft.ground = { kind: 'areas', areas };
  return undefined;
}

function readTitle(draft: Draft, text: string): SearchFault | undefined {
  const title = readWords(text, TITLE_MOST);
  if (title === undefined) return badWords(text, TITLE_MOST);
  draft.title = title;
  return undefined;
}

function readWords(text: string, most: number): string | undefined {
  const words = text === '' ? '' : unquoted(text);
  return words !== undefined && words.length <= most && !CONTROL.test(words) ? words : undefined;
}

const badWords = (text: string, most: number): SearchFault =>
  fault(
    'A title or note of the search cannot be read.',
    `Put it in single quotes, double those inside, and use at most ${most} characters.`,
    text,
  );

function readOrder(draft: Draft, text: string): SearchFault | undefined {
  const order = text.split(',');
  const isOrder = new Set(order).size === order.length && order.every((id) => NAME.test(id));
  if (!isOrder)
    return fault(
      'The order of criteria cannot be read.',
      'Write each id once, parted by commas.',
      text,
    );
  draft.order = order;
  return undefined;
}

function readChange(draft: Draft, id: string, text: string): SearchFault | undefined {
  const must = draft.must.find((each) => each.id === id);
  if (must) {
    const test = readTest(text);
    if (!test) return badTest(text);
    draft.must = draft.must.map((each) => (each === must ? { ...each, test } : each));
    return undefined;
  }
  const prefer = draft.prefer.find((each) => each.id === id);
  if (!prefer) return noCriterion(id);
  const rule = readRule(text);
  if (!rule || (rule.worth === undefined && rule.weight === undefined)) return badRule(text);
  const { worth = prefer.worth, weight = prefer.weight } = rule;
  const { locked: was, ...open } = prefer;
  const isLocked = rule.weight === undefined ? was : rule.locked;
  const next: Prefer = { ...open, worth, weight, ...(isLocked ? { locked: true } : {}) };
  draft.prefer = draft.prefer.map((each) => (each === prefer ? next : each));
  return undefined;
}

const badTest = (text: string): SearchFault =>
  fault(
    'This is nothing a site could meet.',
    'Write 5.. for at least 5, ..5 for at most 5, is(a,b), not(a,b) or known.',
    text,
  );

const badRule = (text: string): SearchFault =>
  fault(
    'This does not say what a value is worth.',
    'Write 5..20 for nothing at 5 and all at 20, then * and the weight, as in 5..20*30.',
    text,
  );

type Rule = {
  readonly worth?: Prefer['worth'];
  readonly weight?: number;
  readonly locked?: boolean;
};

function readRule(text: string): Rule | undefined {
  const [worthText = '', weightText, ...more] = splitTop(text, '*');
  if (more.length > 0) return undefined;
  const worth = worthText === '' ? undefined : readWorth(worthText);
  if (worthText !== '' && !worth) return undefined;
  if (weightText === undefined) return worth && { worth };
  const locked = weightText.endsWith('!');
  const weight = readFinite(locked ? weightText.slice(0, -1) : weightText);
  if (weight === undefined || weight < 0 || weight > WEIGHT_MOST) return undefined;
  return { ...(worth ? { worth } : {}), weight, locked };
}

function readWhole(draft: Draft, side: Side, parts: readonly string[]): SearchFault | undefined {
  const [
    id = '',
    whatText = '',
    ruleText = '',
    title = '',
    short = '',
    note = '',
    origin = '',
    ...more
  ] = parts;
  const text = `${side}:${parts.join(':')}`;
  if (!isCriterionId(id) || more.length > 0) return noItem(text);
  const what = readWhat(whatText);
  if (!what)
    return fault(
      'This is nothing ODIN measures.',
      'Write a measure as in site(area-ha) or distance(energy/substation).',
      whatText || text,
    );
  const words = [
    readWords(title, TITLE_MOST),
    readWords(short, TITLE_MOST),
    readWords(note, NOTE_MOST),
  ];
  const [titleRead, shortRead, noteRead] = words;
  if (titleRead === undefined || shortRead === undefined || noteRead === undefined)
    return badWords(text, NOTE_MOST);
  const from = readOrigin(origin);
  if (from === 'none')
    return fault(
      'This does not say where a threshold comes from.',
      'Write sourced(…), default() or nothing.',
      origin,
    );
  const base = {
    id,
    title: titleRead,
    short: shortRead,
    what,
    ...(from ? { origin: from } : {}),
    ...(noteRead === '' ? {} : { note: noteRead }),
  };
  if (side === 'must') {
    const test = readTest(ruleText);
    if (!test) return badTest(ruleText || text);
    return put(draft, { ...base, test });
  }
  const rule = readRule(ruleText);
  if (!rule?.worth || rule.weight === undefined) return badRule(ruleText || text);
  const { worth, weight, locked } = rule;
  return put(draft, { ...base, worth, weight, ...(locked ? { locked } : {}) });
}

/** In the place of the one of its name, or at the end. */
function put(draft: Draft, criterion: Must | Prefer): SearchFault | undefined {
  if (draft.seen.has(`whole ${criterion.id}`))
    return fault('This criterion is there twice.', 'Leave out one of the two.', criterion.id);
  draft.seen.add(`whole ${criterion.id}`);
  const place = <T extends Must | Prefer>(list: readonly T[], mine: T | undefined): T[] => {
    const isThere = list.some(({ id }) => id === criterion.id);
    if (!mine) return list.filter(({ id }) => id !== criterion.id);
    return isThere ? list.map((each) => (each.id === mine.id ? mine : each)) : [...list, mine];
  };
  draft.must = place(draft.must, 'test' in criterion ? criterion : undefined);
  draft.prefer = place(draft.prefer, 'worth' in criterion ? criterion : undefined);
  return undefined;
}

function readOrigin(text: string): Origin | undefined | 'none' {
  if (text === '') return undefined;
  const call = readCall(text);
  const parts = call && readTokens(call.inside);
  if (!call || !parts || parts.some((part) => part.length > NOTE_MOST || CONTROL.test(part)))
    return 'none';
  const [first, url, ...more] = parts;
  if (more.length > 0) return 'none';
  if (call.name === 'default' && url === undefined) {
    return first === undefined ? { kind: 'default' } : { kind: 'default', text: first };
  }
  if (call.name !== 'sourced' || first === undefined) return 'none';
  return { kind: 'sourced', text: first, ...(url === undefined ? {} : { url }) };
}
