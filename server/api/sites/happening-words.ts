import type { SiteColumn } from '#data/schema/sites.ts';
import type { Must, Prefer } from '#data/siting/criterion.ts';
import type { Standing } from '#data/siting/ranking.ts';
import { writeWhat } from '#data/siting/what-text.ts';
import { sayMust, sayScore, sayValue } from '#data/siting/words.ts';
import { listed } from '#data/words/figures.ts';
import { SITE_NAMES } from '#server/pages/site-names.ts';
import type { Carried, Stood } from './standing.ts';

/** Where one site stands in a search that was carried out. */
export type Seat = { readonly index: number; readonly standing: Standing };

/** Key of a candidate → where it stands, whether it meets every must or not. */
export const seatsOf = ({ answer, ranking }: Carried): Map<string, Seat> =>
  new Map(
    [...ranking.ranked, ...ranking.ruledOut].flatMap((standing) => {
      const site = answer.sites[standing.index];
      return site ? [[site.key, { index: standing.index, standing }] as const] : [];
    }),
  );

/** A search as it was and as it is. */
type Both = { readonly former: Carried | undefined; readonly now: Carried };

/** Why a site meets a search now. */
export function whyEntered(was: Seat | undefined, seat: Seat, now: Carried): string {
  if (!was) {
    const source = now.answer.sources[now.answer.sites[seat.index]?.source ?? -1];
    return source
      ? `Listed for the first time, in “${source.title}”, edition ${source.edition}.`
      : 'Looked at for the first time.';
  }
  const musts = mustsOf(now, was.standing.fails);
  if (musts.length === 0) return 'Meets every must now.';
  const values = musts.map((must) => sayHolding(must, now, seat.index));
  return `Meets now: ${listed(values)}.`;
}

/** Why a site does not meet it any more. */
export function whyLeft(
  was: Seat | undefined,
  seat: Seat | undefined,
  { former, now }: Both,
): string {
  if (!seat) {
    const source = former && was && former.answer.sites[was.index]?.source;
    const title = source === undefined ? undefined : former?.answer.sources[source]?.title;
    return title ? `It is listed no more in “${title}”.` : 'It is listed no more.';
  }
  const musts = mustsOf(now, seat.standing.fails);
  const values = musts.map((must) => {
    const before = former && was ? sayOf(must, former, was.index) : undefined;
    const after = sayOf(must, now, seat.index);
    const change = before === undefined || before === after ? after : `${after}; ${before} before`;
    return `${sayMust(must, SITE_NAMES)} (${change})`;
  });
  return `No longer meets: ${listed(values)}.`;
}

const sayHolding = (must: Must, carried: Carried, index: number): string =>
  `${sayMust(must, SITE_NAMES)} (${sayOf(must, carried, index)})`;

/** Preferred criteria named as the reason of a change, and the least change of points that makes one a reason. */
const MOST_REASONS = 2;
const LEAST_POINTS = 0.5;

/** How and why a score moved. */
export function whyChanged(
  stood: Stood,
  was: Seat | undefined,
  { index, standing }: Seat,
  { former, now }: Both,
): string {
  const [, , rank, low, high] = stood;
  const score = `Score ${sayScore(standing)}, ${sayScore({ low, high })} before`;
  const place = standing.rank === rank ? '' : `, and rank ${standing.rank}, ${rank} before`;
  if (!former || !was) return `${score}${place}.`;
  const reasons = now.search.prefer
    .flatMap((prefer, at) => {
      const moved = movedOf(standing, was.standing, at);
      if (Math.abs(moved) < LEAST_POINTS) return [];
      const [before, after] = [sayOf(prefer, former, was.index), sayOf(prefer, now, index)];
      return before === after
        ? []
        : [{ moved, text: `${prefer.short} ${after}, ${before} before` }];
    })
    .sort((one, other) => Math.abs(other.moved) - Math.abs(one.moved))
    .slice(0, MOST_REASONS)
    .map(({ text }) => text);
  return reasons.length === 0 ? `${score}${place}.` : `${score}${place}: ${reasons.join('; ')}.`;
}

/** By how many points the middle of one criterion moved. */
function movedOf(now: Standing, was: Standing, at: number): number {
  const [here, there] = [now.points[at], was.points[at]];
  return here && there ? (here.low + here.high - there.low - there.high) / 2 : 0;
}

const mustsOf = ({ search }: Carried, ids: readonly string[]): Must[] =>
  search.must.filter(({ id }) => ids.includes(id));

/** A value as measured; `not known` where its column is not there. */
function sayOf({ what }: Must | Prefer, { answer }: Carried, index: number): string {
  const text = writeWhat(what);
  const column: SiteColumn | undefined = answer.columns.find((each) => each.what === text);
  return column ? sayValue(column, index) : 'not known';
}
