import type { Agreement } from '#data/schema/agreement.ts';

/** An agreement of the year 2026 for tests, made up in every word. */
export const agreementFor = (
  dataset: string,
  grantee: string,
  over: Partial<Agreement> = {},
): Agreement => ({
  id: 'agreement00000000test',
  kind: 'granted',
  dataset,
  grantees: [grantee],
  precision: 'exact',
  terms: {
    name: 'Sewers for the local plan (synthetic)',
    purpose: 'Evidence for the local plan',
    benefits: 'Sites are allocated where there is room in the network.',
    legalPower: 'To be confirmed',
    disclosed: 'Where the sewers lie and how wide they are',
    controllers: ['water-company'],
    controllerNames: ['Demonstration water company'],
    method: 'Read in ODIN',
    processors: [],
    processorNames: [],
    retention: 'P1Y',
    start: '2026-01-01',
    end: '2026-12-31',
    review: '2026-10-01',
    contact: 'data@example.org',
    areas: ['E08000009'],
    areaNames: ['Trafford'],
  },
  madeBy: 'owner',
  madeAt: '2025-12-20T09:00:00.000Z',
  ...over,
});
