import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadVocabulary } from '#data/load.ts';
import { Source } from '#data/schema/source.ts';
import { ATTRIBUTION_VARIABLES, attributionOf, fillAttribution } from './attribution.ts';

const { licences, publishers } = loadVocabulary(
  fileURLToPath(new URL('../../data', import.meta.url)),
);
const source = Source.parse({
  odin: 1,
  id: 'trafford-council/trees',
  title: 'Street trees',
  publisher: 'trafford-council',
  licence: { id: 'CC-BY-4.0', basis: 'stated' },
  type: 'environment/tree',
});
const publisher = publishers.get('trafford-council');
const PUBLISHED = '2026-11-23T09:00:00Z';

describe('attributionOf()', () => {
  it('fills the licence’s words', () => {
    expect(
      attributionOf(source, PUBLISHED, { licence: licences.get('CC-BY-4.0'), publisher }),
    ).toBe(
      'Street trees © Trafford Council 2026, CC BY 4.0, https://creativecommons.org/licenses/by/4.0/; changes made: columns renamed to a common schema, positions converted to WGS 84.',
    );
  });

  it('names the date the data was obtained where the licence asks', () => {
    const statement = attributionOf(source, PUBLISHED, {
      licence: licences.get('HE-open'),
      publisher,
    });
    expect(statement).toContain('was obtained on 2026-11-23.');
  });

  it('prefers the publisher’s own line', () => {
    const own = { ...source, licence: { ...source.licence, attribution: '© Trafford {year}' } };
    const licence = licences.get('OGL-UK-3.0');
    expect(attributionOf(own, PUBLISHED, { licence, publisher })).toBe('© Trafford 2026');
  });

  it('is empty when nobody asks for a credit', () => {
    const parties = { licence: licences.get('CC0-1.0'), publisher };
    expect(attributionOf(source, PUBLISHED, parties)).toBe('');
    expect(attributionOf(source, '2026', { licence: undefined, publisher: undefined })).toBe('');
  });
});

describe('attributionOf() data that a gazetteer placed', () => {
  // GMAL's case: a council's own line, then Ordnance Survey, Royal Mail and ONS, each once
  const codePoint = {
    publisher: 'ordnance-survey',
    licence: 'OS-CodePoint',
    attribution: fillAttribution(licences.get('OS-CodePoint')?.attribution ?? '', { year: '2024' }),
  };
  const credited = (attribution: string, gazetteers = [codePoint]) =>
    attributionOf(
      { ...source, licence: { ...source.licence, id: 'OGL-UK-3.0', attribution } },
      PUBLISHED,
      { licence: licences.get('OGL-UK-3.0'), publisher, gazetteers },
    );

  it('credits the publisher and every owner of the gazetteer, in the required order', () => {
    expect(credited('© Trafford Council 2026')).toBe(
      'Contains OS data © Crown copyright and database right 2024. Contains Royal Mail data © Royal Mail copyright and database right 2024. Source: Office for National Statistics licensed under the Open Government Licence v.3.0. © Trafford Council 2026.',
    );
  });

  it('prints once what both ask for, with the newest year', () => {
    const both = credited('Contains OS data © Crown copyright and database right 2026');
    expect(both.match(/Contains OS data/g)).toHaveLength(1);
    expect(both).toContain('database right 2026. Contains Royal Mail data');
  });

  it('leaves the publisher’s words as they are where no gazetteer was used', () => {
    expect(credited('© Trafford Council 2026', [])).toBe('© Trafford Council 2026');
  });
});

describe('fillAttribution()', () => {
  it('leaves a variable it has no value for, so that nobody takes it for filled', () => {
    expect(fillAttribution('© {publisher} {year}, {other}', { year: '2026' })).toBe(
      '© {publisher} 2026, {other}',
    );
  });

  it('fills every variable of every licence of the catalogue', () => {
    const values = Object.fromEntries(ATTRIBUTION_VARIABLES.map((name) => [name, 'x']));
    for (const { id, attribution } of licences.values()) {
      expect([id, fillAttribution(attribution, values)]).not.toEqual([
        id,
        expect.stringContaining('{'),
      ]);
    }
  });

  it('never throws, and reads a value as words, whatever it holds', () => {
    fc.assert(
      fc.property(fc.string(), (publisher) => {
        const filled = fillAttribution('[{publisher}]', { publisher });
        expect(filled).toBe(`[${publisher}]`.replaceAll(/\s+/g, ' ').trim());
      }),
    );
  });
});
