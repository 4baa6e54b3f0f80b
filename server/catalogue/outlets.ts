import type { Licence } from '#data/schema/licence.ts';

/** Licences a merged database may carry, as columns of the table below. */
export const OUTBOUND: readonly string[] = [
  'OGL-UK-3.0',
  'CC-BY-4.0',
  'ODC-By-1.0',
  'ODbL-1.0',
  'CC-BY-SA-4.0',
];

/** Whether data under one licence may go into a database under another. */
export type Entry = 'yes' | 'with-notices' | 'no';

/**
 * From the licence of an input (its SPDX expression) to those a merged database may carry: y yes, w yes with
 * a warning, n no, in the order of OUTBOUND. A licence not named here joins only its own kind.
 * Source: the licences' own compatibility statements, as ODIN's licence catalogue reads them
 * (docs/licences.md). Not legal advice.
 */
const INBOUND: ReadonlyMap<string, string> = new Map(
  Object.entries({
    'CC0-1.0': 'yyyyy',
    'PDDL-1.0': 'yyyyy',
    'OGL-UK-3.0': 'yyywy',
    'OGL-UK-2.0': 'yyywy',
    'LicenseRef-NGED-ODL': 'wwwww',
    'LicenseRef-NPg-ODL-1.0': 'wwwww',
    'LicenseRef-NESO-ODL': 'wwwww',
    // into ODbL it needs a waiver of its holder, which nobody here can see
    'CC-BY-4.0': 'nywny',
    'ODC-By-1.0': 'nnynn',
    'ODbL-1.0': 'nnnyn',
    'CC-BY-SA-4.0': 'nnnny',
  }),
);

const ENTRIES: Readonly<Record<string, Entry>> = { y: 'yes', w: 'with-notices', n: 'no' };

/**
 * Whether data under the licence `from` may go into a database under `into`, both SPDX expressions. A licence
 * always takes its own kind.
 */
export function entryInto(from: string, into: string): Entry {
  if (from === into) return 'yes';
  const column = OUTBOUND.indexOf(into);
  return ENTRIES[INBOUND.get(from)?.[column] ?? 'n'] ?? 'no';
}

/**
 * The SPDX expressions one merged database of data under all these licences could carry: the open licences that
 * take every one, and the licence itself where there is but one.
 */
export function outletsOf(licences: readonly Pick<Licence, 'spdx'>[]): readonly string[] {
  const kinds = [...new Set(licences.map(({ spdx }) => spdx))];
  const own = kinds.length === 1 ? kinds : [];
  return [...new Set([...own, ...OUTBOUND])].filter((out) =>
    kinds.every((spdx) => entryInto(spdx, out) !== 'no'),
  );
}

/** SPDX expressions of these licences that may go into another's database, and of those that take others. */
export function inputsOf(licences: readonly Pick<Licence, 'spdx'>[]): readonly string[] {
  const kinds = [...new Set(licences.map(({ spdx }) => spdx))].sort();
  return kinds.filter(
    (spdx) => OUTBOUND.includes(spdx) || OUTBOUND.some((into) => entryInto(spdx, into) !== 'no'),
  );
}
