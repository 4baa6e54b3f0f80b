import type { Licence } from '#data/schema/licence.ts';
import { type EffectiveTerms, effectiveTerms } from './effective-terms.ts';

/** SPDX expression → one licence of it. */
type Kinds = ReadonlyMap<string, Licence>;

/** One dataset or layer that goes into something, and its licence. */
export type Part = { readonly title: string; readonly licence: Licence };

/** Whether data under several licences may leave together, and how. */
export type Combination = {
  readonly terms: EffectiveTerms;
  /** merged: one file or layer · collective: a file a licence, nothing filled across · refused: not at all. */
  readonly form: 'merged' | 'collective' | 'refused';
  /** What to write on it: a licence's title, or `Multiple licences, see LICENCES`. */
  readonly label: string;
  /** Licence ids one merged database could carry, were it asked for. */
  readonly mergeableUnder: readonly string[];
  /** What to heed, in sentences. */
  readonly warnings: readonly string[];
  /** Why, in words a planner reads. */
  readonly reason: string;
};

const SEVERAL = 'Multiple licences, see LICENCES';

/** Licences a merged database may carry, as columns of the table below. */
const OUTBOUND = ['OGL-UK-3.0', 'CC-BY-4.0', 'ODC-By-1.0', 'ODbL-1.0', 'CC-BY-SA-4.0'] as const;
type Outlet = (typeof OUTBOUND)[number];

/**
 * From the licence of an input (its SPDX expression) to those a merged database may carry: y yes, w yes with
 * a warning, n no, in the order of OUTBOUND. A licence not named here joins only its own kind.
 * Source: the licences' own compatibility statements, as ODIN's licence catalogue reads them
 * (docs/licences.md). Not legal advice.
 */
const INBOUND: Readonly<Record<string, string>> = {
  'CC0-1.0': 'yyyyy',
  'PDDL-1.0': 'yyyyy',
  'OGL-UK-3.0': 'yyywy',
  'OGL-UK-2.0': 'yyywy',
  'LicenseRef-NGED-ODL': 'wwwww',
  'LicenseRef-NPg-ODL-1.0': 'wwwww',
  'LicenseRef-NESO-ODL': 'wwwww',
  'CC-BY-4.0': 'nywwy',
  'ODC-By-1.0': 'nnynn',
  'ODbL-1.0': 'nnnyn',
  'CC-BY-SA-4.0': 'nnnny',
};

/**
 * Decide whether these parts may leave as one file, as a file a licence, or not at all.
 *
 * @throws RangeError when there is no part
 */
export function combine(parts: readonly Part[]): Combination {
  if (parts.length === 0) throw new RangeError('Cannot combine: no parts');
  const licences = parts.map(({ licence }) => licence);
  const terms = effectiveTerms(licences);
  const closed = parts.filter(({ licence }) => !mayLeave(licence));
  if (closed.length > 0) return refuse(parts, closed, terms);
  const kinds = new Map(licences.map((licence) => [licence.spdx, licence]));
  const only = kinds.size === 1 ? licences[0] : undefined;
  if (only !== undefined) return alone(only, terms);
  const outlets = [...OUTBOUND].filter((out) => accepts(out, kinds.keys()));
  const warnings = fewest(outlets.map((out) => warningsFor(out, kinds)));
  const mergeable = { terms, mergeableUnder: outlets, warnings, label: SEVERAL };
  if (terms.obligations.shareAlike) {
    return { ...mergeable, form: 'collective', reason: shareAlikeReason(kinds, outlets) };
  }
  if (outlets.length === 0) {
    return {
      ...mergeable,
      form: 'collective',
      reason: `${listOf(kinds)} have no licence in common that a merged file could carry, so each comes in a file of its own.`,
    };
  }
  return {
    ...mergeable,
    form: 'merged',
    reason: `${listOf(kinds)} allow the data to be brought together; every credit is kept.`,
  };
}

/** True when data under the licence may be handed out, adapted and used by anybody. */
export const mayLeave = (licence: Licence): boolean => {
  const { tier, permissions } = effectiveTerms([licence]);
  return tier === 'open' && permissions.redistribute === 'y' && permissions.derivatives === 'y';
};

function alone(licence: Licence, terms: EffectiveTerms): Combination {
  return {
    terms,
    form: 'merged',
    label: titleOf(licence),
    mergeableUnder: [licence.spdx],
    warnings: [],
    reason: `Everything is under the ${titleOf(licence)}.`,
  };
}

/** What a file is labelled with: several entries of the catalogue give data under one licence. */
const titleOf = ({ spdx, title }: Licence): string =>
  spdx === 'OGL-UK-3.0' ? 'Open Government Licence v3.0' : title;

const accepts = (out: Outlet, kinds: Iterable<string>): boolean =>
  [...kinds].every((spdx) => verdict(spdx, out) !== 'n');

/** y, w or n for one input and one outlet; the same licence always joins itself. */
function verdict(spdx: string, out: Outlet): string {
  if (spdx === out) return 'y';
  const column = OUTBOUND.indexOf(out);
  return INBOUND[spdx]?.[column] ?? 'n';
}

function warningsFor(out: Outlet, kinds: Kinds): readonly string[] {
  return [...kinds].flatMap(([spdx, licence]) =>
    verdict(spdx, out) === 'w'
      ? [`Under ${out}, the notices of the ${titleOf(licence)} must be kept: check its text first.`]
      : [],
  );
}

const fewest = (lists: readonly (readonly string[])[]): readonly string[] =>
  lists.reduce((a, b) => (b.length < a.length ? b : a), lists[0] ?? []);

function shareAlikeReason(kinds: Kinds, outlets: readonly string[]): string {
  const strict = [...kinds.values()].filter(({ obligations }) => obligations.shareAlike);
  const names = strict.map(titleOf).join(' and ');
  const own = 'so each licence has a file of its own and no field is filled across them';
  if (outlets.length === 0) {
    return `The ${names} asks that whatever is made from it carry the same licence, which the rest may not: ${own}.`;
  }
  return `The ${names} asks that whatever is made from it carry the same licence, ${own}. Merged, everything would have to be given under ${outlets.join(' or ')}.`;
}

function refuse(
  parts: readonly Part[],
  closed: readonly Part[],
  terms: EffectiveTerms,
): Combination {
  const named = closed.slice(0, NAMED).map(({ title, licence }) => `${title}: ${whyNot(licence)}.`);
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
