import { DustCounter } from '../choose/dust.ts';
import {
  type Allocate,
  blankColumns,
  type FieldType,
  type FlatLayer,
} from '../choose/flat-layer.ts';
import { placeAmong } from '../choose/score.ts';
import { type MergedValues, mergeValues, typeOfValue } from './values.ts';

/** Marks a feature of the former layer that is no longer there. */
export const GONE = 0xffffffff;

/** A layer out of which features were taken and into which others were put. */
export type Spliced = {
  /** As if it had been arranged whole, but for the weights of what is new; all is shown from `minZoom` on. */
  readonly layer: FlatLayer;
  /** Feature of the former layer → feature, or GONE. */
  readonly places: Uint32Array;
  /** Features that are new, ascending. */
  readonly fresh: Uint32Array;
};

/** Features `from` … `to` of one of the two layers. */
type Stretch = { readonly fresh: boolean; readonly from: number; readonly to: number };

/**
 * Take features out of a layer and put others in, keeping the order `arrange` gives.
 *
 * @param removed feature of the former layer → 1 when it goes
 * @param fresh what comes, arranged as a layer of its own, its keys found nowhere in what stays
 */
export function splice(
  former: FlatLayer,
  by: { readonly removed: Uint8Array; readonly fresh: FlatLayer },
  options: { readonly minZoom: number; readonly allocate: Allocate },
): Spliced {
  const { fresh, removed } = by;
  const { allocate } = options;
  const stretches = stretchesOf(former, fresh, removed);
  const used = usedValues(former, removed);
  const values = mergeValues(former, fresh, { used, allocate });
  const layer = join(former, fresh, { stretches, values, ...options });
  const places = new Uint32Array(former.count).fill(GONE);
  const news = new Uint32Array(fresh.count);
  let place = 0;
  for (const stretch of stretches) {
    const into = stretch.fresh ? news : places;
    for (let i = stretch.from; i < stretch.to; i++) {
      into[i] = place++;
    }
  }
  placeAmong(layer, inStanding(former, places, layer.count - fresh.count), news, layer.scores);
  new DustCounter().count(layer);
  return { layer, places, fresh: news };
}

/** Features that stay, as they are now, the least important first. */
function inStanding(
  { scores, count }: FlatLayer,
  places: Uint32Array,
  staying: number,
): Uint32Array {
  const order = new Uint32Array(count);
  for (let feature = 0; feature < count; feature++) order[scores[feature] as number] = feature;
  const standing = new Uint32Array(staying);
  let next = 0;
  for (const feature of order) {
    const place = places[feature] as number;
    if (place !== GONE) standing[next++] = place;
  }
  return standing;
}

/** Both layers in one order: by position, then by key. */
function stretchesOf(former: FlatLayer, fresh: FlatLayer, removed: Uint8Array): Stretch[] {
  const stretches: Stretch[] = [];
  const add = (stretch: Stretch): void => {
    if (stretch.to > stretch.from) stretches.push(stretch);
  };
  let from = 0;
  let next = 0;
  const comesFirst = (feature: number): boolean => {
    const ours = fresh.positions[next] as number;
    const theirs = former.positions[feature] as number;
    if (ours !== theirs) return ours < theirs;
    return (fresh.keys[next] as number) < (former.keys[feature] as number);
  };
  for (let feature = 0; feature < former.count; feature++) {
    const first = next;
    while (next < fresh.count && comesFirst(feature)) next++;
    if (next === first && !removed[feature]) continue;
    add({ fresh: false, from, to: feature });
    add({ fresh: true, from: first, to: next });
    from = removed[feature] ? feature + 1 : feature;
  }
  add({ fresh: false, from, to: former.count });
  add({ fresh: true, from: next, to: fresh.count });
  return stretches;
}

/** Value → 1 when a feature that stays has it. */
function usedValues({ tags, featureTags, valueStarts, count }: FlatLayer, removed: Uint8Array) {
  const used = new Uint8Array(valueStarts.length - 1);
  for (let feature = 0; feature < count; feature++) {
    if (removed[feature]) continue;
    const end = featureTags[feature + 1] as number;
    for (let i = featureTags[feature] as number; i < end; i += 2) used[tags[i + 1] as number] = 1;
  }
  return used;
}

type Joining = {
  readonly stretches: readonly Stretch[];
  readonly values: MergedValues;
  readonly minZoom: number;
  readonly allocate: Allocate;
};

function join(former: FlatLayer, fresh: FlatLayer, joining: Joining): FlatLayer {
  const { stretches, values } = joining;
  const sums = { features: 0, parts: 0, vertices: 0, tags: 0 };
  for (const stretch of stretches) {
    const span = spanOf(stretch.fresh ? fresh : former, stretch);
    sums.features += stretch.to - stretch.from;
    sums.parts += span.parts[1] - span.parts[0];
    sums.vertices += span.vertices[1] - span.vertices[0];
    sums.tags += span.tags[1] - span.tags[0];
  }
  const layer = blankLayer(sums, joining, fresh.attributes);
  const at = { feature: 0, part: 0, vertex: 0, tag: 0 };
  for (const stretch of stretches) {
    const source = stretch.fresh ? fresh : former;
    const places = stretch.fresh ? values.secondPlaces : values.firstPlaces;
    copyStretch({ source, stretch, places }, layer, at);
  }
  layer.featureParts[at.feature] = at.part;
  layer.featureTags[at.feature] = at.tag;
  layer.partStarts[at.part] = at.vertex;
  return { ...layer, fieldTypes: fieldTypesOf(layer) };
}

type Sums = { features: number; parts: number; vertices: number; tags: number };

function blankLayer(
  sums: Sums,
  { values, minZoom, allocate }: Joining,
  attributes: readonly string[],
): FlatLayer {
  const { valueBytes, valueStarts } = values;
  const blank = blankColumns(sums, allocate);
  blank.shownFrom.fill(minZoom);
  return { ...blank, valueBytes, valueStarts, attributes, fieldTypes: [] };
}

type Range = readonly [from: number, to: number];

/** Parts, vertices and tags of a stretch of features. */
function spanOf({ featureParts, partStarts, featureTags }: FlatLayer, { from, to }: Stretch) {
  const parts: Range = [featureParts[from] as number, featureParts[to] as number];
  const vertices: Range = [partStarts[parts[0]] as number, partStarts[parts[1]] as number];
  const tags: Range = [featureTags[from] as number, featureTags[to] as number];
  return { parts, vertices, tags };
}

function copyStretch(
  given: { source: FlatLayer; stretch: Stretch; places: Uint32Array },
  layer: FlatLayer,
  at: { feature: number; part: number; vertex: number; tag: number },
): void {
  const { source, stretch, places } = given;
  const { from, to } = stretch;
  const { parts, vertices, tags } = spanOf(source, stretch);
  for (const name of ['shapes', 'keys', 'positions', 'sizes', 'ranks'] as const) {
    layer[name].set(source[name].subarray(from, to), at.feature);
  }
  layer.boxes.set(source.boxes.subarray(4 * from, 4 * to), 4 * at.feature);
  layer.holes.set(source.holes.subarray(...parts), at.part);
  for (const name of ['xs', 'ys', 'importance'] as const) {
    layer[name].set(source[name].subarray(...vertices), at.vertex);
  }
  const partShift = at.part - parts[0];
  const tagShift = at.tag - tags[0];
  for (let i = from; i < to; i++) {
    layer.featureParts[at.feature] = (source.featureParts[i] as number) + partShift;
    layer.featureTags[at.feature++] = (source.featureTags[i] as number) + tagShift;
  }
  const vertexShift = at.vertex - vertices[0];
  for (let part = parts[0]; part < parts[1]; part++) {
    layer.partStarts[at.part++] = (source.partStarts[part] as number) + vertexShift;
  }
  at.vertex += vertices[1] - vertices[0];
  for (let i = tags[0]; i < tags[1]; i += 2) {
    layer.tags[at.tag++] = source.tags[i] as number;
    layer.tags[at.tag++] = places[source.tags[i + 1] as number] as number;
  }
}

/** What the values of each attribute are, as the flattener would say. */
function fieldTypesOf(layer: FlatLayer): FieldType[] {
  const { tags, attributes, valueStarts } = layer;
  const count = valueStarts.length - 1;
  // texts come first, then numbers, then flags
  const firstAfter = (type: FieldType): number => {
    let low = 0;
    let high = count;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const found = typeOfValue(layer, middle);
      if (found === 'String' || found === type) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  const numbers = firstAfter('String');
  const flags = firstAfter('Number');
  const bits = new Uint8Array(attributes.length);
  for (let i = 0; i < tags.length; i += 2) {
    const value = tags[i + 1] as number;
    const attribute = tags[i] as number;
    const bit = value < numbers ? 1 : value < flags ? 2 : 4;
    bits[attribute] = (bits[attribute] as number) | bit;
  }
  return attributes.map((_, attribute) => {
    if (bits[attribute] === 2) return 'Number';
    return bits[attribute] === 4 ? 'Boolean' : 'String';
  });
}
