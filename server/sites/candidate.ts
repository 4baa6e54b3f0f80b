import type { AttributeValue } from '#data/schema/attribute.ts';
import type { SiteCandidate } from '#data/schema/sites.ts';
import type { PlaneShape } from '#server/measure/plane-shape.ts';

/** A site, a cell or an area to be measured. */
export type Candidate = {
  /** Feature id of a site, `cell:<H3 index>`, `area:<n>`. */
  readonly key: string;
  /** In metres of the National Grid. */
  readonly shape: PlaneShape;
  /** Of a site: attribute name → value as stored. */
  readonly attributes: Readonly<Record<string, AttributeValue>>;
  /** Area its publisher states, hectares; used where no boundary is drawn. */
  readonly statedHa?: number;
};

/** What is known of a candidate before anything is measured to others. */
export type CandidateFigures = Pick<SiteCandidate, 'areaBasis' | 'outline' | 'errorM'> & {
  /** Hectares on the ground: measured of a boundary, else as stated; absent: neither. */
  readonly areaHa?: number;
  /** Its middle, inside it where it is an area; or its point. Metres of the National Grid. */
  readonly middle: readonly [easting: number, northing: number];
  /** Metres of the National Grid. */
  readonly bounds: readonly [west: number, south: number, east: number, north: number];
  /** Plane metres a ground metre is drawn as, there. */
  readonly scale: number;
};
