import type { SearchGround } from '#data/siting/search.ts';
import { among } from './words.ts';

/** Substations that feed sites of the sizes looked for. */
export const PRIMARY_UP = among('class', 'primary', 'bulk-supply-point', 'grid-supply-point');

/** Said beside every headroom. */
export const HEADROOM_NOTE = 'Headroom as its operator published it; not a connection offer.';

/** Land that somebody lists as free, allocated or for sale. */
export const INDUSTRIAL_GROUND: SearchGround = {
  kind: 'sites',
  types: [
    'land/brownfield-site',
    'land/employment-allocation',
    'land/public-land',
    'land/investment-site',
    'land/plan-allocation',
  ],
};
