import { describe, expect, it } from 'vitest';
import { entryInto, OUTBOUND, outletsOf } from './outlets.ts';

/** The table as the licence catalogue publishes it (docs/licences.md), row by row. */
const TABLE = [
  // input                    OGL   CC-BY  ODC-By  ODbL  CC-BY-SA
  ['CC0-1.0', 'yes', 'yes', 'yes', 'yes', 'yes'],
  ['PDDL-1.0', 'yes', 'yes', 'yes', 'yes', 'yes'],
  ['OGL-UK-3.0', 'yes', 'yes', 'yes', 'with-notices', 'yes'],
  ['OGL-UK-2.0', 'yes', 'yes', 'yes', 'with-notices', 'yes'],
  ['LicenseRef-NGED-ODL', ...Array(5).fill('with-notices')],
  ['LicenseRef-NPg-ODL-1.0', ...Array(5).fill('with-notices')],
  ['LicenseRef-NESO-ODL', ...Array(5).fill('with-notices')],
  ['CC-BY-4.0', 'no', 'yes', 'with-notices', 'no', 'yes'],
  ['ODbL-1.0', 'no', 'no', 'no', 'yes', 'no'],
  ['CC-BY-SA-4.0', 'no', 'no', 'no', 'no', 'yes'],
  ['CC-BY-NC-4.0', ...Array(5).fill('no')],
  ['CC-BY-ND-4.0', ...Array(5).fill('no')],
  ['NOASSERTION', ...Array(5).fill('no')],
];

describe('entryInto()', () => {
  it.each(TABLE)('takes %s into %s, %s, %s, %s, %s in the order of the outlets', (from, ...row) => {
    expect(OUTBOUND.map((into) => entryInto(from ?? '', into))).toEqual(row);
  });

  it('takes its own kind, whatever it is', () => {
    expect(entryInto('LicenseRef-Elexon', 'LicenseRef-Elexon')).toBe('yes');
    expect(entryInto('LicenseRef-Elexon', 'OGL-UK-3.0')).toBe('no');
  });

  it('knows no licence by the name of an object’s own property', () => {
    expect(entryInto('constructor', 'OGL-UK-3.0')).toBe('no');
    expect(entryInto('__proto__', 'ODbL-1.0')).toBe('no');
  });
});

describe('outletsOf()', () => {
  it('names the licence itself first, then those that take it', () => {
    expect(outletsOf([{ spdx: 'LicenseRef-Elexon' }])).toEqual(['LicenseRef-Elexon']);
    expect(outletsOf([{ spdx: 'CC-BY-4.0' }])[0]).toBe('CC-BY-4.0');
  });

  it('finds none for ODbL beside CC BY-SA', () => {
    expect(outletsOf([{ spdx: 'ODbL-1.0' }, { spdx: 'CC-BY-SA-4.0' }])).toEqual([]);
  });
});
