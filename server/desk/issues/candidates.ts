import type { Ostn15Grid } from '#data/geodesy/grid.ts';
import { findProjection } from '#data/geodesy/projection.ts';
import type { Candidate } from '#data/schema/desk-issues.ts';
import { findArea } from '#server/harmonise/geometry/area.ts';
import type { DistrictBoundary } from '#server/harmonise/geometry/locator.ts';
import { findSlip, SLIP_KINDS } from '#server/harmonise/geometry/slip.ts';
import type { DraftContext } from '../draft/context.ts';
import type { FoundIssue } from './found.ts';

/** What candidates are looked for with. */
export type Surveying = {
  readonly grid: Ostn15Grid;
  readonly districts: readonly DistrictBoundary[];
};

/** Values a wrong coordinate may have been meant to have, and the one to believe unless somebody knows better. */
export type Candidates = {
  readonly all: readonly Candidate[];
  /** With how far off it may be, metres, when a last digit is what was lost. */
  readonly suggested?: {
    readonly value: string;
    readonly withinM?: number;
    readonly from: string;
    readonly to: string;
  };
};

/** Digits a last figure can have been. */
const TEN = '0123456789';

/**
 * Every value of one coordinate that a lost, added, exchanged or wrong figure explains and that lies in the
 * publisher's area. Where the last digit is what is lost and all ten of them lie there, the middle one is suggested,
 * with how far off it can be.
 */
export function candidatesFor(
  issue: FoundIssue,
  context: DraftContext,
  { grid, districts }: Surveying,
): Candidates {
  const { astray, column } = issue;
  const vote = context.closer.layers.find(({ name }) => name === issue.layer)?.vote;
  const area =
    context.publisher.districts.length > 0
      ? findArea(districts, context.publisher.districts)
      : undefined;
  if (!astray?.figures || !vote?.won || !area) return { all: [] };
  const { id, axis } = vote.won;
  const project = findProjection(grid, id)?.toWgs84;
  if (!project) return { all: [] };
  const [x, y] = axis === 'xy' ? astray.figures : [astray.figures[1], astray.figures[0]];
  const locate = (e: number, n: number): readonly [number, number] | undefined => {
    const at = project(e, n);
    return at && [at[0], at[1]];
  };
  const isHome = (e: number, n: number): boolean => {
    const at = locate(e, n);
    return at !== undefined && area.contains(at[0], at[1]);
  };
  const slip = findSlip(x, y, isHome, SLIP_KINDS);
  const isOwn =
    slip && column !== undefined && vote.columns.indexOf(column) === columnAt(slip.axis, axis);
  if (!slip || !isOwn) return { all: [] };
  const values = [...new Set(slip.proposals.flatMap(spelled))];
  const placed = values.flatMap((value) => {
    const [e, n] = slip.axis === 'x' ? [Number(value), y] : [x, Number(value)];
    const at = locate(e, n);
    return at && area.contains(at[0], at[1]) ? [{ value, at: [...at] as [number, number] }] : [];
  });
  const suggested = suggestion(
    placed.map(({ value }) => value),
    slip.axis === 'x' ? x : y,
  );
  const all = placed.map((each) => ({
    ...each,
    place: area.name,
    suggested: each.value === suggested?.value,
  }));
  return { all, ...(suggested ? { suggested } : {}) };
}

/** The column of two in which the easting, or the northing, stands. */
const columnAt = (slip: 'x' | 'y', axis: 'xy' | 'yx'): number =>
  (slip === 'x') === (axis === 'xy') ? 0 : 1;

/** `41?554` as its ten values. */
const spelled = (proposal: string): readonly string[] =>
  proposal.includes('?') ? [...TEN].map((digit) => proposal.replace('?', digit)) : [proposal];

function suggestion(values: readonly string[], given: number): Candidates['suggested'] {
  const whole = String(given);
  const last = /^\d+$/.test(whole) && [...TEN].every((digit) => values.includes(whole + digit));
  if (last) return { value: `${whole}5`, withinM: 5, from: `${whole}0`, to: `${whole}9` };
  const [only, ...more] = values;
  return only !== undefined && more.length === 0
    ? { value: only, from: only, to: only }
    : undefined;
}
