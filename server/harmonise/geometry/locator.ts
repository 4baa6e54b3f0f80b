import type { Ostn15Grid } from '#data/geodesy/grid.ts';
import type { VoteLook } from '#data/schema/closer.ts';
import type { Placement } from '#data/schema/feature.ts';
import type { DecodedLayer, RawRecord } from '#data/schema/flow.ts';
import type { Gazetteer, GazetteerUse } from '#data/schema/gazetteer.ts';
import type { LngLat, NativeGeometry, Shape, Wgs84Geometry } from '#data/schema/geometry.ts';
import type { CrsVerdict } from '#data/schema/harmonised.ts';
import type { Issue } from '#data/schema/issue.ts';
import type { Publisher } from '#data/schema/publisher.ts';
import type { Source } from '#data/schema/source.ts';

/** One district's boundary; generalised is good enough, it is only asked with a buffer. */
export type DistrictBoundary = {
  /** GSS code: `E08000009`. */
  readonly gssCode: string;
  readonly name: string;
  /** Polygon or MultiPolygon, WGS 84. */
  readonly geometry: Wgs84Geometry;
};

/** What the deployment knows; the same value for every file, so that derived indexes are kept. */
export type LocatorContext = {
  readonly grid: Ostn15Grid;
  readonly districts: readonly DistrictBoundary[];
  /** Places records that have no coordinates; absent: they stay unplaced. */
  readonly gazetteer?: Gazetteer | undefined;
};

/** What is known of this file beforehand. Everything may be left out. */
export type LocatorHints = {
  /** Where the descriptor says the geometry stands; else it is found. */
  readonly geometry?: Source['geometry'];
  /** CRS and axis order the descriptor says; checked against the coordinates all the same. */
  readonly crs?: Source['crs'];
  /** What the descriptor says of records without coordinates. */
  readonly approximate?: Source['approximate'];
  /** Its `districts` are the area the vote is held in; empty or absent: see `buildLocator`. */
  readonly publisher?: Pick<Publisher, 'name' | 'districts'>;
};

/** A record put on the map. */
export type Placed = {
  /** WGS 84 in full double precision, every published vertex kept, rings closed and wound by RFC 7946. */
  readonly geometry: Wgs84Geometry;
  /** As published, x first; absent when that is WGS 84 already. */
  readonly native?: NativeGeometry;
  readonly placement: Placement;
  /** With the record's line; `layer` is the layer's name. */
  readonly issues: readonly Issue[];
};

/** A record that could not be put on the map; an issue says why: its own, or one of the layer that says it of all. */
export type Unplaced = { readonly geometry?: undefined; readonly issues: readonly Issue[] };

/** How the records of one layer are put on the map. */
export type Locator = {
  readonly verdict: CrsVerdict;
  /** Findings about the layer as a whole (no line). */
  readonly issues: readonly Issue[];
  /** Columns the position is read from, as published; they need no attribute. */
  readonly usedColumns: readonly string[];
  /** By the sampled records; `none` when the layer has no positions at all. */
  readonly shape: Shape | 'mixed' | 'none';
  /**
   * Place one record. Never throws, whatever the cells hold. Call it once a record, in file order:
   * findings that would repeat on every record (`geom.z-dropped`, `geom.winding-fixed`) are given
   * with the first one only.
   */
  readonly place: (record: RawRecord) => Placed | Unplaced;
  /** For whoever looks closely; absent when the layer has no positions. */
  readonly look?: {
    readonly vote: () => VoteLook;
    /** Where a record says it is, right or wrong. */
    readonly sent: (
      record: RawRecord,
    ) => { readonly figures: LngLat; readonly at?: LngLat } | undefined;
  };
  /** What a gazetteer placed; complete once every record has been. Absent: none was asked. */
  readonly byGazetteer?: {
    readonly issues: () => readonly Issue[];
    readonly uses: () => readonly GazetteerUse[];
  };
};

/** The facts of a layer the locator needs: its description and its records. */
export type LocatorLayer = Pick<DecodedLayer, 'name' | 'columns' | 'spatial'> &
  Partial<Pick<DecodedLayer, 'crs'>>;
