import type { AttributeValue } from '#data/schema/attribute.ts';
import type { FeatureChange, FieldChange, Move } from '#data/schema/change.ts';
import type { ChangeKind } from '#data/schema/change-kind.ts';
import { type Bounds, eachPosition, shapeOf, type Wgs84Geometry } from '#data/schema/geometry.ts';
import { areaM2, lengthM } from '#server/harmonise/measure.ts';
import { distanceM } from './distance.ts';

/** A feature as an edition holds it. */
export type State = {
  readonly id: string;
  readonly reference?: string;
  readonly name?: string;
  readonly layer: string;
  readonly line: number;
  readonly attributes: Readonly<Record<string, AttributeValue>>;
  /** Columns no attribute took, as published. */
  readonly extra: Readonly<Record<string, string | number | boolean>>;
  readonly geometry?: Wgs84Geometry;
  readonly bounds?: Bounds;
};

/** Degrees within which a vertex is where it was: 1e-7° is a centimetre, finer than any file means. */
const SAME_PLACE = 1e-7;

/** A feature the edition before does not have. */
export const added = (state: State): FeatureChange => only('added', state);

/** A feature the new edition does not have. */
export const removed = (state: State): FeatureChange => only('removed', state);

function only(kind: 'added' | 'removed', state: State): FeatureChange {
  const { bounds } = state;
  const box = bounds && { [kind === 'added' ? 'after' : 'before']: bounds };
  return { kinds: [kind], ...namesOf(state), fields: [], ...box };
}

/**
 * What is different about one thing, field by field and in metres; undefined when it says and shows the same.
 */
export function changeOf(before: State, after: State): FeatureChange | undefined {
  const fields = [
    ...fieldsOf(before.attributes, after.attributes),
    ...fieldsOf(before.extra, after.extra),
  ];
  const move = moveOf(before, after);
  const kinds: ChangeKind[] = [];
  if (fields.length > 0) kinds.push('changed');
  if (move) kinds.push('moved');
  if (kinds.length === 0) return undefined;
  return {
    kinds,
    ...namesOf(after),
    fields,
    ...(move ? { move } : {}),
    ...(before.bounds ? { before: before.bounds } : {}),
    ...(after.bounds ? { after: after.bounds } : {}),
  };
}

const namesOf = ({ id, reference, name, layer, line }: State) => ({
  id,
  ...(reference === undefined ? {} : { reference }),
  ...(name === undefined ? {} : { name }),
  layer,
  line,
});

type Values = Readonly<Record<string, AttributeValue | string | number | boolean>>;

function fieldsOf(before: Values, after: Values): FieldChange[] {
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...names].flatMap((name): FieldChange[] => {
    const from = publishedValue(before, name);
    const to = publishedValue(after, name);
    if (JSON.stringify(from) === JSON.stringify(to)) return [];
    return [{ name, ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) }];
  });
}

function publishedValue(values: Values, name: string): FieldChange['from'] {
  const value = Object.hasOwn(values, name) ? values[name] : undefined;
  return typeof value === 'object' ? [...value] : value;
}

function moveOf(before: State, after: State): Move | undefined {
  const { geometry: from } = before;
  const { geometry: to } = after;
  if (!from || !to) return from === to ? undefined : { shape: shapesOf(from, to) };
  if (samePlace(from, to)) return undefined;
  const figures = {
    ...figureOf('areaM2', areaM2, from, to),
    ...figureOf('lengthM', lengthM, from, to),
  };
  const shape = shapeOf(from) === shapeOf(to) ? {} : { shape: shapesOf(from, to) };
  const way =
    before.bounds && after.bounds
      ? { distanceM: distanceM(middleOf(before.bounds), middleOf(after.bounds)) }
      : {};
  return { ...way, ...figures, ...shape };
}

function shapesOf(from: Wgs84Geometry | undefined, to: Wgs84Geometry | undefined) {
  const [was, is] = [from && shapeOf(from), to && shapeOf(to)];
  return { ...(was ? { from: was } : {}), ...(is ? { to: is } : {}) };
}

function figureOf(
  name: 'areaM2' | 'lengthM',
  measure: (geometry: Wgs84Geometry) => number,
  ...[before, after]: [Wgs84Geometry, Wgs84Geometry]
): Move {
  const [from, to] = [measure(before), measure(after)];
  return from > 0 && to > 0 ? { [name]: { from, to } } : {};
}

/** True when the same vertices stand in the same order, to a centimetre. */
function samePlace(one: Wgs84Geometry, other: Wgs84Geometry): boolean {
  if (one.type !== other.type) return false;
  const [places, others] = [flat(one), flat(other)];
  return (
    places.length === others.length &&
    places.every((value, index) => Math.abs(value - (others[index] ?? Infinity)) <= SAME_PLACE)
  );
}

function flat(geometry: Wgs84Geometry): number[] {
  const values: number[] = [];
  eachPosition(geometry, ([lng = 0, lat = 0]) => values.push(lng, lat));
  return values;
}

/** The middle of a box. */
export const middleOf = ([west, south, east, north]: Bounds): readonly [number, number] => [
  (west + east) / 2,
  (south + north) / 2,
];
