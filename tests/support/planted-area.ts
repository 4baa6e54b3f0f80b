import { loadGrid } from '#data/load.ts';
import type { DatasetSummary, FeatureSummary, LayerSummary } from '#data/schema/api.ts';
import type { AreaAnswer } from '#data/schema/area.ts';
import type { AttributeValue } from '#data/schema/attribute.ts';
import type { Bounds } from '#data/schema/geometry.ts';
import { Publisher } from '#data/schema/publisher.ts';
import { type FeatureHere, findInLayer } from '#server/area/layer-findings.ts';
import type { LayerHere } from '#server/area/question.ts';
import { openSubject } from '#server/area/subject.ts';
import { composeAnswer } from '#server/area/what-is-here.ts';
import type { Measure } from '#server/measure/measure.ts';
import { fromGrid, type PlaneShape } from '#server/measure/plane-shape.ts';
import { openRuler } from '#server/measure/ruler.ts';

/** A planted place for tests: a square kilometre whose west half is in Eastbank and whose east half in Westbank. */

export const GRID = loadGrid('data');
export const E = 381_000;
export const N = 391_000;

/** A rectangle by its corners, metres from the south-west corner of the area. */
export const box = (west: number, south: number, east: number, north: number): PlaneShape => ({
  kind: 'polygon',
  parts: [[run([west, south], [east, south], [east, north], [west, north], [west, south])]],
});
export const line = (...positions: (readonly [number, number])[]): PlaneShape => ({
  kind: 'line',
  parts: [[run(...positions)]],
});
export const point = (east: number, north: number): PlaneShape => ({
  kind: 'point',
  parts: [[run([east, north])]],
});
const run = (...positions: (readonly [number, number])[]) =>
  Float64Array.from(positions.flatMap(([east, north]) => [E + east, N + north]));

/** What is planted: a layer, where it was supplied, and its features. */
export type Planted = {
  readonly type: string;
  readonly title: string;
  readonly coverage: readonly string[];
  readonly completeness?: 'partial' | 'sample';
  readonly closed?: string;
  readonly features: readonly {
    readonly name?: string;
    readonly shape: PlaneShape;
    readonly attributes?: Readonly<Record<string, AttributeValue>>;
  }[];
};

export const COUNCILS = [
  { gssCode: 'E00000001', name: 'Eastbank', west: -9_000, east: 500 },
  { gssCode: 'E00000002', name: 'Westbank', west: 500, east: 9_000 },
] as const;

const publishers = new Map(
  [
    ...COUNCILS.map(({ gssCode, name }) =>
      Publisher.parse({
        id: `${name.toLowerCase()}-council`,
        name: `${name} Council`,
        shortName: name,
        kind: 'district',
        gssCode,
        districts: [gssCode],
        synonyms: [],
      }),
    ),
    Publisher.parse({
      id: 'environment-agency',
      name: 'Environment Agency',
      shortName: 'Environment Agency',
      kind: 'agency',
      districts: [],
      synonyms: [],
    }),
  ].map((publisher) => [publisher.id, publisher]),
);

const licence = { id: 'OGL-UK-3.0', title: 'OGL', chip: 'open', attribution: '© Planted' } as const;

function plant(
  planted: Planted,
  measure: Measure,
  subject: ReturnType<typeof openSubject>,
): LayerHere {
  const slug = planted.type.slice(planted.type.indexOf('/') + 1);
  const layer = {
    id: `${slug}.test`,
    title: planted.title,
    featureType: planted.type,
    synthetic: false,
    coverage: [...planted.coverage],
    licence,
  } as unknown as LayerSummary;
  const dataset = {
    id: `${slug}-data`,
    title: planted.title,
    synthetic: false,
    publisher: { id: 'p', name: 'Publisher', shortName: 'P' },
    licence,
    edition: { number: 3, publishedAt: '2026-03-01T00:00:00Z' },
  } as unknown as DatasetSummary;
  const features = planted.features.map(({ name, shape, attributes = {} }, index): FeatureHere => {
    const id = `${slug}-${index}`;
    return {
      id,
      type: planted.type,
      ...(name ? { name } : {}),
      dataset: dataset.id,
      attributes,
      geometry: fromGrid(shape, GRID),
      summarise: () => ({ id, title: name ?? id }) as FeatureSummary,
    };
  });
  return {
    layer,
    datasets: [
      { ...dataset, ...(planted.completeness ? { completeness: planted.completeness } : {}) },
    ],
    found: planted.closed ? [] : findInLayer(subject, features, { measure, grid: GRID }),
    ...(planted.closed ? { closed: planted.closed } : {}),
  };
}

/** Ask what is on an area of the planted place. */
export async function askPlanted(
  shape: PlaneShape,
  layers: readonly Planted[],
  bufferM = 0,
): Promise<AreaAnswer> {
  const ruler = await openRuler();
  return ruler.measure((measure) => {
    const subject = openSubject(measure, shape, { bufferM, lat: 53.41 });
    return composeAnswer(
      {
        subject,
        asked: { text: 'test', bounds: [0, 0, 0, 0] as Bounds } as unknown as AreaAnswer['area'],
        notes: [],
        districts: COUNCILS.map(({ gssCode, name, west, east }) => ({
          gssCode,
          name,
          shape: measure.shape(box(west, -9_000, east, 9_000)),
        })),
        layers: layers.map((each) => plant(each, measure, subject)),
        publishers,
        partOf: () => undefined,
        asOf: '2026-11-23T12:00:00Z',
      },
      measure,
    );
  });
}
