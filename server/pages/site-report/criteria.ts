import type { SiteColumn, SiteThing } from '#data/schema/sites.ts';
import type { Must, Prefer } from '#data/siting/criterion.ts';
import type { Points } from '#data/siting/ranking.ts';
import { writeWhat } from '#data/siting/what-text.ts';
import type { SiteReport } from './report.ts';

/** A criterion as it stands for this one site. */
type Told = {
  readonly column: SiteColumn | undefined;
  readonly thing: SiteThing | undefined;
  /** Rests on made-up data. */
  readonly synthetic: boolean;
};

export type ToldPrefer = Told & {
  readonly prefer: Prefer;
  readonly points: Points;
  readonly isTested: boolean;
};
export type ToldMust = Told & {
  readonly must: Must;
  readonly outcome: 'meets' | 'fails' | 'untold' | 'off' | 'not-supplied';
};

type Asked = Pick<SiteReport, 'measured' | 'search' | 'standing' | 'ranking' | 'site'>;

function told({ measured, standing, site }: Asked, { what }: Must | Prefer): Told {
  const text = writeWhat(what);
  const column = measured.columns.find((each) => each.what === text);
  const isMeasured = column?.state === 'measured';
  const thing = isMeasured ? measured.things[column.thing[standing.index] ?? -1] : undefined;
  const isOwn = what.kind === 'site';
  return {
    column,
    thing,
    synthetic: isOwn ? site.synthetic : (thing?.synthetic ?? (isMeasured && column.synthetic)),
  };
}

/** The preferred criteria, in their order, with what they are worth here. */
export const prefersOf = (report: Asked): ToldPrefer[] =>
  report.search.prefer.map((prefer, at) => ({
    ...told(report, prefer),
    prefer,
    points: report.standing.points[at] ?? { low: 0, high: 0, of: 0 },
    isTested: !report.ranking.notTested.includes(prefer.id),
  }));

/** The musts, in their order, with their outcome here. */
export const mustsOf = (report: Asked): ToldMust[] =>
  report.search.must.map((must) => ({
    ...told(report, must),
    must,
    outcome: outcomeOf(report, must),
  }));

function outcomeOf({ standing, ranking }: Asked, { id }: Must): ToldMust['outcome'] {
  const state = ranking.funnel.find((step) => step.must === id)?.state;
  if (state === 'off' || state === 'not-supplied') return state;
  if (standing.fails.includes(id)) return 'fails';
  return standing.untold.includes(id) ? 'untold' : 'meets';
}
