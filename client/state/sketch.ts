import type { LngLat } from '#data/schema/geometry.ts';

/** What can be drawn. A rectangle becomes an area of four corners; a circle stays a centre and a point on its edge. */
export const SKETCH_SHAPES = ['polygon', 'rectangle', 'circle', 'line', 'point'] as const;
export type SketchShape = (typeof SKETCH_SHAPES)[number];

/** What a drawing is for: a question about what is here, or its figures alone. */
export type Purpose = 'area' | 'measure';

/** What undo goes back to. */
type Frame = {
  readonly shape: SketchShape;
  /** In the order drawn; of a circle, its centre and a point on its edge. */
  readonly corners: readonly LngLat[];
  readonly isFinished: boolean;
};

/** A drawing under way: however a corner came (pointer, keys, typed), it came through here. */
export type Sketch = Frame & {
  readonly purpose: Purpose;
  readonly past: readonly Frame[];
  readonly future: readonly Frame[];
};

export type SketchAction =
  | { readonly kind: 'shape-chosen'; readonly shape: SketchShape }
  | { readonly kind: 'placed'; readonly at: LngLat }
  | { readonly kind: 'moved'; readonly index: number; readonly at: LngLat }
  | { readonly kind: 'inserted'; readonly index: number; readonly at: LngLat }
  | { readonly kind: 'removed'; readonly index: number }
  | { readonly kind: 'finished' }
  | { readonly kind: 'taken'; readonly shape: SketchShape; readonly corners: readonly LngLat[] }
  | { readonly kind: 'undone' }
  | { readonly kind: 'redone' };

/** Fewest corners of a finished shape. */
export const LEAST_CORNERS: Readonly<Record<SketchShape, number>> = {
  polygon: 3,
  rectangle: 2,
  circle: 2,
  line: 2,
  point: 1,
};

/** Shapes that are finished by their last corner. */
const FINISHES_AT: Partial<Record<SketchShape, number>> = { point: 1, rectangle: 2, circle: 2 };

/** Decimals of a degree kept: about 0.1 m. */
const DECIMALS = 6;

/** A drawing with nothing drawn. */
export const newSketch = (purpose: Purpose, shape: SketchShape): Sketch => ({
  purpose,
  shape,
  corners: [],
  isFinished: false,
  past: [],
  future: [],
});

/** The drawing after an action; the same object when nothing changed. */
export function sketch(state: Sketch, action: SketchAction): Sketch {
  switch (action.kind) {
    case 'shape-chosen':
      if (action.shape === state.shape && state.corners.length === 0) return state;
      return step(state, { shape: action.shape, corners: [], isFinished: false });
    case 'placed':
      return place(state, rounded(action.at));
    case 'moved':
      return moveCorner(state, action.index, rounded(action.at));
    case 'inserted':
      return step(state, {
        ...frameOf(state),
        corners: state.corners.toSpliced(action.index, 0, rounded(action.at)),
      });
    case 'removed':
      return removeCorner(state, action.index);
    case 'finished':
      return finish(state);
    case 'taken':
      return step(state, {
        shape: action.shape,
        corners: action.corners.map(rounded),
        isFinished: true,
      });
    case 'undone':
      return undo(state);
    case 'redone':
      return redo(state);
  }
}

const rounded = ([lng, lat]: LngLat): LngLat => [
  Number(lng.toFixed(DECIMALS)),
  Number(lat.toFixed(DECIMALS)),
];

const frameOf = ({ shape, corners, isFinished }: Frame): Frame => ({ shape, corners, isFinished });

const step = (state: Sketch, next: Frame): Sketch => ({
  ...state,
  ...next,
  past: [...state.past, frameOf(state)],
  future: [],
});

const isSame = (one: LngLat | undefined, other: LngLat): boolean =>
  one !== undefined && one[0] === other[0] && one[1] === other[1];

/** A corner on the last, or an area's on its first, says that there are no more. */
function place(state: Sketch, at: LngLat): Sketch {
  const { shape, corners, isFinished } = state;
  if (isFinished) return place(step(state, { shape, corners: [], isFinished: false }), at);
  const closes = isSame(corners.at(-1), at) || (shape === 'polygon' && isSame(corners[0], at));
  if (closes) return finish(state);
  const placed = [...corners, at];
  const next = step(state, { shape, corners: placed, isFinished: false });
  if (placed.length !== FINISHES_AT[shape]) return next;
  return { ...next, ...closed(shape, placed) };
}

function finish(state: Sketch): Sketch {
  const { shape, corners, isFinished } = state;
  if (isFinished || corners.length < LEAST_CORNERS[shape]) return state;
  return step(state, closed(shape, corners));
}

/** Two opposite corners of a rectangle become the four of an area. */
function closed(shape: SketchShape, corners: readonly LngLat[]): Frame {
  const [one, other] = corners;
  if (shape !== 'rectangle' || one === undefined || other === undefined) {
    return { shape, corners, isFinished: true };
  }
  return { shape: 'polygon', corners: boxOf(one, other), isFinished: true };
}

/** The four corners of the box two opposite ones span, clockwise from the first. */
export const boxOf = (one: LngLat, other: LngLat): readonly LngLat[] => [
  one,
  [other[0], one[1]],
  other,
  [one[0], other[1]],
];

/** A circle's centre takes its edge along. */
function moveCorner(state: Sketch, index: number, at: LngLat): Sketch {
  const from = state.corners[index];
  if (from === undefined || isSame(from, at)) return state;
  return step(state, { ...frameOf(state), corners: movedCorners(state, index, at) });
}

/** The corners as they are while one of them is dragged. */
export function movedCorners(
  { shape, corners }: Pick<Frame, 'shape' | 'corners'>,
  index: number,
  at: LngLat,
): readonly LngLat[] {
  const from = corners[index];
  const edge = corners[1];
  if (shape === 'circle' && index === 0 && from !== undefined && edge !== undefined) {
    return [at, [edge[0] + at[0] - from[0], edge[1] + at[1] - from[1]]];
  }
  return corners.with(index, at);
}

/** A finished shape keeps the fewest corners it can have. */
function removeCorner(state: Sketch, index: number): Sketch {
  const { shape, corners, isFinished } = state;
  if (corners[index] === undefined) return state;
  if (isFinished && corners.length <= LEAST_CORNERS[shape]) return state;
  return step(state, { ...frameOf(state), corners: corners.toSpliced(index, 1) });
}

function undo(state: Sketch): Sketch {
  const before = state.past.at(-1);
  if (before === undefined) return state;
  return {
    ...state,
    ...before,
    past: state.past.slice(0, -1),
    future: [frameOf(state), ...state.future],
  };
}

function redo(state: Sketch): Sketch {
  const [next, ...future] = state.future;
  if (next === undefined) return state;
  return { ...state, ...next, past: [...state.past, frameOf(state)], future };
}
