import type { Bounds } from '#data/schema/geometry.ts';

/** The city region this deployment shows. */
export type Region = { readonly name: string; readonly bounds: Bounds };

/** Greater Manchester: the ten districts' box with a little air. Source: ONS district boundaries, `data/basemap`. */
export const REGION: Region = {
  name: 'Greater Manchester',
  bounds: [-2.7405, 53.3231, -1.8996, 53.6907],
};
