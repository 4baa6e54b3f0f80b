import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codes, featureType, takenFrom } from './define.ts';
import { censusColumns } from './vintages.ts';

describe('codes()', () => {
  it('takes the first words for the title and the rest for what publishers write', () => {
    expect(codes({ foul: 'Foul | F | foul sewer', storm: 'Storm' })).toEqual([
      { value: 'foul', title: 'Foul', synonyms: ['F', 'foul sewer'] },
      { value: 'storm', title: 'Storm' },
    ]);
  });

  it('throws when a value has no title', () => {
    expect(() => codes({ foul: ' | ' })).toThrow('Code "foul" has no title');
  });

  it('keeps every word, without spaces round it', () => {
    const word = fc.string({ minLength: 1 }).filter((w) => w.trim() !== '' && !w.includes('|'));
    fc.assert(
      fc.property(fc.array(word, { minLength: 1 }), (words) => {
        const [code] = codes({ value: words.join(' | ') });
        expect([code?.title, ...(code?.synonyms ?? [])]).toEqual(words.map((w) => w.trim()));
      }),
    );
  });
});

describe('takenFrom()', () => {
  it('gives attributes the standard they are taken from', () => {
    expect(takenFrom('NaPTAN').text('atco-code', 'ATCO code', 'ATCOCode | atco')).toEqual({
      name: 'atco-code',
      title: 'ATCO code',
      type: 'text',
      synonyms: ['ATCOCode', 'atco'],
      standard: 'NaPTAN',
    });
  });
});

describe('featureType()', () => {
  const draft = {
    title: 'Thing',
    plural: 'Things',
    description: 'A thing.',
    shapes: 'PA',
    synonyms: 'things | gm_things',
    attributes: [],
  } as const;

  it('reads the theme, the shapes and the words', () => {
    const type = featureType({ ...draft, id: 'waste/thing' });
    expect([type.theme, type.shapes, type.synonyms, type.minZoom]).toEqual([
      'waste',
      ['point', 'polygon'],
      ['things', 'gm_things'],
      9,
    ]);
  });

  it('throws when the id does not begin with a theme', () => {
    const wrong = { ...draft, id: 'sewers/thing' } as unknown as Parameters<typeof featureType>[0];
    expect(() => featureType(wrong)).toThrow('No theme begins "sewers/thing"');
  });
});

it('censusColumns() names a column for every year', () => {
  const columns = censusColumns('WD', 'CD').split(' | ');
  expect([columns[0], columns.includes('WD23CD'), columns.at(-1)]).toEqual([
    'WD09CD',
    true,
    'WD27CD',
  ]);
});
