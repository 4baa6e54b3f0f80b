import type { SurfaceCell } from '#client/map/sites-map-controller.ts';
import type { SiteCandidate, SitesAnswer } from '#data/schema/sites.ts';
import type { Ranking, Standing } from '#data/siting/ranking.ts';
import type { SiteSearch } from '#data/siting/search.ts';

/** A score known no closer than this takes no colour: one colour of the ramp spans as many points. */
export const WIDEST_POINTS = 20;

/** A hexagon with what is known of it. */
export type Cell = {
  readonly site: SiteCandidate;
  readonly standing: Standing;
  readonly form: SurfaceCell['form'];
  /** Middle of its range; what it is coloured and counted by. */
  readonly score: number;
};

/** A surface reckoned: every hexagon once, those with a score first and best first. */
export type Cells = {
  readonly all: readonly Cell[];
  readonly scored: readonly Cell[];
  readonly unknown: readonly Cell[];
  readonly out: readonly Cell[];
  readonly byKey: ReadonlyMap<string, Cell>;
};

/** Part the hexagons of an answer by what is known of them. */
export function cellsOf({ sites }: SitesAnswer, { ranked, ruledOut }: Ranking): Cells {
  const cell = (standing: Standing, form: Cell['form']): Cell[] => {
    const site = sites[standing.index];
    const score = (standing.low + standing.high) / 2;
    return site === undefined ? [] : [{ site, standing, form, score }];
  };
  const kept = ranked.flatMap((each) => cell(each, isTold(each) ? 'scored' : 'unknown'));
  const out = ruledOut.flatMap((each) => cell(each, 'out'));
  const scored = kept.filter(({ form }) => form === 'scored');
  const unknown = kept.filter(({ form }) => form === 'unknown');
  const all = [...scored, ...unknown, ...out];
  return { all, scored, unknown, out, byKey: new Map(all.map((each) => [each.site.key, each])) };
}

/** Every must can be told, and the score to within one colour. */
const isTold = ({ untold, low, high }: Standing): boolean =>
  untold.length === 0 && high - low <= WIDEST_POINTS;

/** What the map draws. */
export const drawnOf = ({ all }: Cells): SurfaceCell[] =>
  all.map(({ site: { key, corners = [] }, form, score }) => ({ key, corners, form, score }));

/**
 * What most of the hatched hexagons lack, by its short name; undefined where none is hatched: musts nobody can tell
 * first, then the preference whose points are least known.
 */
export function mostlyLacking(
  { unknown }: Cells,
  { must, prefer }: SiteSearch,
): string | undefined {
  const votes = new Map<string, number>();
  for (const { standing } of unknown) {
    const wanted =
      must.find(({ id }) => standing.untold.includes(id)) ?? prefer[widestOf(standing)];
    if (wanted !== undefined) votes.set(wanted.short, (votes.get(wanted.short) ?? 0) + 1);
  }
  return [...votes].toSorted(([, one], [, other]) => other - one)[0]?.[0];
}

const widestOf = ({ points }: Standing): number => {
  const widths = points.map(({ low, high }) => high - low);
  return widths.indexOf(Math.max(...widths));
};
