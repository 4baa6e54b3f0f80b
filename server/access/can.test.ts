import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ACCESS_STATES, type AccessState, PRECISIONS } from '#data/schema/access.ts';
import type { Agreement } from '#data/schema/agreement.ts';
import { type AccountSubject, ANONYMOUS, type Role, type Subject } from '#data/schema/subject.ts';
import { agreementOf, can } from './can.ts';
import { agreementFor } from './test-agreement.ts';
import { ACTIONS, type Action, type DatasetThing } from './thing.ts';

const NOW = new Date('2026-11-23T12:00:00Z');

const account = (over: Partial<AccountSubject> = {}): AccountSubject => ({
  kind: 'account',
  accountId: 'a'.repeat(20),
  name: 'Test account',
  email: 'test@example.org',
  isAdministrator: false,
  memberships: [],
  via: 'session',
  ...over,
});
const memberOf = (organisationId: string, role: Role, over: Partial<AccountSubject> = {}) =>
  account({ memberships: [{ organisationId, role }], ...over });

const AGREEMENT = agreementFor('dataset', 'grantee');
const PURPOSE = AGREEMENT.terms.purpose;
const thing = (
  state: AccessState,
  agreements: readonly Agreement[] = [AGREEMENT],
): DatasetThing => ({
  kind: 'dataset',
  id: 'dataset',
  state,
  organisations: ['owner'],
  agreements,
});

const SUBJECTS = {
  anonymous: ANONYMOUS,
  'signed in, nothing granted': memberOf('other', 'owner', { purpose: PURPOSE }),
  grantee: memberOf('grantee', 'viewer', { purpose: PURPOSE }),
  'grantee without a purpose': memberOf('grantee', 'owner'),
  'grantee for another purpose': memberOf('grantee', 'owner', { purpose: 'Selling it on' }),
  administrator: account({ isAdministrator: true, purpose: PURPOSE }),
  "owner's viewer": memberOf('owner', 'viewer'),
  "owner's publisher": memberOf('owner', 'publisher'),
  owner: memberOf('owner', 'owner'),
} as const satisfies Record<string, Subject>;
type Who = keyof typeof SUBJECTS;

const READING = ['read-features', 'see-tiles', 'download'] as const satisfies readonly Action[];
const OWN: readonly Who[] = ["owner's viewer", "owner's publisher", 'owner'];
const SIGNED_IN = (Object.keys(SUBJECTS) as Who[]).filter((who) => who !== 'anonymous');
const EVERYBODY = Object.keys(SUBJECTS) as Who[];

/** Who may read, by state: all others may not. */
const READERS: Record<AccessState, readonly Who[]> = {
  open: EVERYBODY,
  registered: SIGNED_IN,
  shared: ['grantee', ...OWN],
  'by-agreement': ['grantee', ...OWN],
  'metadata-only': OWN,
  closed: OWN,
};

describe('can()', () => {
  it.each(
    ACCESS_STATES.flatMap((state) => EVERYBODY.map((who) => [who, state] as const)),
  )('lets %s read a dataset that is %s as the table says', (who, state) => {
    const expected = READERS[state].includes(who);
    for (const action of [...READING, 'see-metadata'] as const) {
      expect([action, can(SUBJECTS[who], action, thing(state), NOW)]).toEqual([action, expected]);
    }
  });

  it.each(ACCESS_STATES)('keeps the register to what others may know of, %s', (state) => {
    const shown = can(ANONYMOUS, 'see-existence', thing(state), NOW);
    expect(shown).toBe(state !== 'closed');
  });

  it.each(EVERYBODY)('lets %s change a dataset only as its role says', (who) => {
    const may = (action: Action) => can(SUBJECTS[who], action, thing('by-agreement'), NOW);
    const publishes = who === 'owner' || who === "owner's publisher";
    for (const action of ['draft', 'publish', 'withdraw'] as const)
      expect(may(action)).toBe(publishes);
    for (const action of ['change-access', 'grant', 'see-audit'] as const) {
      expect(may(action)).toBe(who === 'owner');
    }
  });

  it('threat 41: gives nothing a millisecond before an agreement begins or after it ends', () => {
    const at = (iso: string) =>
      can(SUBJECTS.grantee, 'read-features', thing('by-agreement'), new Date(iso));
    expect(at('2025-12-31T23:59:59.999Z')).toBe(false);
    expect(at('2026-01-01T00:00:00.000Z')).toBe(true);
    expect(at('2026-12-31T23:59:59.999Z')).toBe(true);
    expect(at('2027-01-01T00:00:00.000Z')).toBe(false);
  });

  it('threat 41: gives nothing from the moment of a revocation on', () => {
    const revoked = { by: 'owner', at: NOW.toISOString(), why: 'Done' };
    const given = thing('by-agreement', [{ ...AGREEMENT, revoked }]);
    expect(can(SUBJECTS.grantee, 'see-tiles', given, new Date(NOW.getTime() - 1))).toBe(true);
    expect(can(SUBJECTS.grantee, 'see-tiles', given, NOW)).toBe(false);
  });

  it('threat 43: never lets a grantee grant, whatever its role', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...ACCESS_STATES),
        fc.constantFrom<Role>('owner', 'publisher', 'viewer'),
        fc.constantFrom(...PRECISIONS),
        (state, role, precision) => {
          const grantee = memberOf('grantee', role, { purpose: PURPOSE });
          const given = thing(state, [{ ...AGREEMENT, precision }]);
          for (const action of [
            'grant',
            'change-access',
            'see-audit',
            'publish',
            'withdraw',
          ] as const) {
            expect(can(grantee, action, given, NOW)).toBe(false);
          }
        },
      ),
    );
  });

  it('threat 44: gives a member of one organisation nothing in another', () => {
    for (const action of ACTIONS) {
      const elsewhere = { kind: 'organisation', id: 'owner' } as const;
      expect(can(SUBJECTS['signed in, nothing granted'], action, elsewhere, NOW)).toBe(false);
    }
  });

  it('threat 54: cannot read the clock of a day that is none, and gives nothing by it', () => {
    const terms = { ...AGREEMENT.terms, end: 'for ever' };
    const given = thing('by-agreement', [{ ...AGREEMENT, terms }]);
    expect(can(SUBJECTS.grantee, 'read-features', given, NOW)).toBe(false);
    expect(
      can(SUBJECTS.grantee, 'read-features', thing('by-agreement'), new Date(Number.NaN)),
    ).toBe(false);
  });

  it('gives the exact thing only by an exact agreement, and figures by any', () => {
    for (const precision of PRECISIONS) {
      const given = thing('by-agreement', [{ ...AGREEMENT, precision }]);
      const may = (action: Action) => can(SUBJECTS.grantee, action, given, NOW);
      expect(may('read-features')).toBe(precision === 'exact');
      expect(may('read-reduced')).toBe(true);
    }
  });

  it('lets no program decide who may have what, or who belongs', () => {
    const token = memberOf('owner', 'owner', {
      via: 'token',
      scopes: ['publish'],
      isAdministrator: true,
    });
    expect(can(token, 'publish', thing('open'), NOW)).toBe(true);
    for (const action of ['grant', 'change-access', 'see-audit'] as const) {
      expect(can(token, action, thing('open'), NOW)).toBe(false);
    }
    expect(can(token, 'manage-members', { kind: 'organisation', id: 'owner' }, NOW)).toBe(false);
    expect(can(token, 'administer', { kind: 'deployment' }, NOW)).toBe(false);
    const reading = memberOf('owner', 'owner', { via: 'token', scopes: ['read'] });
    expect(can(reading, 'publish', thing('open'), NOW)).toBe(false);
    expect(can(reading, 'read-features', thing('closed'), NOW)).toBe(true);
  });

  it('gives nobody more when an agreement is taken away', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...EVERYBODY),
        fc.constantFrom(...ACTIONS),
        fc.constantFrom(...ACCESS_STATES),
        (who, action, state) => {
          const without = can(SUBJECTS[who], action, thing(state, []), NOW);
          if (without) expect(can(SUBJECTS[who], action, thing(state), NOW)).toBe(true);
        },
      ),
    );
  });

  it('gives nobody more when a dataset is closed further', () => {
    const rank = (state: AccessState) => ACCESS_STATES.indexOf(state);
    fc.assert(
      fc.property(
        fc.constantFrom(...EVERYBODY),
        fc.constantFrom(...READING, 'see-metadata' as const, 'see-existence' as const),
        fc.constantFrom(...ACCESS_STATES),
        fc.constantFrom(...ACCESS_STATES),
        (who, action, one, other) => {
          const [wide, narrow] = rank(one) <= rank(other) ? [one, other] : [other, one];
          if (can(SUBJECTS[who], action, thing(narrow), NOW)) {
            expect(can(SUBJECTS[who], action, thing(wide), NOW)).toBe(true);
          }
        },
      ),
    );
  });
});

describe('agreementOf()', () => {
  it('takes the most exact of several', () => {
    const coarse = { ...AGREEMENT, id: 'b'.repeat(20), precision: 'count' as const };
    expect(agreementOf(SUBJECTS.grantee, thing('by-agreement', [coarse, AGREEMENT]), NOW)).toBe(
      AGREEMENT,
    );
  });

  it('knows a purpose by the id of its agreement, and however it is spaced', () => {
    const by = (purpose: string) =>
      agreementOf(memberOf('grantee', 'viewer', { purpose }), thing('by-agreement'), NOW)?.id;
    expect(by(AGREEMENT.id)).toBe(AGREEMENT.id);
    expect(by(`  ${PURPOSE.toUpperCase()} `)).toBe(AGREEMENT.id);
    expect(by('')).toBeUndefined();
  });
});
