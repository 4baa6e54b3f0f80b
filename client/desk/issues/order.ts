import type { IssueBand, IssueGroup } from '#data/schema/desk-issues.ts';

/** Bands, gravest first; the contract's own list would bring its validator along. */
export const BANDS = ['blocks', 'later', 'mended'] as const satisfies readonly IssueBand[];

/** A band and what stands in it. */
export type Band = { readonly band: IssueBand; readonly groups: readonly IssueGroup[] };

/** What the list shows: one band, or all that hold something, gravest first. */
export function bandsOf(groups: readonly IssueGroup[], only: IssueBand | undefined): Band[] {
  return BANDS.filter((band) => only === undefined || band === only)
    .map((band) => ({ band, groups: groups.filter((group) => group.band === band) }))
    .filter((band) => band.groups.length > 0);
}

/** The issue an address names; the gravest when it names none, or one that is settled. */
export const selectedOf = (
  groups: readonly IssueGroup[],
  issue: string | undefined,
): IssueGroup | undefined => groups.find(({ id }) => id === issue) ?? groups[0];

/**
 * Where to go on once an issue is settled: the next that stops publishing, after it or from the top, else the next that
 * can wait.
 *
 * @returns undefined when nothing is left to settle
 */
export function nextAfter(groups: readonly IssueGroup[], settled: string): IssueGroup | undefined {
  const at = groups.findIndex(({ id }) => id === settled);
  const others = [...groups.slice(at + 1), ...groups.slice(0, Math.max(at, 0))];
  return (
    others.find(({ band }) => band === 'blocks') ?? others.find(({ band }) => band === 'later')
  );
}

/** The neighbour of an issue in the list as it stands. */
export function neighbourOf(
  groups: readonly IssueGroup[],
  issue: string,
  by: 1 | -1,
): IssueGroup | undefined {
  const at = groups.findIndex(({ id }) => id === issue);
  return at < 0 ? undefined : groups[at + by];
}

/** What is heard once an issue is settled: `Mended. 1 issue still blocks publishing.` */
export function sayMended({ blocks, later }: { blocks: number; later: number }): string {
  if (blocks > 0) {
    return `Mended. ${blocks} ${blocks === 1 ? 'issue still blocks' : 'issues still block'} publishing.`;
  }
  return later > 0
    ? `Mended. Nothing blocks publishing; ${later} can wait.`
    : 'Mended. Nothing is left.';
}
