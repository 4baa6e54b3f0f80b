import type { ExpressionSpecification } from '@maplibre/maplibre-gl-style-spec';
import type { Stops, Test } from './type-style.ts';

/** A MapLibre expression. */
export type Expression = ExpressionSpecification;

/** True where a feature passes the test; false where the attribute is not stated. */
export function testOf(test: Test): Expression {
  if ('in' in test) {
    return ['in', ['get', test.attribute], ['literal', [...test.in]]];
  }
  return ['>=', ['coalesce', ['get', test.attribute], -1], test.atLeast];
}

type Step = { readonly when?: Test };

/**
 * The value of the first step that applies.
 *
 * @param steps the last has no `when`
 * @throws RangeError when there is no step
 */
export function pick<S extends Step, T extends string | number>(
  steps: readonly S[],
  value: (step: S) => T,
): T | Expression {
  const last = steps.at(-1);
  if (last === undefined) throw new RangeError('A scale needs at least one step');
  const values = steps.map(value);
  if (values.every((each) => each === values[0])) return value(last);
  const branches = steps
    .slice(0, -1)
    .flatMap((step) => (step.when === undefined ? [] : [testOf(step.when), value(step)]));
  return ['case', ...branches, value(last)] as unknown as Expression;
}

/** Growth between and beyond the zooms of `Stops`. Source: cartography table of the design, "exponential 1.1". */
const GROWTH: Expression[1] = ['exponential', 1.1];

/** A width that grows with the zoom, from values at zoom 10, 12 and 14; `at` gives the value or expression of one stop. */
export function byZoom(at: (stop: 0 | 1 | 2, factor: number) => number | Expression): Expression {
  return [
    'interpolate',
    GROWTH,
    ['zoom'],
    7,
    at(0, 0.5),
    10,
    at(0, 1),
    12,
    at(1, 1),
    14,
    at(2, 1),
    18,
    at(2, 2),
  ] as unknown as Expression;
}

/** Pixel widths by zoom and step, each plus `extraPx` and times `weight`. */
export function widthOf<S extends Step>(
  steps: readonly S[],
  stopsOf: (step: S) => Stops,
  { extraPx = 0, weight = 1 } = {},
): Expression {
  return byZoom((stop, factor) =>
    pick(steps, (step) => round(stopsOf(step)[stop] * factor * weight + extraPx)),
  );
}

const round = (value: number): number => Math.round(value * 100) / 100;

const STATUS: Expression = ['coalesce', ['get', 'lifecycle-status'], 'existing'];

/** States of a thing that is not there yet: drawn dotted or hollow. */
export const IS_PLANNED: Expression = [
  'in',
  STATUS,
  ['literal', ['proposed', 'consented', 'under-construction']],
];

/** True for a thing that stands where its postcode or UPRN does: drawn hollow. */
export const IS_APPROXIMATE: Expression = ['==', ['get', 'approximate'], true];

/** States of a thing that no longer works or never came: drawn pale. */
const IS_PAST: Expression = [
  'in',
  STATUS,
  ['literal', ['disused', 'decommissioned', 'removed', 'refused']],
];

/** Opacity of a layer, less for what is past. */
export const fade = (opacity: number): Expression => [
  'case',
  IS_PAST,
  round(opacity * 0.42),
  opacity,
];

/** Both conditions, where either may be absent. */
export function both(
  first: Expression | undefined,
  second: Expression | undefined,
): Expression | undefined {
  if (first === undefined) return second;
  return second === undefined ? first : ['all', first, second];
}

/** The contrary. */
export const not = (expression: Expression): Expression => ['!', expression];

/** An attribute as printed, without a decimal `.0`, followed by its unit; empty where not stated. */
export const withUnit = (attribute: string, suffix: string): Expression => [
  'case',
  ['has', attribute],
  ['concat', ['to-string', ['get', attribute]], suffix],
  '',
];

/** Zooms between which the inside of areas steps back, and what is left of its strength. */
const INSIDE = { from: 13, to: 16, left: 0.4 } as const;

/**
 * How strongly the inside of an area is drawn: less once the screen lies within it, where its colour and pattern say
 * nothing new and cover what does.
 */
export const insideOf = (strength: number | Expression): Expression =>
  [
    'interpolate',
    ['linear'],
    ['zoom'],
    INSIDE.from,
    strength,
    INSIDE.to,
    typeof strength === 'number' ? round(strength * INSIDE.left) : ['*', strength, INSIDE.left],
  ] as unknown as Expression;
