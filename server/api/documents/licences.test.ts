import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAsked } from './licences.ts';

describe('readAsked()', () => {
  it('reads lists, however often they are given', () => {
    expect(
      readAsked({ datasets: ['a,b', 'b,c'], licences: 'OGL-UK-3.0', make: 'separate' }),
    ).toEqual({
      asked: { datasets: ['a', 'b', 'c'], licences: ['OGL-UK-3.0'], make: 'separate' },
    });
  });

  it('adds what was chosen, and leads to an address that says so', () => {
    expect(readAsked({ datasets: 'a', add: 'b', make: 'merged' }).redirect).toBe(
      '/licences?datasets=a,b&make=merged#combine',
    );
    expect(readAsked({ add: 'licence:CC-BY-4.0', make: 'merged' }).redirect).toBe(
      '/licences?licences=CC-BY-4.0&make=merged#combine',
    );
    expect(readAsked({ add: '' }).redirect).toBe('/licences#combine');
  });

  it('never throws and never leads elsewhere, whatever the address says', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom('datasets', 'licences', 'add', 'make', 'x'), fc.anything()),
        (query) => {
          expect(readAsked(query).redirect ?? '/licences').toMatch(/^\/licences(?:[?#]|$)/);
        },
      ),
    );
    expect(readAsked({ add: 'a\r\nLocation: //evil', make: 'x' }).redirect).not.toMatch(/[\r\n]/);
  });
});
