import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Attribute } from '#data/schema/attribute.ts';
import { codeCaster } from './code.ts';
import { listCaster } from './list.ts';

const OWNERSHIP: Attribute = {
  name: 'ownership-status',
  title: 'Ownership',
  type: 'code',
  codes: [
    {
      value: 'owned-by-a-public-authority',
      title: 'Owned by a public authority',
      synonyms: ['council'],
    },
    { value: 'not-owned-by-a-public-authority', title: 'Not owned by a public authority' },
    { value: 'mixed-ownership', title: 'Mixed ownership' },
  ],
  synonyms: [],
  standard: 'test',
};
const GRADE: Attribute = {
  ...OWNERSHIP,
  name: 'grade',
  codes: [
    { value: 'i', title: 'I' },
    { value: 'ii', title: 'II' },
    { value: 'ii-star', title: 'II*' },
  ],
};

describe('codeCaster()', () => {
  const cast = codeCaster(OWNERSHIP);

  it.each([
    ['Owned by a public authority', 'owned-by-a-public-authority', 'code'],
    ['OWNED  BY A PUBLIC-AUTHORITY', 'owned-by-a-public-authority', 'code'],
    ['Council', 'owned-by-a-public-authority', 'code synonym'],
    ['onwed by a public authorty', 'owned-by-a-public-authority', 'code, misspelt'],
    ['not owned by a public aut', 'not-owned-by-a-public-authority', 'code, misspelt'],
    ['Not owned by apublic authority', 'not-owned-by-a-public-authority', 'code, misspelt'],
  ])('reads %j', (cell, value, rule) => {
    expect(cast(cell)).toMatchObject({ value, rule });
  });

  it('leaves an unknown text raw, and says what may stand there', () => {
    const reading = cast('Church Commissioners');
    expect(reading.value).toBeUndefined();
    expect(reading.faults?.[0]?.code).toBe('value.code-unknown');
    expect(reading.faults?.[0]?.message).toContain('“Mixed ownership”');
  });

  it('never takes a lost “not” for a misspelling', () => {
    expect(cast('no owned by a public authority').value).not.toBe('owned-by-a-public-authority');
  });

  it('tells II from II* and never corrects short codes', () => {
    const grade = codeCaster(GRADE);
    expect(grade('II*').value).toBe('ii-star');
    expect(grade('II').value).toBe('ii');
    expect(grade('III').faults?.[0]?.code).toBe('value.code-unknown');
  });

  it('takes the descriptor’s own translation first', () => {
    const own = codeCaster(OWNERSHIP, { Council: 'mixed-ownership' });
    expect(own('council').value).toBe('mixed-ownership');
  });

  it('never throws, whatever the cell holds', () => {
    fc.assert(fc.property(fc.string(), (text) => void cast(text)));
  });
});

describe('listCaster()', () => {
  it('parts at semicolons, bars and commas and keeps what it knows', () => {
    const cast = listCaster(OWNERSHIP);
    expect(cast('council; Mixed ownership').value).toEqual([
      'owned-by-a-public-authority',
      'mixed-ownership',
    ]);
    const half = cast('council | Martians');
    expect(half.value).toEqual(['owned-by-a-public-authority']);
    expect(half.faults?.[0]?.code).toBe('value.code-unknown');
  });
});

describe('a list parted by strokes', () => {
  const attribute: Attribute = {
    ...OWNERSHIP,
    type: 'list',
    codes: [
      { value: 'b2', title: 'B2' },
      { value: 'b8', title: 'B8' },
      { value: 'sea', title: 'Rivers / sea' },
    ],
  };

  it.each([
    ['B2/B8', ['b2', 'b8']],
    ['B2 & B8; Rivers / sea', ['b2', 'b8', 'sea']],
    ['Rivers / sea', ['sea']],
  ])('reads %j', (cell, value) => {
    expect(listCaster(attribute)(cell).value).toEqual(value);
  });

  it('keeps a text whole where a part of it is no code', () => {
    expect(listCaster(attribute)('B2/offices').faults?.[0]?.code).toBe('value.code-unknown');
  });
});
