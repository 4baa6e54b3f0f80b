import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadVocabulary } from '#data/load.ts';
import { CombineAnswer, MAKES } from '#data/schema/combine.ts';
import type { Licence } from '#data/schema/licence.ts';
import { checkCombination } from './check-combination.ts';
import type { CheckedPart } from './checked-part.ts';

const { licences } = loadVocabulary(fileURLToPath(new URL('../../data', import.meta.url)));

function licence(id: string): Licence {
  const found = licences.get(id);
  if (found === undefined) throw new RangeError(`No licence "${id}"`);
  return found;
}

function part(title: string, id: string, more: Partial<CheckedPart> = {}): CheckedPart {
  const under = licence(id);
  const id_ = title.toLowerCase().replaceAll(/\W+/g, '-');
  return {
    title,
    licence: under,
    basis: 'stated',
    told: {
      id: id_,
      kind: 'dataset',
      title,
      publisher: `Publisher of ${title}`,
      synthetic: false,
      licence: { id, title: under.title, chip: under.chip, attribution: `© ${title} 2026` },
    },
    ...more,
  };
}

const BROWNFIELD = part('Brownfield land register, Rochdale', 'OGL-UK-3.0');
const SUBSTATIONS = part('Substations', 'ODbL-1.0', { changes: '12 columns renamed' });
const CABLES = part('Low-voltage cables', 'SPENW-Shared', { askAt: 'https://example.org/' });

describe('checkCombination()', () => {
  it('refuses one file of a register, substations and cables: names each, its term, three ways on', () => {
    const answer = checkCombination([BROWNFIELD, SUBSTATIONS, CABLES], 'merged');
    expect(answer).toMatchObject({
      possible: false,
      form: 'refused',
      headline: 'These three cannot be merged',
      label: '',
    });
    expect(answer.blocks.map(({ title, term, reason }) => [title, term, reason])).toEqual([
      [
        'Low-voltage cables',
        'May not be passed on',
        'The SP Electricity North West Shared Licence does not allow redistribution.',
      ],
      [
        'Substations',
        'Asks the same licence of the whole file',
        'The Open Database Licence 1.0 asks that a merged database carries the same licence. Low-voltage cables cannot.',
      ],
    ]);
    expect(answer.ways.map(({ kind, title, detail }) => [kind, title, detail])).toEqual([
      [
        'leave-out',
        'Leave out Low-voltage cables',
        'One file, Open Database Licence 1.0, with every credit',
      ],
      [
        'separate',
        'Keep them as separate files',
        'Brownfield land register, Rochdale and Substations in one download, each with its licence; what may not be passed on stays out',
      ],
      [
        'ask',
        'Ask Publisher of Low-voltage cables',
        'Request access, with your purpose and an end date',
      ],
    ]);
    expect(answer.openOnly?.datasets).toEqual(['brownfield-land-register-rochdale', 'substations']);
  });

  it('puts a register and substations in one file under the share-alike licence, with a warning', () => {
    const answer = checkCombination([BROWNFIELD, SUBSTATIONS], 'merged');
    expect(answer).toMatchObject({
      possible: true,
      label: 'Open Database Licence 1.0',
      headline: 'These two may be one file',
      changes: [{ title: 'Substations', changes: '12 columns renamed' }],
      credits: { long: ['© Brownfield land register, Rochdale 2026.', '© Substations 2026.'] },
    });
    expect(answer.caveats.join(' ')).toContain('notices');
    expect(answer.must).toContain('Give any database made from it under the same licence');
    const outlets = answer.outlets.map(({ spdx, entry, kept }) => [spdx, entry, kept.length]);
    expect(outlets).toContainEqual(['ODbL-1.0', 'with-notices', 0]);
    expect(outlets).toContainEqual(['OGL-UK-3.0', 'no', 1]);
  });

  it('never merges two share-alike licences, and keeps them as files of their own', () => {
    const two = [SUBSTATIONS, part('Charge points', 'CC-BY-SA-4.0')];
    const merged = checkCombination(two, 'merged');
    expect([merged.possible, merged.blocks.length, merged.ways.length]).toEqual([false, 2, 3]);
    expect(checkCombination(two, 'separate')).toMatchObject({ possible: true, form: 'collective' });
  });

  it('says why licences without one in common stay apart', () => {
    const two = [part('Market', 'Elexon-BMRS'), part('Trains', 'NetworkRail-open')];
    const { blocks, possible, ways } = checkCombination(two, 'merged');
    expect([possible, blocks.length, ways.length]).toEqual([false, 2, 3]);
    expect(blocks[0]?.term).toBe('Has no licence in common with the others');
  });

  it('counts what filled a field: an open table placed by closed addresses may not leave', () => {
    const filled = part('Care homes', 'OGL-UK-3.0', { filledFrom: [licence('RoyalMail-PAF')] });
    const { parts, blocks, ways, form } = checkCombination([BROWNFIELD, filled], 'separate');
    expect(form).toBe('refused');
    expect(parts.find(({ id }) => id === 'care-homes')).toMatchObject({
      mayBeShared: false,
      filledFrom: ['RoyalMail-PAF'],
    });
    expect(blocks[0]?.reason).toContain('Some of it was filled from data where');
    expect(ways.some(({ kind }) => kind === 'open-only')).toBe(true);
  });

  it('says which licence is presumed and which nobody has read', () => {
    const presumed = part('Trees', 'NESO-ODL', { basis: 'presumed' });
    expect(checkCombination([presumed], 'merged').caveats).toEqual([
      'The licence of Trees is presumed: its publisher’s page says so, the file does not.',
      'The NESO Open Data Licence is to be confirmed: nobody has read its current text against this answer.',
    ]);
  });

  it('offers three ways on even when nothing asked for may leave', () => {
    const { ways, possible } = checkCombination([CABLES, part('Who knows', 'unknown')], 'merged');
    expect([possible, ways.length]).toEqual([false, 3]);
  });

  it('throws when there is nothing to combine', () => {
    expect(() => checkCombination([], 'merged')).toThrow(RangeError);
  });
});

describe('checkCombination(), whatever is asked of it', () => {
  const ids = [...licences.keys()];
  const some = fc
    .array(fc.constantFrom(...ids), { minLength: 1, maxLength: 5 })
    .map((chosen) => chosen.map((id, index) => part(`Part ${index + 1} of ${id}`, id)));
  const makes = fc.constantFrom(...MAKES);

  it('does not depend on the order', () => {
    fc.assert(
      fc.property(some, makes, (parts, make) => {
        const turned = checkCombination([...parts].reverse(), make);
        expect(turned).toEqual(checkCombination(parts, make));
      }),
    );
  });

  const grown = fc.tuple(some, some, makes).map(([parts, more, make]) => ({
    few: checkCombination(parts, make),
    all: checkCombination([...parts, ...more], make),
  }));

  it('never allows more by adding a dataset', () => {
    fc.assert(
      fc.property(grown, ({ few, all }) => {
        expect(all.possible && !few.possible).toBe(false);
        expect(few.may).toEqual(expect.arrayContaining(all.may));
      }),
    );
  });

  it('never asks or forbids less by adding a dataset', () => {
    fc.assert(
      fc.property(grown, ({ few, all }) => {
        expect(all.must).toEqual(expect.arrayContaining(few.must));
        expect(all.mayNot).toEqual(expect.arrayContaining(few.mayNot));
      }),
    );
  });

  it('never opens an outlet by adding a dataset', () => {
    const shut = ({ outlets }: CombineAnswer) =>
      outlets.filter(({ entry }) => entry === 'no').map(({ spdx }) => spdx);
    fc.assert(
      fc.property(grown, ({ few, all }) => {
        expect(shut(all)).toEqual(expect.arrayContaining(shut(few)));
      }),
    );
  });

  it('gives every refusal a reason that names the dataset and the term, and three ways on', () => {
    fc.assert(
      fc.property(some, makes, (parts, make) => {
        const { possible, blocks, ways } = checkCombination(parts, make);
        expect(blocks.length > 0).toBe(!possible);
        expect(ways.length).toBe(possible ? 0 : 3);
        for (const { title, term, reason } of blocks) {
          expect(parts.some((each) => each.title === title)).toBe(true);
          expect(term.length > 0 && reason.endsWith('.')).toBe(true);
        }
      }),
    );
  });

  it('keeps its word: what it says to leave out leaves something that may be made', () => {
    fc.assert(
      fc.property(some, makes, (parts, make) => {
        for (const { kind, href } of checkCombination(parts, make).ways) {
          if (kind !== 'leave-out') continue;
          const named = new URL(href ?? '', 'http://a').searchParams.get('datasets')?.split(',');
          const rest = parts.filter(({ told }) => named?.includes(told.id));
          expect(checkCombination(rest, make).possible).toBe(true);
        }
      }),
    );
  });

  it('answers in the shape the API promises', () => {
    fc.assert(
      fc.property(some, makes, (parts, make) => {
        expect(CombineAnswer.safeParse(checkCombination(parts, make)).success).toBe(true);
      }),
    );
  });
});
