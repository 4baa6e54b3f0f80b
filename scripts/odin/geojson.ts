import type { Position } from 'geojson';
import { findFeatureType } from '#data/features/index.ts';
import type { Feature, Placement, UnplacedFeature } from '#data/schema/feature.ts';
import type { Wgs84Geometry } from '#data/schema/geometry.ts';

/** Decimals of a degree written: 0.1 mm, finer than any transform. */
const DECIMALS = 1e9;

/** What is said of every feature of a file. */
export type FileFacts = {
  readonly file: string;
  readonly sha256: string;
  readonly licence?: string | undefined;
};

/** Features of a file as lines of GeoJSON (RFC 7946), their properties those of the common schema. */
export type FeatureWriter = {
  readonly feature: (feature: Feature) => string;
  /** A record without a position: a feature whose geometry is null. */
  readonly unplaced: (feature: UnplacedFeature) => string;
};

/**
 * A writer for one file. Text is put together piece by piece, not by one JSON.stringify: twice as fast, and what
 * all features share is written out once.
 */
export function featureWriter(facts: FileFacts): FeatureWriter {
  const ending = `"file":${JSON.stringify(facts.file)},"sha256":"${facts.sha256}"`;
  const licence = facts.licence === undefined ? '' : `"licence":${JSON.stringify(facts.licence)},`;
  const properties = (feature: UnplacedFeature, placement: string): string => {
    const { line, layer } = feature.provenance;
    const provenance = `"provenance":{"line":${line},"layer":${JSON.stringify(layer)},${ending}${placement}}`;
    return `{${headOf(feature)}${licence}${provenance},"extra":${JSON.stringify(feature.extra)}}`;
  };
  return {
    feature: (feature) =>
      `{"type":"Feature","id":"${feature.id}","geometry":${geometryText(feature.geometry)},"properties":${properties(feature, placementText(feature.placement))}}`,
    unplaced: (feature) =>
      `{"type":"Feature","id":"${feature.id}","geometry":null,"properties":${properties(feature, '')}}`,
  };
}

function placementText({ crs, transform, from, swapped, approximate }: Placement): string {
  const turned = swapped === true ? ',"swapped":true' : '';
  const near = approximate === undefined ? '' : `,"approximate":${JSON.stringify(approximate)}`;
  return `,"crs":"${crs}","transform":"${transform}","from":${JSON.stringify(from)}${turned}${near}`;
}

/** Identity, then every attribute; ends with a comma. Ids, types and states need no escaping. */
function headOf({ id, type, lifecycle, attributes }: UnplacedFeature): string {
  const theme = type === 'unclassified' ? undefined : findFeatureType(type)?.theme;
  const themed = theme === undefined ? '' : `"theme":"${theme}",`;
  const stated = attributes['lifecycle-status'] === undefined;
  const state = stated ? `"lifecycle-status":"${lifecycle}",` : '';
  const rest = JSON.stringify(attributes).slice(1, -1);
  return `"id":"${id}","type":"${type}",${themed}${state}${rest}${rest === '' ? '' : ','}`;
}

function geometryText(geometry: Wgs84Geometry): string {
  if (geometry.type === 'GeometryCollection') {
    const parts = geometry.geometries.map(geometryText).join(',');
    return `{"type":"GeometryCollection","geometries":[${parts}]}`;
  }
  return `{"type":"${geometry.type}","coordinates":${coordinatesText(geometry.coordinates)}}`;
}

type Nested = Position | readonly Nested[];

function coordinatesText(nested: Nested): string {
  const [first] = nested;
  if (typeof first === 'number') return positionText(nested as Position);
  let text = '[';
  for (const part of nested as readonly Nested[]) {
    text += text.length === 1 ? coordinatesText(part) : `,${coordinatesText(part)}`;
  }
  return `${text}]`;
}

function positionText(position: Position): string {
  let text = '[';
  for (const ordinate of position) {
    text += text.length === 1 ? fixed(ordinate) : `,${fixed(ordinate)}`;
  }
  return `${text}]`;
}

/** A number with nine decimals; by whole numbers, which print four times as fast as fractions. */
function fixed(value: number): string {
  const scaled = Math.round(Math.abs(value) * DECIMALS);
  const whole = Math.floor(scaled / DECIMALS);
  const fraction = String(DECIMALS + (scaled - whole * DECIMALS)).slice(1);
  return value < 0 ? `-${whole}.${fraction}` : `${whole}.${fraction}`;
}
