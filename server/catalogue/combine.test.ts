import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadVocabulary } from '#data/load.ts';
import type { Licence } from '#data/schema/licence.ts';
import { combine, mayLeave, type Part } from './combine.ts';

const { licences } = loadVocabulary(fileURLToPath(new URL('../../data', import.meta.url)));

function licence(id: string): Licence {
  const found = licences.get(id);
  if (found === undefined) throw new RangeError(`No licence "${id}"`);
  return found;
}

const under = (...ids: readonly string[]): readonly Part[] =>
  ids.map((id, index) => ({ title: `Layer ${index + 1}`, licence: licence(id) }));

describe('combine()', () => {
  it('keeps the one licence of data that has only one', () => {
    const { form, label } = combine(under('OGL-UK-3.0', 'OGL-UK-3.0'));
    expect([form, label]).toEqual(['merged', 'Open Government Licence v3.0']);
  });

  it('takes Ordnance Survey, ONS and council data under the OGL for one licence', () => {
    const { form, label } = combine(under('OS-OpenData', 'ONS-boundaries', 'OGL-UK-3.0'));
    expect([form, label]).toEqual(['merged', 'Open Government Licence v3.0']);
  });

  it('merges attribution licences and relabels none of them', () => {
    const { form, label, mergeableUnder, reason } = combine(under('OGL-UK-3.0', 'CC-BY-4.0'));
    expect([form, label]).toEqual(['merged', 'Multiple licences, see LICENCES']);
    expect(mergeableUnder).toContain('CC-BY-4.0');
    expect(mergeableUnder).not.toContain('OGL-UK-3.0');
    expect(reason).toBe(
      'Creative Commons Attribution 4.0, Open Government Licence v3.0 allow the data to be brought together; every credit is kept.',
    );
  });

  it('gives OpenStreetMap data a file of its own beside open data, and says under what it could merge', () => {
    const { form, mergeableUnder, warnings, reason } = combine(under('OGL-UK-3.0', 'ODbL-1.0'));
    expect([form, mergeableUnder]).toEqual(['collective', ['ODbL-1.0']]);
    expect(warnings).toEqual([
      'Under ODbL-1.0, the notices of the Open Government Licence v3.0 must be kept: check its text first.',
    ]);
    expect(reason).toContain('so each licence has a file of its own');
    expect(reason).toContain('Merged, everything would have to be given under ODbL-1.0.');
  });

  it('never merges ODbL with CC BY-SA', () => {
    const { form, mergeableUnder } = combine(under('ODbL-1.0', 'CC-BY-SA-4.0'));
    expect([form, mergeableUnder]).toEqual(['collective', []]);
  });

  it('refuses a download with a layer that may not be passed on, and names it', () => {
    const parts = [
      ...under('OGL-UK-3.0', 'CC-BY-4.0'),
      { title: 'Low-voltage cables', licence: licence('SPENW-Shared') },
    ];
    const { form, reason, terms } = combine(parts);
    expect([form, terms.tier]).toEqual(['refused', 'restricted']);
    expect(reason).toBe(
      'This download is not available: 1 of 3 layers cannot be handed out. Low-voltage cables: the SP Electricity North West Shared Licence does not allow redistribution. Leave it out, or ask the publisher for access.',
    );
  });

  it('refuses data whose licence nobody stated, which is not open', () => {
    expect(combine(under('unknown')).reason).toContain('nobody has stated its licence');
  });

  it('refuses data that no business may use, though it may be passed on', () => {
    const { form, reason } = combine(under('OGL-UK-3.0', 'CC-BY-NC-4.0'));
    expect(form).toBe('refused');
    expect(reason).toContain(
      'Layer 2: the Creative Commons Attribution-NonCommercial 4.0 does not allow commercial use.',
    );
  });

  it('counts what it does not name', () => {
    const { reason } = combine(under('NUAR', 'unknown', 'RoyalMail-PAF', 'MRA'));
    expect(reason).toContain('4 of 4 layers');
    expect(reason).toContain('And 1 more.');
  });

  it('throws when there is nothing to combine', () => {
    expect(() => combine([])).toThrow(RangeError);
  });

  const some = fc
    .array(fc.constantFrom(...licences.keys()), { minLength: 1, maxLength: 5 })
    .map((ids) => under(...ids));

  it('never merges more by adding a layer', () => {
    const rank = { merged: 0, collective: 1, refused: 2 };
    fc.assert(
      fc.property(some, some, (parts, others) => {
        const alone = rank[combine(parts).form];
        expect(rank[combine([...parts, ...others]).form]).toBeGreaterThanOrEqual(alone);
      }),
    );
  });

  it('never hands out what one of its layers may not leave with', () => {
    fc.assert(
      fc.property(some, (parts) => {
        const refused = combine(parts).form === 'refused';
        expect(refused).toBe(parts.some((part) => !mayLeave(part.licence)));
      }),
    );
  });

  it('decides alike whatever the order of the layers', () => {
    fc.assert(
      fc.property(some, (parts) => {
        const { form, mergeableUnder } = combine(parts);
        const turned = combine([...parts].reverse());
        expect([turned.form, turned.mergeableUnder]).toEqual([form, mergeableUnder]);
      }),
    );
  });
});
