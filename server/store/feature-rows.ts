import type { AttributeValue } from '#data/schema/attribute.ts';
import type { Lifecycle } from '#data/schema/feature.ts';
import { readWkb, writeWkb } from '#server/frames/wkb.ts';
import type { FeatureDraft, FeatureHead, FeatureRow, FeatureShape } from './rows.ts';

/** A placed feature as SQLite returns it, without geometry. */
export type HeadColumns = {
  readonly row: number;
  readonly edition: number;
  readonly key: number;
  readonly id: string;
  readonly type: string;
  readonly lifecycle: Lifecycle;
  readonly lng: number;
  readonly lat: number;
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
  readonly district: string | null;
  readonly reference: string | null;
  readonly name: string | null;
  readonly layer: string;
  readonly line: number;
  readonly attributes: string;
};

export type ShapeColumns = HeadColumns & {
  readonly geometry: Uint8Array;
  readonly placement: string;
};

export type FullColumns = ShapeColumns & {
  readonly native: Uint8Array | null;
  readonly sources: string;
  readonly extra: string;
  readonly cells: string;
};

export const HEAD_COLUMNS = `feature.row, feature.edition, feature.key, feature.id, feature.type, lifecycle,
  lng, lat, feature.west, feature.south, feature.east, feature.north, district, feature.reference,
  feature.name, layer, line, attributes`;
export const SHAPE_COLUMNS = `${HEAD_COLUMNS}, geometry, placement`;
export const FULL_COLUMNS = `${SHAPE_COLUMNS}, native, sources, extra, cells`;

export const toHead = (row: HeadColumns): FeatureHead => ({
  row: row.row,
  edition: row.edition,
  key: row.key,
  id: row.id,
  type: row.type,
  lifecycle: row.lifecycle,
  point: [row.lng, row.lat],
  bounds: [row.west, row.south, row.east, row.north],
  ...(row.district === null ? {} : { district: row.district }),
  ...(row.reference === null ? {} : { reference: row.reference }),
  ...(row.name === null ? {} : { name: row.name }),
  layer: row.layer,
  line: row.line,
  attributes: JSON.parse(row.attributes) as Record<string, AttributeValue>,
});

export const toShape = (row: ShapeColumns): FeatureShape => ({
  ...toHead(row),
  geometry: readWkb(row.geometry),
  placement: JSON.parse(row.placement),
});

export const toFeature = (row: FullColumns): FeatureRow => ({
  ...toShape(row),
  ...(row.native === null ? {} : { native: readWkb(row.native) }),
  sources: JSON.parse(row.sources),
  extra: JSON.parse(row.extra),
  cells: JSON.parse(row.cells),
});

/** Columns of the `INSERT`, in the order of `toColumns`. */
export const INSERT_COLUMNS = `edition, key, id, type, lifecycle, lng, lat, west, south, east, north,
  district, reference, name, layer, line, attributes, geometry, placement, native, sources, extra,
  cells`;

/** Values of `INSERT_COLUMNS` for one record. */
export function toColumns(edition: number, draft: FeatureDraft): unknown[] {
  const { bounds = [null, null, null, null], point = [null, null] } = draft;
  return [
    edition,
    draft.key,
    draft.id,
    draft.type,
    draft.lifecycle,
    ...point,
    ...bounds,
    draft.district ?? null,
    draft.reference ?? null,
    draft.name ?? null,
    draft.layer,
    draft.line,
    JSON.stringify(draft.attributes),
    draft.geometry ? writeWkb(draft.geometry) : null,
    draft.placement ? JSON.stringify(draft.placement) : null,
    draft.native ? writeWkb(draft.native) : null,
    JSON.stringify(draft.sources),
    JSON.stringify(draft.extra),
    JSON.stringify(draft.cells),
  ];
}
