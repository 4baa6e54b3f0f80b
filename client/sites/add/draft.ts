import type { Condition } from '#data/query/filter.ts';
import type { Must, Prefer, Test, What } from '#data/siting/criterion.ts';
import { saySet } from '#data/siting/figures.ts';
import { sayWhat, unitOf } from '#data/siting/words.ts';
import { readFigure, shownUnit } from '../criteria/units.ts';

/** Ways to measure a thing from a site, in the order offered. */
export const MEASURES = [
  { id: 'distance', words: 'Distance to the nearest' },
  { id: 'share', words: 'Share of the site it covers' },
  { id: 'hectares', words: 'Hectares of the site it covers' },
  { id: 'count', words: 'How many within a distance' },
  { id: 'sum', words: 'Sum of a figure within a distance' },
  { id: 'nearest', words: 'A figure of the nearest' },
  { id: 'containing', words: 'A figure of the one the site lies in' },
  { id: 'serving', words: 'A figure of the one that serves the site' },
] as const;
export type Measure = (typeof MEASURES)[number]['id'];

/** The subject that is the site itself. */
export const SITE = 'site';

/** A criterion as far as it has been filled in; figures are texts as typed. */
export type Draft = {
  /** `SITE`, or a feature type's id. */
  readonly subject: string;
  readonly measure: Measure;
  readonly attribute: string;
  /** Of counts and sums. */
  readonly within: string;
  /** Only those of which an attribute is so; empty: all of them. */
  readonly only: string;
  readonly onlyValue: string;
  readonly side: 'must' | 'prefer';
  readonly op: Test['op'];
  readonly value: string;
  readonly values: readonly string[];
  readonly full: string;
  readonly none: string;
  readonly weight: string;
};

export const EMPTY: Draft = {
  subject: SITE,
  measure: 'distance',
  attribute: 'area-ha',
  within: '500 m',
  only: '',
  onlyValue: '',
  side: 'must',
  op: 'at-least',
  value: '',
  values: [],
  full: '',
  none: '',
  weight: '10',
};

/** Whether the measure asks for an attribute of what is measured. */
export const needsAttribute = ({ subject, measure }: Draft): boolean =>
  subject === SITE || ['sum', 'nearest', 'containing', 'serving'].includes(measure);

/** Whether the measure asks how far to look. */
export const needsReach = ({ subject, measure }: Draft): boolean =>
  subject !== SITE && (measure === 'count' || measure === 'sum');

/** What is measured; undefined while something is missing. */
export function whatOf(draft: Draft): What | undefined {
  const { subject, measure, attribute } = draft;
  if (needsAttribute(draft) && attribute === '') return undefined;
  if (subject === SITE) return { kind: 'site', attribute };
  if (subject === '') return undefined;
  const condition = conditionOf(draft);
  if (condition === undefined) return undefined;
  const of = { type: subject, ...(condition.length > 0 ? { where: condition } : {}) };
  const reach = readFigure(draft.within, { unit: 'm', scale: 1 });
  const withinM = 'value' in reach ? Math.round(reach.value) : undefined;
  switch (measure) {
    case 'distance':
    case 'share':
    case 'hectares':
      return { kind: measure, of };
    case 'count':
      return withinM === undefined ? undefined : { kind: 'count', of, withinM };
    case 'sum':
      return withinM === undefined ? undefined : { kind: 'sum', of, attribute, withinM };
    default:
      return { kind: 'value', of, attribute, from: measure };
  }
}

/** A figure is a least, a word is one that it must be; undefined while it is half filled in. */
function conditionOf({ only, onlyValue }: Draft): readonly Condition[] | undefined {
  if (only === '') return [];
  const text = onlyValue.trim();
  if (text === '') return undefined;
  const read = readFigure(text, { unit: undefined, scale: 1 });
  return 'value' in read
    ? [{ kind: 'range', attribute: only, min: read.value }]
    : [{ kind: 'among', attribute: only, values: [text] }];
}

/** What is still missing or wrong, as a sentence. */
export type DraftFault = { readonly fault: string };

/** Names of the vocabulary for titles. */
export type DraftNames = NonNullable<Parameters<typeof sayWhat>[1]>;

/** What a criterion is made with besides the draft. */
type Making = {
  readonly names: DraftNames;
  /** Ids of the criteria there are. */
  readonly taken: readonly string[];
};

/** The criterion, or what is missing of it. */
export function criterionOf(draft: Draft, { names, taken }: Making): Must | Prefer | DraftFault {
  const what = whatOf(draft);
  if (what === undefined) return { fault: missingOf(draft) };
  const title = `${sayWhat(what, names)}${sayOnly(draft, names)}`;
  const base = { id: freeId(what, taken), title, short: shortOf(what, names), what };
  return draft.side === 'must' ? mustOf(draft, base) : preferOf(draft, base);
}

/** ` with at least 10 MW of demand headroom`; nothing where all count. */
function sayOnly({ subject, only, onlyValue }: Draft, names: DraftNames): string {
  if (subject === SITE || only === '') return '';
  const unit = unitOf({ kind: 'site', attribute: only });
  const name = (names.attribute?.(only) ?? only.replaceAll('-', ' ')).toLowerCase();
  const read = readFigure(onlyValue, { unit: undefined, scale: 1 });
  return 'value' in read
    ? ` with at least ${saySet(read.value, unit).replace('\u00a0', ' ')} of ${name}`
    : ` whose ${name} is ${names.value?.(only, onlyValue) ?? onlyValue.replaceAll('-', ' ')}`;
}

const missingOf = (draft: Draft): string => {
  if (draft.subject === '') return 'Choose what is measured.';
  if (conditionOf(draft) === undefined) return 'Say which of them count.';
  return needsAttribute(draft) && draft.attribute === ''
    ? 'Choose a figure of it.'
    : 'Say how far to look, as in 500 m.';
};

type Base = Pick<Must, 'id' | 'title' | 'short' | 'what'>;

function mustOf({ op, value, values }: Draft, base: Base): Must | DraftFault {
  if (op === 'known') return { ...base, test: { op } };
  if (op === 'is' || op === 'is-not') {
    return values.length === 0 ? { fault: 'Tick a value.' } : { ...base, test: { op, values } };
  }
  const read = readFigure(value, shownUnit(base.what, [0]));
  return 'fault' in read ? { fault: read.fault } : { ...base, test: { op, value: read.value } };
}

function preferOf(draft: Draft, base: Base): Prefer | DraftFault {
  const shown = shownUnit(base.what, [0]);
  const [full, none] = [readFigure(draft.full, shown), readFigure(draft.none, shown)];
  if ('fault' in full) return { fault: `Full at: ${full.fault}` };
  if ('fault' in none) return { fault: `None at: ${none.fault}` };
  if (full.value === none.value) return { fault: 'Full and none must differ.' };
  const weight = readFigure(draft.weight, { unit: '%', scale: 1 });
  if ('fault' in weight) return { fault: `Weight: ${weight.fault}` };
  return {
    ...base,
    worth: { kind: 'linear', full: full.value, none: none.value },
    weight: weight.value,
  };
}

/** `added-watercourse`, `added-watercourse-2`: told from the profile's own, and stable in an address. */
function freeId(what: What, taken: readonly string[]): string {
  const name =
    what.kind === 'site' ? what.attribute : what.of.type.slice(what.of.type.indexOf('/') + 1);
  const base = `added-${name}`.slice(0, 70);
  let id = base;
  for (let count = 2; taken.includes(id); count++) id = `${base}-${count}`;
  return id;
}

/** Characters that fit over a column. */
const SHORT_MOST = 14;

function shortOf(what: What, names: DraftNames): string {
  const name =
    what.kind === 'site'
      ? sayWhat(what, names)
      : what.of.type.slice(what.of.type.indexOf('/') + 1).replaceAll('-', ' ');
  const words = name.charAt(0).toUpperCase() + name.slice(1);
  return words.length <= SHORT_MOST ? words : `${words.slice(0, SHORT_MOST - 1).trimEnd()}…`;
}

/** The unit its figures are typed in. */
export const draftUnit = (draft: Draft): string | undefined => {
  const what = whatOf(draft);
  return what && unitOf(what);
};
