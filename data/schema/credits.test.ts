import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Credit, combineCredits } from './credits.ts';

const credit = (holder: string, statement: string): Credit => ({
  holder,
  licence: 'OGL-UK-3.0',
  statement,
});
const OS = (year: number): string =>
  `Contains OS data © Crown copyright and database right ${year}`;

describe('combineCredits()', () => {
  it('puts Ordnance Survey first, then Royal Mail, then ONS, then the others by name', () => {
    const { long } = combineCredits([
      credit('Wigan Council', '© Wigan Council 2025.'),
      credit('OpenStreetMap contributors', '© OpenStreetMap contributors, ODbL.'),
      credit(
        'Office for National Statistics',
        `Source: Office for National Statistics licensed under the Open Government Licence v3.0. Contains Royal Mail data © Royal Mail copyright and database right 2024. ${OS(2024)}.`,
      ),
    ]);
    expect(long).toEqual([
      `${OS(2024)}.`,
      'Contains Royal Mail data © Royal Mail copyright and database right 2024.',
      'Source: Office for National Statistics licensed under the Open Government Licence v3.0.',
      '© OpenStreetMap contributors, ODbL.',
      '© Wigan Council 2025.',
    ]);
  });

  it('prints what several ask for once, with the newest year', () => {
    const { long } = combineCredits([
      credit('A', `${OS(2023)}.`),
      credit('B', `© B 2025. ${OS(2025)}`),
      credit('C', OS(2024)),
    ]);
    expect(long).toEqual([`${OS(2025)}.`, '© B 2025.']);
  });

  it('keeps every word of a publisher’s own statement', () => {
    const statement =
      '© Historic England 2026. The Historic England GIS Data contained in this material was obtained on 2026-11-23.';
    expect(combineCredits([credit('Historic England', statement)]).long).toEqual([statement]);
  });

  it('is short in the corner of the map', () => {
    const { short } = combineCredits([
      credit('OpenStreetMap contributors', '© OpenStreetMap contributors, ODbL.'),
      credit('Bolton Council', `© Bolton Council. ${OS(2026)}.`),
    ]);
    expect(short).toBe(`${OS(2026)} · © Bolton Council · © OpenStreetMap contributors`);
  });

  it('names every publisher, though they share one line', () => {
    const line =
      'Contains public sector information licensed under the Open Government Licence v3.0.';
    const { short, long } = combineCredits([
      credit('Wigan Council', line),
      credit('Bury Council', line),
    ]);
    expect([short, long]).toEqual(['© Bury Council · © Wigan Council', [line]]);
  });

  it('is empty when nobody asks for a credit', () => {
    expect(combineCredits([credit('Wikidata', '')])).toEqual({ short: '', long: [] });
  });

  it('gives the same whatever the order, and adding its own result changes nothing', () => {
    const words = fc.constantFrom(OS(2023), OS(2026), '© A 2024.', '© B', '', '{publisher}', ' . ');
    const some = fc.array(
      fc.record({
        holder: fc.constantFrom('A', 'B', 'C'),
        licence: fc.constant('x'),
        statement: words,
      }),
    );
    fc.assert(
      fc.property(some, (credits) => {
        const once = combineCredits(credits);
        expect(combineCredits([...credits].reverse()).long).toEqual(once.long);
        expect(combineCredits([...credits, ...credits])).toEqual(once);
      }),
    );
  });
});
