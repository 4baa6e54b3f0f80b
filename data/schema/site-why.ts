/**
 * Why a value is what it is, entry by entry:
 * `measured`; `none-near` nothing within the reach of the search (`high` is open); `not-covered` nobody supplied the
 * kind of thing for any of its ground; `partly-covered` for some of it; `edge` something nearer may lie where nobody
 * supplied it; `not-stated` the thing is known and the value not; `no-area` neither boundary nor area is known.
 */
export const WHYS = [
  'measured',
  'none-near',
  'not-covered',
  'partly-covered',
  'edge',
  'not-stated',
  'no-area',
] as const;
export type Why = (typeof WHYS)[number];
