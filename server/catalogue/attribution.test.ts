import { expect, it } from 'vitest';
import { Licence } from '#data/schema/licence.ts';
import { Source } from '#data/schema/source.ts';
import { attributionOf } from './attribution.ts';

const licence = Licence.parse({
  id: 'CC-BY-4.0',
  spdx: 'CC-BY-4.0',
  title: 'Creative Commons Attribution 4.0',
  url: 'https://creativecommons.org/licenses/by/4.0/',
  usedFor: 'network operators',
  attribution: '{title} © {publisher} {year}, CC BY 4.0, {link}; {unknown}',
  permissions: { commercialUse: 'y', redistribute: 'y', derivatives: 'y' },
  obligations: {
    attribution: true,
    shareAlike: false,
    indicateChanges: true,
    nonCommercial: false,
    noDerivatives: false,
    expires: false,
    limitedPurpose: false,
  },
  tier: 'open',
  chip: 'attribution',
  synonyms: [],
  verified: true,
});
const source = Source.parse({
  odin: 1,
  id: 'north/lines',
  title: 'Lines',
  publisher: 'north',
  licence: { id: 'CC-BY-4.0', basis: 'stated' },
  type: 'energy/power-line',
});
const parties = { licence, publisher: undefined };

it('attributionOf() fills the licence’s words and leaves what it does not know', () => {
  expect(attributionOf(source, '2026-11-23T09:00:00Z', parties)).toBe(
    'Lines © north 2026, CC BY 4.0, https://creativecommons.org/licenses/by/4.0/; {unknown}',
  );
});

it('attributionOf() prefers the publisher’s own line', () => {
  const own = { ...source, licence: { ...source.licence, attribution: '© North {year}' } };
  expect(attributionOf(own, '2026-11-23T09:00:00Z', parties)).toBe('© North 2026');
  expect(attributionOf(source, '2026', { licence: undefined, publisher: undefined })).toBe('');
});
