import type { AttributeValue } from './attribute.ts';
import type { FeatureTypeId } from './feature-type.ts';
import type { Approximate } from './gazetteer.ts';
import type { NativeGeometry, Wgs84Geometry } from './geometry.ts';

/** Where in its life a thing is. Source: INSPIRE ConditionOfFacility and OSM lifecycle prefixes, planning states added. */
export const LIFECYCLES = [
  'existing',
  'under-construction',
  'proposed',
  'consented',
  'refused',
  'disused',
  'decommissioned',
  'removed',
  'unknown',
] as const;
export type Lifecycle = (typeof LIFECYCLES)[number];

/** How one attribute came to its value. */
export type AttributeSource = {
  /** Columns it was read from, as published. */
  readonly columns: readonly string[];
  /** The published cells, joined by ` · ` when several; at most 2,000 characters. */
  readonly raw: string;
  /** What was done: `as published`, `m2 → ha`, `date dmy`, `code synonym`. */
  readonly rule: string;
  /** Who chose the column: the source's descriptor, or ODIN by suggestion. */
  readonly by: 'descriptor' | 'suggestion' | 'default';
};

/** How a feature was put on the map. */
export type Placement = {
  /** CRS the published coordinates were read in: `EPSG:27700`. */
  readonly crs: string;
  /** `OSTN15`, `none` (already WGS 84), `proj4`, or `Helmert` (outside the grid: ± 5 m). */
  readonly transform: 'OSTN15' | 'none' | 'proj4' | 'Helmert';
  /** What the position was read from: `GeoX, GeoY`, `WKT in geom`, `grid reference in Location`, `geometry`. */
  readonly from: string;
  /** True when the axes were put right for this record. */
  readonly swapped?: boolean;
  /** Present when the record has no coordinates and a gazetteer placed it: the position is not its own. */
  readonly approximate?: Approximate;
};

/** One thing in the common schema. */
export type Feature = {
  /** `odin:<theme>/<type>:<26 characters>`, the same in every edition that holds the same thing. */
  readonly id: string;
  /** First 52 bits of the id's hash: the feature id inside vector tiles. */
  readonly key: number;
  readonly type: FeatureTypeId | 'unclassified';
  /** Publisher's own reference. */
  readonly reference?: string;
  readonly name?: string;
  readonly lifecycle: Lifecycle;
  readonly geometry: Wgs84Geometry;
  /** As published, in `placement.crs`, x first; absent when that is WGS 84 already. */
  readonly nativeGeometry?: NativeGeometry;
  readonly placement: Placement;
  /** Attribute name → value in the attribute's unit; envelope attributes included, `reference` and `name` too. */
  readonly attributes: Readonly<Record<string, AttributeValue>>;
  /** Attribute name → where the value came from. */
  readonly sources: Readonly<Record<string, AttributeSource>>;
  /** Columns no attribute took, as published. */
  readonly extra: Readonly<Record<string, string | number | boolean>>;
  readonly provenance: {
    /** Layer or sheet in the file. */
    readonly layer: string;
    /** See RawRecord.line. */
    readonly line: number;
  };
};

/** A record kept without a position: everything of a feature but where it is. */
export type UnplacedFeature = Omit<Feature, 'geometry' | 'nativeGeometry' | 'placement'>;
