import { mark, named, zone } from './scales.ts';
import type { Stops, ThemeStyle, TypeStyle } from './type-style.ts';

/** An outline that is never filled, in the chain of a boundary. */
const outline = (edgePx: Stops, fromZoom: number): TypeStyle => ({
  hue: 'admin',
  area: zone({ fill: 0, edge: 'chain', edgePx }),
  name: named(fromZoom),
});

/** A company's area: fainter chain, in the hue of what it supplies. */
const company = (hue: TypeStyle['hue'], fromZoom = 7): TypeStyle => ({
  ...outline([1.4, 2, 2.6], fromZoom),
  hue,
});

/** Boundaries: outlines only; the larger the body, the wider the line. */
export const BOUNDARIES: ThemeStyle = {
  'local-authority-district': outline([1.2, 1.8, 2.4], 8.5),
  'combined-authority': outline([1.8, 2.6, 3.4], 7),
  ward: outline([0.5, 0.9, 1.4], 11.5),
  parish: outline([0.5, 0.9, 1.4], 11.5),
  constituency: outline([1, 1.6, 2.2], 9.5),
  lsoa: outline([0.4, 0.7, 1.1], 13),
  msoa: outline([0.6, 1, 1.5], 11.5),
  'output-area': outline([0.3, 0.5, 0.9], 15),
  postcode: { ...outline([0.6, 1, 1.4], 11), point: mark('dot', 8, 15) },
  'national-park': { ...outline([1.6, 2.4, 3], 8), hue: 'green' },
  'planning-authority': outline([1.2, 1.8, 2.4], 8.5),
  'dno-licence-area': company('energy'),
  'gas-network-area': company('gas'),
  'water-company-area': company('water'),
  'flood-authority': company('flood', 8.5),
  'service-area': outline([1, 1.6, 2.2], 9),
};
