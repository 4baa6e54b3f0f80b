import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadVocabulary } from '#data/load.ts';
import type { Licence } from '#data/schema/licence.ts';
import { effectiveTerms } from './effective-terms.ts';

const { licences } = loadVocabulary(fileURLToPath(new URL('../../data', import.meta.url)));
const all = (...ids: readonly string[]): readonly Licence[] =>
  ids.flatMap((id) => licences.get(id) ?? []);

describe('effectiveTerms()', () => {
  it('permits what all permit and asks what any asks', () => {
    const { permissions, obligations, tier } = effectiveTerms(all('OGL-UK-3.0', 'CC-BY-NC-SA-4.0'));
    expect(permissions).toEqual({ commercialUse: 'n', redistribute: 'y', derivatives: 'y' });
    expect(obligations).toMatchObject({ shareAlike: true, nonCommercial: true, attribution: true });
    expect(tier).toBe('restricted');
  });

  it('takes the narrowest tier, and keeps what may not be adapted in its draft', () => {
    expect(effectiveTerms(all('OGL-UK-3.0', 'OS-INSPIRE-EUL')).tier).toBe('view');
    const [open] = all('CC-BY-4.0');
    if (open === undefined) throw new RangeError('No licence CC-BY-4.0');
    const fixed = { ...open, obligations: { ...open.obligations, noDerivatives: true } };
    expect([effectiveTerms([open]).tier, effectiveTerms([fixed]).tier]).toEqual([
      'open',
      'blocked',
    ]);
  });

  it('knows nothing of things made from nothing', () => {
    const { permissions, tier } = effectiveTerms([]);
    expect([permissions.redistribute, tier]).toEqual(['unknown', 'blocked']);
  });

  it('never grants more when a licence is added', () => {
    const order = ['y', 'per', 'unknown', 'n'];
    const some = fc.array(fc.constantFrom(...licences.values()), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(some, some, (few, more) => {
        const before = effectiveTerms(few);
        const after = effectiveTerms([...few, ...more]);
        for (const name of ['commercialUse', 'redistribute', 'derivatives'] as const) {
          const [was, is] = [before.permissions[name], after.permissions[name]];
          expect(order.indexOf(is)).toBeGreaterThanOrEqual(order.indexOf(was));
        }
      }),
    );
  });
});
