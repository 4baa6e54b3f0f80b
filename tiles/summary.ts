import type { Bounds, Shape } from '#data/schema/geometry.ts';
import type { FieldType, FlatLayer } from './choose/flat-layer.ts';
import { latitudeOf, longitudeOf } from './choose/world.ts';

/** What a layer's archive holds. */
export type Summary = {
  /** Features drawn. */
  readonly features: number;
  readonly minZoom: number;
  readonly maxZoom: number;
  /** Undefined for a layer without features. */
  readonly bounds: Bounds | undefined;
  /** Zoom → share of the features that is shown there, 0–1. */
  readonly shown: Readonly<Record<string, number>>;
  /** Shapes that occur, in the order point, line, polygon. */
  readonly drawn: readonly Shape[];
};

/** What of a build is summed up: its last zoom, and zoom → features shown. */
type Built = { readonly maxZoom: number; readonly shown: ReadonlyMap<number, number> };

/** Places after the decimal point of a share. */
const SHARE_DIGITS = 4;

/** What of a layer is summed up. */
export type Content = Pick<Summary, 'features' | 'bounds' | 'drawn'>;

export function contentOf(layer: Pick<FlatLayer, 'count' | 'boxes' | 'shapes'>): Content {
  const drawn = SHAPE_NAMES.filter((_, i) => layer.shapes.includes(i + 1));
  return { features: layer.count, bounds: boundsOf(layer), drawn };
}

/** What two parts of a layer come to together. */
export function bothContents(one: Content, other: Content): Content {
  const drawn = SHAPE_NAMES.filter((shape) => [...one.drawn, ...other.drawn].includes(shape));
  const [a, b] = [one.bounds, other.bounds];
  const bounds: Bounds | undefined =
    a && b
      ? [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[2], b[2]), Math.max(a[3], b[3])]
      : (a ?? b);
  return { features: one.features + other.features, bounds, drawn };
}

export function summarise(content: Content, built: Built, minZoom: number): Summary {
  const { maxZoom } = built;
  const shown: Record<string, number> = {};
  for (let zoom = minZoom; zoom <= maxZoom; zoom++) {
    const share = content.features === 0 ? 1 : (built.shown.get(zoom) ?? 0) / content.features;
    shown[zoom] = Number(share.toFixed(SHARE_DIGITS));
  }
  return { ...content, minZoom, maxZoom, shown };
}

/** Shapes in the order MVT numbers them, from 1. */
const SHAPE_NAMES: readonly Shape[] = ['point', 'line', 'polygon'];

/** Attribute → type of its values, for attributes that have one. */
export const fieldsOf = ({
  attributes,
  fieldTypes,
}: Pick<FlatLayer, 'attributes' | 'fieldTypes'>): Record<string, FieldType> =>
  Object.fromEntries(attributes.map((name, i) => [name, fieldTypes[i] ?? 'String']));

function boundsOf({ boxes, count }: Pick<FlatLayer, 'boxes' | 'count'>): Bounds | undefined {
  if (count === 0) return undefined;
  let [west, north, east, south] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let at = 0; at < boxes.length; at += 4) {
    west = Math.min(west, boxes[at] as number);
    north = Math.min(north, boxes[at + 1] as number);
    east = Math.max(east, boxes[at + 2] as number);
    south = Math.max(south, boxes[at + 3] as number);
  }
  return [longitudeOf(west), latitudeOf(south), longitudeOf(east), latitudeOf(north)];
}
