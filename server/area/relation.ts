import type { HeldShape, Separation } from '#server/measure/held.ts';
import type { Measure } from '#server/measure/measure.ts';
import type { Subject } from './subject.ts';

/**
 * Positions are kept to a tenth of a metre, so neighbours that share an edge overlap by slivers: what overlaps by
 * less than this width, runs inside for less, or lies apart by less is called touching. Metres.
 */
export const TOUCH_M = 0.25;

/** How a feature stands to the area; figures on the ground, metres. */
export type Relation =
  | {
      readonly kind: 'on';
      readonly areaM2: number;
      readonly lengthM: number;
      readonly share: number;
      /** The ground both cover; of polygons on a polygon. */
      readonly common?: HeldShape;
    }
  | { readonly kind: 'touching' }
  | { readonly kind: 'near'; readonly distanceM: number; readonly bearing: string }
  | { readonly kind: 'far' };

const FAR: Relation = { kind: 'far' };
const TOUCHING: Relation = { kind: 'touching' };

/**
 * Measure one feature against the area.
 *
 * @param reachM how far near reaches, metres on the ground
 */
export function relate(
  subject: Subject,
  feature: HeldShape,
  measure: Measure,
  reachM: number,
): Relation {
  if (feature.isEmpty) return FAR;
  if (!measure.intersects(subject.held, feature)) {
    if (!measure.isWithin(subject.held, feature, reachM * subject.scale)) return FAR;
    const apart = measure.separation(subject.held, feature);
    const distanceM = apart.distanceM / subject.scale;
    if (distanceM < TOUCH_M) return TOUCHING;
    return { kind: 'near', distanceM, bearing: bearingOf(apart) };
  }
  return subject.kind === 'polygon'
    ? onArea(subject, feature, measure)
    : onThin(subject, feature, measure);
}

/** What lies on a polygon. */
function onArea({ held, scale, areaM2 }: Subject, feature: HeldShape, measure: Measure): Relation {
  if (feature.kind === 'point') {
    return measure.touches(held, feature) ? TOUCHING : on(0, 0, 0);
  }
  if (feature.kind === 'line') {
    const lengthM = measure.lengthInsideM(feature, held) / scale;
    return lengthM < TOUCH_M ? TOUCHING : on(0, lengthM, 0);
  }
  const common = measure.intersection(held, feature);
  const overlapM2 = measure.areaM2(common) / scale ** 2;
  const edgeM = measure.lengthM(common) / scale;
  if (edgeM === 0 || (2 * overlapM2) / edgeM < TOUCH_M) return TOUCHING;
  return { ...on(overlapM2, 0, overlapM2 / areaM2), common };
}

/** What lies on a line or on points. */
function onThin({ held, scale, lengthM }: Subject, feature: HeldShape, measure: Measure): Relation {
  if (feature.kind !== 'polygon') return on(0, 0, 0);
  if (held.kind === 'point') return measure.touches(held, feature) ? TOUCHING : on(0, 0, 0);
  const insideM = measure.lengthInsideM(held, feature) / scale;
  return insideM < TOUCH_M ? TOUCHING : on(0, insideM, insideM / lengthM);
}

const on = (areaM2: number, lengthM: number, share: number) => ({
  kind: 'on' as const,
  areaM2,
  lengthM,
  share,
});

const WINDS = ['N', 'NE', 'E', 'SE', 'S', 'SW', 'W', 'NW'] as const;

/** Compass point of a direction, grid north up; empty when there is none. */
export function bearingOf({ east, north }: Separation): string {
  if (east === 0 && north === 0) return '';
  const turn = Math.atan2(east, north) / (2 * Math.PI);
  return WINDS[Math.round((turn + 1) * 8) % 8] ?? '';
}
