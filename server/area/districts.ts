import type { AreaDistrict } from '#data/schema/area.ts';
import type { HeldShape } from '#server/measure/held.ts';
import type { Measure } from '#server/measure/measure.ts';
import type { DistrictHere } from './question.ts';
import type { Subject } from './subject.ts';

/** How the area lies in the districts. */
export type Parting = {
  /** The largest part first. */
  readonly districts: readonly AreaDistrict[];
  /** Share of the area in no district, 0–1; slivers along their borders are none. */
  readonly outside: number;
};

/** Least share of the area, or least width in square metres, that counts as a part: not a sliver of rounding. */
const LEAST_SHARE = 1e-4;

/** Part the area by district: ground by ground, lines by length, points by number. */
export function partByDistrict(
  subject: Subject,
  districts: readonly DistrictHere[],
  measure: Measure,
): Parting {
  const parts = districts
    .map(({ gssCode, name, shape }) => ({ gssCode, name, ...partOf(subject, shape, measure) }))
    .filter(({ share }) => share > LEAST_SHARE)
    .sort((one, other) => other.share - one.share);
  const inside = parts.reduce((sum, { share }) => sum + share, 0);
  return { districts: parts, outside: inside > 1 - 1e-3 ? 0 : 1 - inside };
}

function partOf(
  subject: Subject,
  district: HeldShape,
  measure: Measure,
): Pick<AreaDistrict, 'share' | 'areaM2' | 'lengthM'> {
  const { held, kind, scale } = subject;
  if (kind === 'polygon') {
    const areaM2 = measure.overlapM2(held, district) / scale ** 2;
    return { areaM2, share: areaM2 / subject.areaM2 };
  }
  if (kind === 'line') {
    const lengthM = measure.lengthInsideM(held, district) / scale;
    return { lengthM, share: lengthM / subject.lengthM };
  }
  const points = measure.toPlane(held).parts;
  const inside = points.filter(([run]) => {
    const point = run && measure.shape({ kind: 'point', parts: [[run]] });
    return point !== undefined && measure.contains(district, point);
  });
  return { share: inside.length / points.length };
}
