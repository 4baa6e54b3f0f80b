import type { Position } from 'geojson';
import { findFeatureType } from '#data/features/index.ts';
import type { Feature, UnplacedFeature } from '#data/schema/feature.ts';
import type { Wgs84Geometry } from '#data/schema/geometry.ts';

/** Decimals of a degree written: 0.1 mm, finer than any transform. */
const DECIMALS = 1e9;

/** What is said of every feature of a file. */
export type FileFacts = {
  readonly file: string;
  readonly sha256: string;
  readonly licence?: string | undefined;
};

/** One feature as a line of GeoJSON (RFC 7946), its properties those of the common schema. */
export function featureLine(feature: Feature, facts: FileFacts): string {
  const { crs, transform, from, swapped } = feature.placement;
  const placement = { crs, transform, from, ...(swapped === true ? { swapped } : {}) };
  return JSON.stringify({
    type: 'Feature',
    id: feature.id,
    geometry: rounded(feature.geometry),
    properties: propertiesOf(feature, facts, placement),
  });
}

/** A record without a position, as a feature whose geometry is null. */
export function unplacedLine(feature: UnplacedFeature, facts: FileFacts): string {
  return JSON.stringify({
    type: 'Feature',
    id: feature.id,
    geometry: null,
    properties: propertiesOf(feature, facts, {}),
  });
}

function propertiesOf(feature: UnplacedFeature, facts: FileFacts, placement: object): object {
  const { id, type, reference, name, lifecycle, attributes, extra, provenance } = feature;
  return {
    id,
    type,
    ...(type === 'unclassified' ? {} : { theme: findFeatureType(type)?.theme }),
    ...(reference === undefined ? {} : { reference }),
    ...(name === undefined ? {} : { name }),
    'lifecycle-status': lifecycle,
    ...attributes,
    ...(facts.licence === undefined ? {} : { licence: facts.licence }),
    provenance: {
      line: provenance.line,
      layer: provenance.layer,
      file: facts.file,
      sha256: facts.sha256,
      ...placement,
    },
    extra,
  };
}

function rounded(geometry: Wgs84Geometry): Wgs84Geometry {
  if (geometry.type === 'GeometryCollection') {
    return { ...geometry, geometries: geometry.geometries.map(rounded) };
  }
  return { ...geometry, coordinates: roundAll(geometry.coordinates) } as Wgs84Geometry;
}

type Nested = number | readonly Nested[];

function roundAll(nested: Nested | Position): Nested {
  if (typeof nested === 'number') return Math.round(nested * DECIMALS) / DECIMALS;
  return nested.map(roundAll);
}
