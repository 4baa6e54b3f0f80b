import type { Licence } from '#data/schema/licence.ts';
import { type EffectiveTerms, effectiveTerms } from './effective-terms.ts';
import { entryInto, outletsOf } from './outlets.ts';

/** SPDX expression → one licence of it, in the order of their titles. */
type Kinds = ReadonlyMap<string, Licence>;

/** One dataset or layer that goes into something, and its licence. */
export type Part = {
  readonly title: string;
  readonly licence: Licence;
  /** Licences of what filled some of its fields or positions: they hold for it too. */
  readonly filledFrom?: readonly Licence[];
};

/** Whether data under several licences may leave together, and how. */
export type Combination = {
  readonly terms: EffectiveTerms;
  /** merged: one file or layer · collective: a file a licence, nothing filled across · refused: not at all. */
  readonly form: 'merged' | 'collective' | 'refused';
  /** What to write on it: a licence's title, or `Multiple licences, see LICENCES`. */
  readonly label: string;
  /** What to write on one merged file, were it asked for; absent: there may be none. */
  readonly mergedLabel?: string;
  /** SPDX expressions of the licences one merged database could carry. */
  readonly mergeableUnder: readonly string[];
  /** What to heed, in sentences. */
  readonly warnings: readonly string[];
  /** Why, in words a planner reads. */
  readonly reason: string;
};

export const SEVERAL = 'Multiple licences, see LICENCES';

/**
 * Decide whether these parts may leave as one file, as a file a licence, or not at all. Their order makes no
 * difference, and another part never allows more.
 *
 * Source: rules 1 to 4 of how licences combine (docs/licences.md).
 *
 * @throws RangeError when there is no part
 */
export function combine(parts: readonly Part[]): Combination {
  if (parts.length === 0) throw new RangeError('Cannot combine: no parts');
  const licences = parts.flatMap(licencesOf);
  const terms = effectiveTerms(licences);
  const closed = parts.filter((part) => !mayPartLeave(part));
  if (closed.length > 0) return refuse(parts, closed, terms);
  const kinds = kindsOf(licences);
  const mergeableUnder = outletsOf(licences);
  const [only, other] = kinds.values();
  if (only !== undefined && other === undefined) return alone(only, mergeableUnder, terms);
  const warnings = fewest(mergeableUnder.map((out) => warningsFor(out, kinds)));
  const found = { terms, mergeableUnder, warnings, label: SEVERAL };
  const strict = [...kinds.values()].filter(({ obligations }) => obligations.shareAlike);
  if (strict.length > 0) {
    const [into] = strict.filter(({ spdx }) => mergeableUnder.includes(spdx));
    return {
      ...found,
      ...(into ? { mergedLabel: titleOf(into) } : {}),
      form: 'collective',
      reason: shareAlikeReason(strict, into),
    };
  }
  if (mergeableUnder.length === 0) {
    const reason = `${listOf(kinds)} have no licence in common that a merged file could carry, so each comes in a file of its own.`;
    return { ...found, form: 'collective', reason };
  }
  const reason = `${listOf(kinds)} allow the data to be brought together; every credit is kept.`;
  return { ...found, form: 'merged', mergedLabel: SEVERAL, reason };
}

/** True when data under the licence may be handed out, adapted and used by anybody. */
export const mayLeave = (licence: Licence): boolean => {
  const { tier, permissions } = effectiveTerms([licence]);
  return tier === 'open' && permissions.redistribute === 'y' && permissions.derivatives === 'y';
};

/** The same of a part with all that filled it. */
export const mayPartLeave = (part: Part): boolean => licencesOf(part).every(mayLeave);

/** Every licence that holds for a part. */
export const licencesOf = ({ licence, filledFrom = [] }: Part): readonly Licence[] => [
  licence,
  ...filledFrom,
];

/** One licence of each kind, in the order of their titles, so that the order of the parts makes no difference. */
function kindsOf(licences: readonly Licence[]): Kinds {
  const sorted = licences.toSorted(
    (a, b) => compare(titleOf(a), titleOf(b)) || compare(a.id, b.id),
  );
  const kinds = new Map<string, Licence>();
  for (const licence of sorted) if (!kinds.has(licence.spdx)) kinds.set(licence.spdx, licence);
  return kinds;
}

/** By code point, so that two machines order alike. */
const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

function alone(
  licence: Licence,
  mergeableUnder: readonly string[],
  terms: EffectiveTerms,
): Combination {
  const label = titleOf(licence);
  return {
    terms,
    form: 'merged',
    label,
    mergedLabel: label,
    mergeableUnder,
    warnings: [],
    reason: `Everything is under the ${label}.`,
  };
}

/** What a file is labelled with: several entries of the catalogue give data under one licence. */
export const titleOf = ({ spdx, title }: Licence): string =>
  spdx === 'OGL-UK-3.0' ? 'Open Government Licence v3.0' : title;

function warningsFor(out: string, kinds: Kinds): readonly string[] {
  return [...kinds].flatMap(([spdx, licence]) =>
    entryInto(spdx, out) === 'with-notices'
      ? [`Under ${out}, the notices of the ${titleOf(licence)} must be kept: check its text first.`]
      : [],
  );
}

const fewest = (lists: readonly (readonly string[])[]): readonly string[] =>
  lists.reduce((a, b) => (b.length < a.length ? b : a), lists[0] ?? []);

function shareAlikeReason(strict: readonly Licence[], into: Licence | undefined): string {
  const names = strict.map(titleOf).join(' and ');
  const own = 'so each licence has a file of its own and no field is filled across them';
  if (into === undefined) {
    return `The ${names} asks that whatever is made from it carry the same licence, which the rest may not: ${own}.`;
  }
  return `The ${names} asks that whatever is made from it carry the same licence, ${own}. Merged, everything would have to be given under ${into.spdx}.`;
}

function refuse(
  parts: readonly Part[],
  closed: readonly Part[],
  terms: EffectiveTerms,
): Combination {
  const sorted = closed.toSorted((a, b) => compare(a.title, b.title));
  const named = sorted.slice(0, NAMED).map((part) => `${part.title}: ${whyPartNot(part)}.`);
  const more = closed.length > NAMED ? ` And ${closed.length - NAMED} more.` : '';
  const count = parts.length === 1 ? 'it' : `${closed.length} of ${parts.length} layers`;
  const them = closed.length === 1 ? 'it' : 'them';
  return {
    terms,
    form: 'refused',
    label: '',
    mergeableUnder: [],
    warnings: [],
    reason: `This download is not available: ${count} cannot be handed out. ${named.join(' ')}${more} Leave ${them} out, or ask the publisher for access.`,
  };
}

/** Layers named in a refusal; the rest are counted. */
const NAMED = 3;

/** Why a part may not be handed out, as the end of a sentence: its own licence first, then what filled it. */
export function whyPartNot(part: Part): string {
  if (!mayLeave(part.licence)) return whyNot(part.licence);
  const [filler] = (part.filledFrom ?? []).filter((licence) => !mayLeave(licence));
  return filler === undefined
    ? whyNot(part.licence)
    : `some of it was filled from data where ${whyNot(filler)}`;
}

/** Why data under a licence may not be handed out, as the end of a sentence. */
function whyNot(licence: Licence): string {
  const { title, permissions, obligations, tier } = licence;
  if (licence.spdx === 'NOASSERTION') return 'nobody has stated its licence';
  if (permissions.redistribute === 'n') return `the ${title} does not allow redistribution`;
  if (obligations.noDerivatives)
    return `the ${title} does not allow changes, and ODIN adapts all data`;
  if (obligations.nonCommercial) return `the ${title} does not allow commercial use`;
  if (tier === 'open') return `the ${title} leaves open whether it may be handed out`;
  return `the ${title} allows only what its agreement says`;
}

const listOf = (kinds: Kinds): string => [...kinds.values()].map(titleOf).join(', ');
