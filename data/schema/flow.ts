import type { NativeGeometry } from './geometry.ts';
import type { Issue } from './issue.ts';

/** The bytes of one collected or uploaded file, named by what they are. */
export type Resource = {
  /** sha-256 of `bytes`, hex. */
  readonly sha256: string;
  /** Name as published; metadata only, never a path. */
  readonly fileName: string;
  readonly bytes: Uint8Array;
};

/** The bytes of a file too long to be held, read piece by piece. */
export type LongResource = Omit<Resource, 'bytes'> & {
  readonly sizeBytes: number;
  /** Up to `length` bytes from `offset` on: at least one before the end, none at it. */
  readonly read: (offset: number, length: number) => Uint8Array;
};

/** Every format ODIN tells apart by content. */
export type Format =
  | 'csv'
  | 'xls'
  | 'xlsx'
  | 'ods'
  | 'geojson'
  | 'topojson'
  | 'json'
  | 'shapefile'
  | 'geopackage'
  | 'sqlite'
  | 'kml'
  | 'kmz'
  | 'gml'
  | 'xml'
  | 'mapinfo-tab'
  | 'mapinfo-mif'
  | 'filegdb'
  | 'flatgeobuf'
  | 'geoparquet'
  | 'gpx'
  | 'dxf';

/** One cell as decoded: text formats give strings, binary formats keep their types. */
export type Cell = string | number | boolean | Date | null;

/** One row or feature as the publisher wrote it. */
export type RawRecord = {
  /** Line in text formats, sheet row in workbooks, feature number elsewhere; from 1. */
  readonly line: number;
  /** One cell a column, in the order of the layer's `columns`. */
  readonly values: readonly Cell[];
  /** Geometry of spatial formats, in the file's own coordinates and axis order (x first where the format says so). */
  readonly geometry?: NativeGeometry | null;
  /** How far off its position may be, metres, where a person put a coordinate right no better than that. */
  readonly withinM?: number;
};

/** The coordinate reference system a file claims. */
export type DeclaredCrs = {
  /** `EPSG:27700` when it could be told, else absent. */
  readonly id?: string;
  /** What the file says, shortened: .prj text, srsName, gpkg srs row. */
  readonly text: string;
  /** Axis order of the coordinates as decoded into `geometry`. */
  readonly axis: 'xy' | 'yx';
};

/** One layer, sheet or table of a file. */
export type DecodedLayer = {
  readonly name: string;
  /** Column headings as published, in order; duplicates and blanks kept (`''`). */
  readonly columns: readonly string[];
  /** True when records carry `geometry` (spatial formats). */
  readonly spatial: boolean;
  readonly crs?: DeclaredCrs;
  /** True for a sheet its publisher hid: listed, and taken only when named or when there is no other. */
  readonly isHidden?: boolean;
  /** Words the file itself says about its licence, if any. */
  readonly licenceText?: string;
  /** May be called again: every call reads from the start. Faults of single records go to `report`. */
  readonly records: (report: (issue: Issue) => void) => Iterable<RawRecord>;
};

/** What a person who opens a published file does not see, and who looks closer does. */
export const HIDDEN_KINDS = [
  'hidden-sheet',
  'hidden-rows',
  'hidden-columns',
  'comments',
  'properties',
  'pivot-cache',
  'deleted-rows',
  'extra-table',
] as const;
export type HiddenKind = (typeof HIDDEN_KINDS)[number];

/** Content of a file that is no record of a layer: read to look for personal data, never published. */
export type HiddenContent = {
  readonly kind: HiddenKind;
  /** Where it stands, in the publisher's terms: `sheet “Staff”`, `comments of sheet “Sites”`, `table “contacts”`. */
  readonly where: string;
  /** Its texts, read when asked for, from the start on every call; never throws, ends early where damaged. */
  readonly texts: () => Iterable<HiddenText>;
};

/** One text of a hidden place. */
export type HiddenText = {
  /** Row or record number within that place, from 1, where there is one. */
  readonly line?: number;
  /** Heading or label it stands under, where there is one: `Author`, `Phone`. */
  readonly label?: string;
  readonly text: string;
};

/** Words about a licence, and where they were found. */
export type LicenceStatement = {
  /** The publisher's words, at most 2,000 characters. */
  readonly text: string;
  /** Where they stand, in the publisher's terms: `README.txt`, `sheet “Notes”`, `below the table`. */
  readonly where: string;
};

/** A file taken apart: its layers, and what was wrong with the container, the encoding and the tables. */
export type DecodedFile = {
  readonly format: Format;
  /** Text encoding as read: `utf-8`, `windows-1252`, `utf-16le`. */
  readonly encoding?: string;
  readonly layers: readonly DecodedLayer[];
  readonly issues: readonly Issue[];
  /** Every statement about a licence in the file and in the papers beside it, each text once. */
  readonly licenceStatements?: readonly LicenceStatement[];
  /** What hides in the file; absent or empty when nothing does. */
  readonly hidden?: readonly HiddenContent[];
};

/** A file that cannot be read at all; `issues` holds at least one critical one. */
export type Undecodable = { readonly format?: Format; readonly issues: readonly Issue[] };
