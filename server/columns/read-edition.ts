import { setImmediate as breathe } from 'node:timers/promises';
import { attributesOf, findFeatureType } from '#data/features/index.ts';
import type { Attribute } from '#data/schema/attribute.ts';
import type { Bounds } from '#data/schema/geometry.ts';
import type { FeatureHead } from '#server/store/rows.ts';
import type { Store } from '#server/store/store.ts';
import type { Column, EditionColumns } from './column.ts';
import { type ColumnBuilder, columnBuilder } from './column-builders.ts';

/** Features read between two turns of the event loop. */
const SLICE = 500;

/** An edition to be read. */
export type EditionBrief = {
  readonly edition: number;
  /** Feature type its features are of. */
  readonly type: string;
  /** Placed features its report counts. */
  readonly features: number;
};

/** Read an edition into columns, a slice at a time so that others are answered in between. */
export async function readEdition(brief: EditionBrief, store: Store): Promise<EditionColumns> {
  const { edition } = brief;
  const features = (await store.countFeatures({ editions: [edition] })).get(edition) ?? 0;
  const building = begin({ ...brief, features });
  for (let after = 0; ; ) {
    const page = await store.pageHeads(edition, { after, limit: SLICE });
    const last = page.at(-1);
    if (last === undefined) return building.finish();
    for (const head of page) building.add(head);
    after = last.row;
    await breathe();
  }
}

/** What is not stated but in the words of the vocabulary: `lifecycle-status` unknown. */
const isUnknown = (name: string, value: unknown): boolean =>
  name === 'lifecycle-status' && value === 'unknown';

function begin({ edition, type: typeId, features }: EditionBrief) {
  const type = findFeatureType(typeId);
  const known: ReadonlyMap<string, Attribute> = new Map(
    type ? attributesOf(type).map((attribute) => [attribute.name, attribute]) : [],
  );
  const builders = new Map<string, ColumnBuilder>();
  const builderOf = (name: string): ColumnBuilder | undefined => {
    const attribute = known.get(name);
    const builder = builders.get(name) ?? (attribute && columnBuilder(attribute.type, features));
    if (builder) builders.set(name, builder);
    return builder;
  };
  const places = placing(features);
  let size = 0;
  return {
    add(head: FeatureHead): void {
      places.add(size, head);
      for (const [name, value] of Object.entries(head.attributes)) {
        if (!isUnknown(name, value)) builderOf(name)?.add(size, value);
      }
      size++;
    },
    finish(): EditionColumns {
      const attributes = new Map<string, Column>();
      for (const name of known.keys()) {
        const builder = builders.get(name);
        if (builder) attributes.set(name, builder.finish());
      }
      return { edition, size, ...places.finish(size), attributes };
    },
  };
}

function placing(features: number) {
  const [rows, keys] = [new Float64Array(features), new Float64Array(features)];
  const [lng, lat] = [new Float64Array(features), new Float64Array(features)];
  let boxes: Float64Array<ArrayBuffer> | undefined;
  return {
    add(index: number, { row, key, point, bounds }: FeatureHead): void {
      rows[index] = row;
      keys[index] = key;
      [lng[index], lat[index]] = point;
      if (!boxes && !isPoint(bounds)) boxes = boxesOfPoints(lng, lat, index);
      boxes?.set(bounds, 4 * index);
    },
    finish: (size: number) => ({
      rows: rows.slice(0, size),
      keys: keys.slice(0, size),
      lng: lng.slice(0, size),
      lat: lat.slice(0, size),
      ...(boxes ? { boxes: boxes.slice(0, 4 * size) } : {}),
    }),
  };
}

const isPoint = ([west, south, east, north]: Bounds): boolean => west === east && south === north;

/** Boxes of the points read so far: the next one is none. */
function boxesOfPoints(lng: Float64Array, lat: Float64Array, count: number) {
  const boxes = new Float64Array(4 * lng.length);
  for (let index = 0; index < count; index++) {
    const [x, y] = [lng[index] as number, lat[index] as number];
    boxes.set([x, y, x, y], 4 * index);
  }
  return boxes;
}
