import fc from 'fast-check';
import { PROFILES } from '#data/profiles/index.ts';
import type { Condition } from '#data/query/filter.ts';
import type { Must, Origin, Prefer, Target, Test, What, Worth } from '#data/siting/criterion.ts';
import { isCriterionId } from '#data/siting/criterion-read.ts';
import type { SearchGround, SiteSearch } from '#data/siting/search.ts';

/** Arbitrary searches, for property tests. */

const name = fc
  .stringMatching(/^[a-z0-9][a-z0-9-]{0,12}$/)
  .filter((text) => isCriterionId(text) && !text.includes('--'));

const figure = fc.oneof(
  fc.integer({ min: -10_000, max: 10_000 }),
  fc.double({ noDefaultInfinity: true, noNaN: true }),
);

const token = fc.oneof(name, fc.string({ minLength: 1, maxLength: 12 }));
const tokens = fc.uniqueArray(token, { minLength: 1, maxLength: 4 });
const flag = fc.constantFrom({}, { unknown: true as const });

const condition: fc.Arbitrary<Condition> = fc.oneof(
  fc
    .tuple(name, tokens, flag)
    .map(([attribute, values, open]) => ({ kind: 'among' as const, attribute, values, ...open })),
  fc.tuple(name, fc.option(figure), fc.option(figure), flag).map(([attribute, min, max, open]) => ({
    kind: 'range' as const,
    attribute,
    ...(min === null ? {} : { min }),
    ...(max === null ? {} : { max }),
    ...open,
  })),
);

const type = fc.constantFrom('energy/substation', 'land/brownfield-site', 'water/water-main');

const target: fc.Arbitrary<Target> = fc.oneof(
  type.map((id) => ({ type: id })),
  fc
    .tuple(type, fc.array(condition, { minLength: 1, maxLength: 3 }))
    .map(([id, where]) => ({ type: id, where })),
);

const within = fc.integer({ min: 0, max: 20_000 });

/** Whatever can be measured. */
export const anyWhat: fc.Arbitrary<What> = fc.oneof(
  name.map((attribute) => ({ kind: 'site' as const, attribute })),
  target.map((of) => ({ kind: 'distance' as const, of })),
  target.map((of) => ({ kind: 'distance' as const, of, second: {} })),
  fc
    .tuple(target, name)
    .map(([of, apartBy]) => ({ kind: 'distance' as const, of, second: { apartBy } })),
  fc
    .tuple(fc.constantFrom('share' as const, 'hectares' as const), target)
    .map(([kind, of]) => ({ kind, of })),
  fc.tuple(target, within).map(([of, withinM]) => ({ kind: 'count' as const, of, withinM })),
  fc
    .tuple(target, within, name)
    .map(([of, withinM, attribute]) => ({ kind: 'sum' as const, of, withinM, attribute })),
  fc
    .tuple(target, name, fc.constantFrom('nearest', 'containing', 'serving' as const))
    .map(([of, attribute, from]) => ({ kind: 'value' as const, of, attribute, from })),
);

const test: fc.Arbitrary<Test> = fc.oneof(
  fc
    .tuple(fc.constantFrom('at-least' as const, 'at-most' as const), figure)
    .map(([op, value]) => ({ op, value })),
  fc
    .tuple(fc.constantFrom('is' as const, 'is-not' as const), tokens)
    .map(([op, values]) => ({ op, values })),
  fc.constant({ op: 'known' as const }),
);

const share = fc.integer({ min: 0, max: 100 }).map((percent) => percent / 100);

const worth: fc.Arbitrary<Worth> = fc.oneof(
  fc
    .tuple(figure, figure)
    .filter(([full, none]) => full + 0 !== none + 0)
    .map(([full, none]) => ({ kind: 'linear' as const, full, none })),
  fc
    .tuple(
      fc.array(
        fc.tuple(tokens, share).map(([values, worth]) => ({ values, share: worth })),
        { minLength: 1, maxLength: 3 },
      ),
      share,
    )
    .map(([steps, otherwise]) => ({ kind: 'steps' as const, steps, otherwise })),
);

const CONTROL = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]/u;
const words = fc.string({ maxLength: 20 }).filter((text) => !CONTROL.test(text));
const said = words.filter((text) => text !== '');

const origin: fc.Arbitrary<Origin> = fc.oneof(
  fc.constant({ kind: 'default' as const }),
  said.map((text) => ({ kind: 'default' as const, text })),
  fc.tuple(said, said).map(([text, url]) => ({ kind: 'sourced' as const, text, url })),
);

const base = fc
  .tuple(name, words, words, anyWhat, fc.option(origin), fc.option(said))
  .map(([id, title, short, what, from, note]) => ({
    id,
    title,
    short,
    what,
    ...(from ? { origin: from } : {}),
    ...(note === null ? {} : { note }),
  }));

const weight = fc.integer({ min: 0, max: 1_000 }).map((tenths) => tenths / 10);

const must: fc.Arbitrary<Must> = fc
  .tuple(base, test, fc.boolean())
  .map(([each, rule, off]) => ({ ...each, test: rule, ...(off ? { off: true as const } : {}) }));

const prefer: fc.Arbitrary<Prefer> = fc
  .tuple(base, worth, weight, fc.boolean())
  .map(([each, rule, weighs, locked]) => ({
    ...each,
    worth: rule,
    weight: weighs,
    ...(locked ? { locked: true as const } : {}),
  }));

const ground: fc.Arbitrary<SearchGround> = fc.oneof(
  fc.uniqueArray(type, { minLength: 1 }).map((types) => ({ kind: 'sites' as const, types })),
  fc.uniqueArray(type, { minLength: 1 }).map((types) => ({
    kind: 'sites' as const,
    types,
    districts: ['E08000001', 'E08000003'],
  })),
  fc
    .array(said, { minLength: 1, maxLength: 3 })
    .map((areas) => ({ kind: 'areas' as const, areas })),
);

const byId = ({ id }: Must | Prefer): string => id;

/** Some of a profile's criteria, some of them changed, and some of one's own, in any order. */
const criteria = <T extends Must | Prefer>(
  from: readonly T[],
  own: fc.Arbitrary<T>,
  change: (each: T) => fc.Arbitrary<T>,
): fc.Arbitrary<T[]> =>
  fc
    .tuple(
      fc.tuple(
        ...from.map((each) => fc.oneof(fc.constant(each), change(each), fc.constant(undefined))),
      ),
      fc.uniqueArray(own, { maxLength: 3, selector: byId }),
      fc.boolean(),
    )
    .map(([kept, added, isTurned]) => {
      const all = [...kept.filter((each) => each !== undefined), ...added] as T[];
      const first = all.filter((each, at) => all.findIndex(({ id }) => id === each.id) === at);
      return isTurned ? first.reverse() : first;
    });

/** Searches of every profile and own ones. */
export const anySearch: fc.Arbitrary<SiteSearch> = fc
  .tuple(fc.constantFrom(undefined, ...PROFILES), fc.option(ground), fc.option(said), fc.context())
  .chain(([profile, place, title]) =>
    fc
      .tuple(
        criteria(profile?.must ?? [], must, (each) =>
          fc.oneof(
            test.map((rule) => ({ ...each, test: rule })),
            fc.constant({ ...each, off: true as const }),
          ),
        ),
        criteria(profile?.prefer ?? [], prefer, (each) =>
          fc.oneof(
            worth.map((rule) => ({ ...each, worth: rule })),
            weight.map((weighs) => ({ ...each, weight: weighs })),
            fc.constant({ ...each, locked: true as const }),
          ),
        ),
      )
      .map(([musts, prefers]) => {
        const taken = new Set(musts.map(byId));
        return {
          profile: profile?.id ?? 'own',
          ...(title === null ? {} : { title }),
          ground: place ?? profile?.ground ?? { kind: 'sites', types: ['land/public-land'] },
          must: musts,
          prefer: prefers.filter(({ id }) => !taken.has(id)),
        };
      }),
  );
