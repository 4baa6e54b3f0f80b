import { Dictionary } from '../choose/dictionary.ts';
import { type Allocate, blankColumns, type FlatLayer } from '../choose/flat-layer.ts';
import { Growing } from '../choose/growing.ts';
import type { Stretch } from './stored-layer.ts';

/** Features picked out of stretches, in the order of the layer they become. */
export class Picks {
  readonly sources: Stretch[] = [];
  /** Pick → its stretch, and its place in that. */
  readonly source = new Growing(new Uint32Array(1 << 10));
  readonly feature = new Growing(new Uint32Array(1 << 10));

  get count(): number {
    return this.feature.length;
  }

  /** Pick features `from` … `to` of one more stretch, or those of them that are wanted. */
  add(
    stretch: Stretch,
    { from, to }: { from: number; to: number },
    wanted?: (feature: number) => boolean,
  ): void {
    const source = this.sources.push(stretch) - 1;
    for (let feature = from; feature < to; feature++) {
      if (wanted?.(feature) === false) continue;
      this.source.push(source);
      this.feature.push(feature);
    }
  }

  /** Put the picks in another order. */
  arrange(order: Uint32Array): void {
    for (const column of [this.source, this.feature]) {
      column.array = order.map((from) => column.array[from] as number);
    }
  }
}

/** Which vertices are taken over: those of at least this importance. */
export type LeastOf = (layer: FlatLayer, feature: number) => number;

const EVERY: LeastOf = () => -Infinity;

/**
 * Make a layer of its own of what was picked: `scores` are to be found anew, all else is taken over.
 * Values are numbered anew, in the order all layers have them in.
 */
export function gather(picks: Picks, allocate: Allocate, leastOf = EVERY): Stretch {
  const sizes = sizesOf(picks, leastOf);
  const columns = blankColumns(sizes, allocate);
  const ids = new Uint32Array(allocate(4 * picks.count));
  const at = { part: 0, vertex: 0, tag: 0 };
  const values = new Values(picks);
  for (let to = 0; to < picks.count; to++) {
    const source = picks.source.array[to] as number;
    const feature = picks.feature.array[to] as number;
    const { layer, ids: known } = picks.sources[source] as Stretch;
    copyFeature(layer, feature, columns, to);
    ids[to] = known[feature] as number;
    columns.featureParts[to] = at.part;
    columns.featureTags[to] = at.tag;
    copyParts(layer, { feature, least: leastOf(layer, feature) }, columns, at);
    const end = layer.featureTags[feature + 1] as number;
    for (let i = layer.featureTags[feature] as number; i < end; i += 2) {
      columns.tags[at.tag++] = layer.tags[i] as number;
      columns.tags[at.tag++] = values.numberOf(source, layer.tags[i + 1] as number);
    }
  }
  columns.featureParts[picks.count] = at.part;
  columns.featureTags[picks.count] = at.tag;
  columns.partStarts[at.part] = at.vertex;
  const { places, valueBytes, valueStarts } = values.sort(allocate);
  const { tags } = columns;
  for (let i = 1; i < tags.length; i += 2) tags[i] = places[tags[i] as number] as number;
  const [first] = picks.sources;
  const { attributes = [], fieldTypes = [] } = first?.layer ?? {};
  return { layer: { ...columns, valueBytes, valueStarts, attributes, fieldTypes }, ids };
}

/** The values of several layers as one table. */
class Values {
  readonly #sources: readonly Stretch[];
  readonly #dictionary = new Dictionary();
  /** Source → value → its number here, plus one. */
  readonly #numbers: Uint32Array[];

  constructor({ sources }: Picks) {
    this.#sources = sources;
    this.#numbers = sources.map(({ layer }) => new Uint32Array(layer.valueStarts.length));
  }

  numberOf(source: number, value: number): number {
    const numbers = this.#numbers[source] as Uint32Array;
    const known = numbers[value] as number;
    if (known > 0) return known - 1;
    const { valueBytes, valueStarts } = (this.#sources[source] as Stretch).layer;
    const from = valueStarts[value] as number;
    const to = valueStarts[value + 1] as number;
    const number = this.#dictionary.numberOfField(valueBytes, from, to);
    numbers[value] = number + 1;
    return number;
  }

  sort(allocate: Allocate) {
    return this.#dictionary.sort(allocate);
  }
}

type Columns = ReturnType<typeof blankColumns>;

function copyFeature(layer: FlatLayer, from: number, columns: Columns, to: number): void {
  columns.shapes[to] = layer.shapes[from] as number;
  columns.keys[to] = layer.keys[from] as number;
  columns.positions[to] = layer.positions[from] as number;
  columns.sizes[to] = layer.sizes[from] as number;
  columns.ranks[to] = layer.ranks[from] as number;
  columns.motes[to] = layer.motes[from] as number;
  columns.shownFrom[to] = layer.shownFrom[from] as number;
  for (let side = 0; side < 4; side++) {
    columns.boxes[4 * to + side] = layer.boxes[4 * from + side] as number;
  }
}

function copyParts(
  { featureParts, partStarts, holes, xs, ys, importance }: FlatLayer,
  { feature, least }: { feature: number; least: number },
  columns: Columns,
  at: { part: number; vertex: number },
): void {
  const last = featureParts[feature + 1] as number;
  for (let part = featureParts[feature] as number; part < last; part++) {
    columns.partStarts[at.part] = at.vertex;
    columns.holes[at.part++] = holes[part] as number;
    const end = partStarts[part + 1] as number;
    for (let i = partStarts[part] as number; i < end; i++) {
      const weight = importance[i] as number;
      if (weight < least) continue;
      columns.xs[at.vertex] = xs[i] as number;
      columns.ys[at.vertex] = ys[i] as number;
      columns.importance[at.vertex++] = weight;
    }
  }
}

function sizesOf(picks: Picks, leastOf: LeastOf) {
  const sizes = { features: picks.count, parts: 0, vertices: 0, tags: 0 };
  for (let i = 0; i < picks.count; i++) {
    const feature = picks.feature.array[i] as number;
    const { layer } = picks.sources[picks.source.array[i] as number] as Stretch;
    const first = layer.featureParts[feature] as number;
    const last = layer.featureParts[feature + 1] as number;
    sizes.parts += last - first;
    sizes.tags +=
      (layer.featureTags[feature + 1] as number) - (layer.featureTags[feature] as number);
    const span = {
      start: layer.partStarts[first] as number,
      end: layer.partStarts[last] as number,
    };
    sizes.vertices += verticesLeft(layer, span, leastOf(layer, feature));
  }
  return sizes;
}

function verticesLeft(
  { importance }: FlatLayer,
  { start, end }: { start: number; end: number },
  least: number,
): number {
  if (least === -Infinity) return end - start;
  let left = 0;
  for (let i = start; i < end; i++) if ((importance[i] as number) >= least) left++;
  return left;
}
