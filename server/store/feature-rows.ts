import type { AttributeValue } from '#data/schema/attribute.ts';
import type { Lifecycle } from '#data/schema/feature.ts';
import { readWkb } from '#server/frames/wkb.ts';
import type { FeatureHead, FeatureShape } from './rows.ts';

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

export const HEAD_COLUMNS = `feature.row, feature.edition, feature.key, feature.id, feature.type, lifecycle,
  lng, lat, feature.west, feature.south, feature.east, feature.north, district, feature.reference,
  feature.name, layer, line, attributes`;
export const SHAPE_COLUMNS = `${HEAD_COLUMNS}, geometry, placement`;

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
