import type { Projection } from '#data/geodesy/projection.ts';
import { issue, type Place } from '#data/issues/issue.ts';
import type { IssueCode } from '#data/issues/register.ts';
import type { NativeGeometry } from '#data/schema/geometry.ts';
import type { Issue } from '#data/schema/issue.ts';
import type { LayerSlip } from './decision.ts';
import type { Doubt } from './doubt.ts';
import type { Judge } from './judge.ts';
import { firstPositionOf, isOrigin } from './project-geometry.ts';

/** Make an issue about the record in hand. */
export type Report = (
  code: IssueCode,
  message: string,
  place?: Pick<Place, 'column' | 'value' | 'severity' | 'proposal'>,
) => Issue;

/** A report for one record. */
export const reportFor =
  (layer: string, line: number): Report =>
  (code, message, place = {}) =>
    issue(code, { layer, line, ...place }, message);

/** A position that is the trace of empty cells. */
export function originIssue({ crs }: Projection, native: NativeGeometry, report: Report): Issue {
  const [x, y] = firstPositionOf(native);
  const value = `${x}, ${y}`;
  if (native.type !== 'Point') {
    const message = 'A vertex stands at the origin of the grid, where empty cells land: no place';
    return report('crs.false-origin', message);
  }
  return crs.kind === 'geographic' && isOrigin('projected', x, y)
    ? report('crs.null-island', `Position ${value} is where empty cells land, not a place`, {
        value,
      })
    : report('crs.false-origin', `Position ${value} is the origin of the grid, not a place`, {
        value,
      });
}

const AXIS_NAMES = {
  geographic: { x: 'longitude', y: 'latitude' },
  projected: { x: 'easting', y: 'northing' },
} as const;

/** A coordinate that one figure or sign would put right: kept as it is, with the proposals. */
export function slipIssue(
  { source, projection }: Pick<Judge, 'source' | 'projection'>,
  first: readonly [number, number],
  { axis, proposals }: Extract<Doubt, { kind: 'slip' }>,
  report: Report,
): Issue {
  const name = AXIS_NAMES[projection.crs.kind][axis];
  const value = first[axis === 'x' ? 0 : 1];
  const column = source.columns[source.kind === 'columns' && axis === 'y' ? 1 : 0];
  const message = `The ${name} ${value} seems to have a figure or its sign lost or wrong: ${proposals.join(' or ')} would be in place. Neither changed nor placed; correct it in the file`;
  const [only, ...more] = proposals;
  const proposal = more.length === 0 && !only?.includes('?') ? only : undefined;
  const place = { column, value, proposal };
  return report('crs.digit-lost', message, place);
}

/** What every position of the layer lacks, said of one. */
export function layerSlipIssue(
  { seen, mend }: LayerSlip,
  [x, y]: [number, number],
  report: Report,
): Issue {
  const proposal = mend(x, y).join(', ');
  const message = `${seen} throughout; ${proposal} would be in place. Neither changed nor placed`;
  return report('crs.digit-lost', message, { value: `${x}, ${y}`, proposal });
}

/** `1.2 km`, `34 km`. */
export const describeDistance = (metres: number): string =>
  metres < 10_000 ? `${(metres / 1000).toFixed(1)} km` : `${Math.round(metres / 1000)} km`;
