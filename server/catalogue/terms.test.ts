import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { loadVocabulary } from '#data/load.ts';
import type { Licence } from '#data/schema/licence.ts';
import { termsOf } from './terms.ts';

const { licences } = loadVocabulary(fileURLToPath(new URL('../../data', import.meta.url)));
const terms = (id: string) => termsOf(licences.get(id) as Licence);

describe('termsOf()', () => {
  it('permits all that an open licence permits and asks for the credit line', () => {
    const { may, must, ask } = terms('OGL-UK-3.0');
    expect([may.length, must, ask]).toEqual([
      3,
      ['Show the credit line wherever the data is used'],
      [],
    ]);
  });

  it('lists the duties of share-alike data', () => {
    expect(terms('ODbL-1.0').must).toContain(
      'Give any database made from it under the same licence',
    );
  });

  it('forbids what a shared licence forbids and leaves open what nobody stated', () => {
    const { mayNot, ask } = terms('SPENW-Shared');
    expect(mayNot).toContain('Pass it on to others');
    expect(ask.length).toBe(2);
  });

  it('says something about every permission of every licence', () => {
    for (const licence of licences.values()) {
      const { may, mayNot, ask } = termsOf(licence);
      expect([licence.id, may.length + mayNot.length - 1 + ask.length]).toEqual([licence.id, 3]);
    }
  });
});
