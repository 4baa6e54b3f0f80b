import type { What } from '#data/siting/criterion.ts';

/** One measure of each kind, for tests of what is said of them. */

export const AREA = { kind: 'site', attribute: 'area-ha' } as const satisfies What;
export const RIVER = {
  kind: 'distance',
  of: { type: 'environment/watercourse' },
} as const satisfies What;
export const FLOOD = {
  kind: 'share',
  of: { type: 'environment/flood-risk-zone' },
} as const satisfies What;
export const HEADROOM = {
  kind: 'value',
  of: { type: 'energy/substation' },
  attribute: 'demand-headroom-mw',
  from: 'serving',
} as const satisfies What;
export const GRADE = {
  kind: 'value',
  of: { type: 'environment/agricultural-land' },
  attribute: 'grade',
  from: 'containing',
} as const satisfies What;
