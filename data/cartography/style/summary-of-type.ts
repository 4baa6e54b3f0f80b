import type { LayerSummary } from '#data/schema/api.ts';
import type { FeatureType } from '#data/schema/feature-type.ts';

/** A layer of a type as the API would answer it, for the tests of this room. */
export function summaryOf(type: FeatureType, synthetic = false): LayerSummary {
  const slug = type.id.split('/')[1] ?? '';
  const id = `${slug}.ogl-uk-3-0${synthetic ? '.synthetic' : ''}`;
  return {
    id,
    title: type.plural,
    theme: type.theme,
    featureType: type.id,
    sourceLayer: slug,
    shapes: [...type.shapes],
    synthetic,
    featureCount: 1,
    minZoom: type.minZoom,
    maxZoom: 14,
    version: 'v1',
    tiles: `/tiles/${id}/v1/{z}/{x}/{y}.mvt`,
    datasets: [],
    publishers: [],
    licence: { id: 'OGL-UK-3.0', title: 'OGL', chip: 'open', attribution: '© A council' },
    updated: '2026-01-01',
    coverage: [],
    synonyms: [],
  };
}
