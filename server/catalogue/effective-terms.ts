import type { Licence, Permission } from '#data/schema/licence.ts';

/** What holds for things made from data under one or more licences. */
export type EffectiveTerms = Pick<Licence, 'permissions' | 'obligations' | 'tier'>;

/** From granting most to granting least. */
const PERMISSIONS: readonly Permission[] = ['y', 'per', 'unknown', 'n'];
const TIERS: readonly Licence['tier'][] = ['open', 'view', 'restricted', 'blocked'];

/**
 * The terms of a thing made from data under these licences: a permission only when all give it, every
 * obligation of any, and the narrowest tier. Harmonising is adapting, so what may not be adapted stays a draft.
 * Made from nothing, nothing is known.
 */
export function effectiveTerms(licences: readonly Licence[]): EffectiveTerms {
  const [first, ...rest] = licences.map(drafted);
  return first === undefined ? UNLICENSED : rest.reduce(narrow, first);
}

function narrow(a: EffectiveTerms, b: EffectiveTerms): EffectiveTerms {
  const permission = (name: keyof Licence['permissions']): Permission =>
    later(PERMISSIONS, a.permissions[name], b.permissions[name]);
  const obliged = (name: keyof Licence['obligations']): boolean =>
    a.obligations[name] || b.obligations[name];
  return {
    permissions: {
      commercialUse: permission('commercialUse'),
      redistribute: permission('redistribute'),
      derivatives: permission('derivatives'),
    },
    obligations: {
      attribution: obliged('attribution'),
      shareAlike: obliged('shareAlike'),
      indicateChanges: obliged('indicateChanges'),
      nonCommercial: obliged('nonCommercial'),
      noDerivatives: obliged('noDerivatives'),
      expires: obliged('expires'),
      limitedPurpose: obliged('limitedPurpose'),
    },
    tier: later(TIERS, a.tier, b.tier),
  };
}

/** A licence's terms as they hold for harmonised data. */
const drafted = ({ permissions, obligations, tier }: Licence): EffectiveTerms => ({
  permissions,
  obligations,
  tier: obligations.noDerivatives ? 'blocked' : tier,
});

/** The one of two values that stands later in the order. */
const later = <T>(order: readonly T[], a: T, b: T): T =>
  order.indexOf(b) > order.indexOf(a) ? b : a;

const UNLICENSED: EffectiveTerms = {
  permissions: { commercialUse: 'unknown', redistribute: 'unknown', derivatives: 'unknown' },
  obligations: {
    attribution: false,
    shareAlike: false,
    indicateChanges: false,
    nonCommercial: false,
    noDerivatives: false,
    expires: false,
    limitedPurpose: false,
  },
  tier: 'blocked',
};
