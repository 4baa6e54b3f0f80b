import type { Must, Prefer } from './criterion.ts';
import {
  badRule,
  badTest,
  badWords,
  noItem,
  readCriterion,
  readRule,
  readTest,
  readTokens,
  readWords,
  TITLE_MOST,
} from './criterion-read.ts';
import type { SearchGround } from './search.ts';
import { fault, isFault, type SearchFault } from './search-fault.ts';
import { NAME, splitTop } from './tokens.ts';
import { isTypeId } from './what-text.ts';

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

/** Longest list of types, districts or areas. */
export const LIST_MOST = 40;

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
    case 'prefer': {
      const criterion = readCriterion(head, rest);
      return isFault(criterion) ? criterion : put(draft, criterion);
    }
    default:
      return rest.length === 0 ? noItem(item) : readChange(draft, head, text);
  }
}

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
