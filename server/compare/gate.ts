import { issue } from '#data/issues/issue.ts';
import type { Comparison } from '#data/schema/change.ts';
import type { Issue } from '#data/schema/issue.ts';
import type { Gate } from '#data/schema/source-rules.ts';
import type { Crossing } from './crossing.ts';
import { columnIssues } from './gate-columns.ts';
import { identityIssues } from './gate-identity.ts';
import { extentIssues, shapeIssues } from './gate-place.ts';

/** Thresholds where the descriptor names none. Source: ODIN issue catalogue, `version.*`. */
export const GATE = { warnDrop: 0.1, maxDrop: 0.3, maxRise: 0.5, maxNullRise: 0.2 } as const;

/** Records that must be missing before a drop is worth a word: one of three is no export gone wrong. */
const LEAST_LOST = 2;

/**
 * What is suspicious about replacing an edition by another: the regression guard. Pure figures; whether it holds
 * the file is for `holdingIssues` to say.
 */
export function gateIssues(crossing: Crossing, gate: Gate = {}): Issue[] {
  const { before, after, comparison } = crossing;
  return [
    ...countIssues(crossing, gate),
    ...olderIssues(crossing),
    ...identityIssues(crossing),
    ...extentIssues(before, after),
    ...shapeIssues(before, after),
    ...columnIssues(before, after, gate.maxNullRise ?? GATE.maxNullRise),
    ...(isSame(comparison) ? [issue('version.no-change', {}, sameText(before.number))] : []),
  ];
}

/** True for what the gate finds, as against faults of the file itself. */
export const isGateCode = (code: string): boolean =>
  code.startsWith('version.') ||
  code === 'fetch.schema-drift' ||
  code === 'id.format-changed' ||
  code === REUSED;

/** References that now stand for something far away; one issue for all of them holds a file. */
export const REUSED = 'id.reused-for-different-thing';

/** The issues that hold a file under a gate: those a person has to accept first. */
export function holdingIssues(
  issues: readonly Issue[],
  { hold = 'on-error' }: Gate,
  isAccepted: (issue: Issue) => boolean,
): Issue[] {
  if (hold === 'never') return [];
  const severities = hold === 'on-error' ? ['error'] : ['error', 'warning'];
  return issues.filter((each) => severities.includes(each.severity) && !isAccepted(each));
}

const isSame = ({ added, removed, changed, moved }: Comparison): boolean =>
  added + removed + changed + moved === 0;

const sameText = (number: number): string =>
  `Nothing differs from edition ${number}, feature by feature. Nothing need be done.`;

function countIssues({ before, after }: Crossing, gate: Gate): Issue[] {
  const records = figures(before.kept, after.kept, 'records');
  const placed = figures(before.features, after.features, 'records on the map');
  // Records that lost their position are as lost to the map as those that are gone.
  const worse = placed.change < records.change ? placed : records;
  const { maxDrop = GATE.maxDrop, warnDrop = GATE.warnDrop, maxRise = GATE.maxRise } = gate;
  const least = Math.min(warnDrop, maxDrop);
  if (worse.from - worse.to >= LEAST_LOST && -worse.change >= least) {
    const severity = -worse.change >= maxDrop ? 'error' : 'warning';
    const text = `${worse.to} ${worse.what} where edition ${before.number} has ${worse.from}: ${percent(-worse.change)} fewer. Check that nothing was filtered out of the export; accept the file if the drop is meant.`;
    return [issue('version.count-drop', { severity, value: worse.to }, text)];
  }
  if (records.to - records.from >= LEAST_LOST && records.change >= maxRise) {
    const text = `${records.to} records where edition ${before.number} has ${records.from}: ${percent(records.change)} more. Check that nothing is in the file twice.`;
    return [issue('version.count-spike', { value: records.to }, text)];
  }
  return [];
}

const figures = (from: number, to: number, what: string) => ({
  ...{ from, to, what },
  change: from === 0 ? 0 : (to - from) / from,
});

const percent = (share: number): string => `${Math.round(share * 100)} %`;

/** Entry dates this much behind are no single record taken out, days. */
const STALE_DAYS = 30;

function olderIssues({ before, after, seen }: Crossing): Issue[] {
  if (seen) {
    const text = `This very file was edition ${seen.number}, published here on ${seen.publishedAt.slice(0, 10)}; edition ${before.number} has replaced it since. Send the newest file, or restore edition ${seen.number} if it is the right one.`;
    return [issue('version.older-than-published', {}, text)];
  }
  const [was, is] = [before.facts?.newest, after.facts?.newest];
  if (!was || !is || is >= was) return [];
  const days = (Date.parse(was) - Date.parse(is)) / 86_400_000;
  const severity = days >= STALE_DAYS ? 'error' : 'warning';
  const text = `The newest entry date in the file is ${is}; edition ${before.number} goes up to ${was}. Send the newest file.`;
  return [issue('version.older-than-published', { severity, value: is }, text)];
}
