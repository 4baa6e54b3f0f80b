import type { SearchEvent } from '#data/schema/sites.ts';
import { sayScore } from '#data/siting/words.ts';
import { many } from '#data/words/figures.ts';
import { type Seat, seatsOf, whyChanged, whyEntered, whyLeft } from './happening-words.ts';
import type { Carried, Stood } from './standing.ts';

/** What a search is now, and what it was. */
export type Happening = {
  /** What stood: it counts. */
  readonly standing: readonly Stood[];
  /** As far as it can still be measured: only why is read from it. */
  readonly former: Carried | undefined;
  readonly now: Carried;
};

/** Sites told one by one of those that entered, of those that left, of those that changed. */
const MOST_TOLD = 40;

/** Change of the middle of a score that is told, points. */
const WORTH_TELLING = 1;

/** Places whose changes are told. */
const FIRST = 10;

type Told = Omit<SearchEvent, 'at'>;

/**
 * What happened to a search since it stood otherwise: sites that entered, that left, and whose score moved by a point
 * or more, each with why; and who moved among the first ten.
 *
 * @returns in the order they are to be kept: the last is the newest
 */
export function happeningsOf({ standing, former, now }: Happening): Told[] {
  const before = new Map(standing.map((each) => [each[0], each]));
  const seats = seatsOf(now);
  const wasAt = former ? seatsOf(former) : new Map<string, Seat>();
  const meeting = now.ranking.ranked.flatMap(({ index }) => {
    const site = now.answer.sites[index];
    const seat = site && seats.get(site.key);
    return site && seat ? [{ site, seat }] : [];
  });
  const here = new Set(meeting.map(({ site }) => site.key));
  const entered = meeting
    .filter(({ site }) => !before.has(site.key))
    .map(
      ({ site: { key, title }, seat }): Told => ({
        kind: 'entered',
        site: key,
        title,
        text: `${whyEntered(wasAt.get(key), seat, now)} Score ${sayScore(seat.standing)}, rank ${seat.standing.rank}.`,
      }),
    );
  const left = standing
    .filter(([key]) => !here.has(key))
    .map(
      ([key, title]): Told => ({
        kind: 'left',
        site: key,
        title,
        text: whyLeft(wasAt.get(key), seats.get(key), { former, now }),
      }),
    );
  const changed = meeting
    .flatMap(({ site: { key, title }, seat }) => {
      const stood = before.get(key);
      const moved = stood === undefined ? 0 : middleOf(seat.standing) - middleOfStood(stood);
      if (!stood || Math.abs(moved) < WORTH_TELLING) return [];
      const text = whyChanged(stood, wasAt.get(key), seat, { former, now });
      return [
        { moved: Math.abs(moved), told: { kind: 'changed', site: key, title, text } as const },
      ];
    })
    .sort((one, other) => other.moved - one.moved)
    .map(({ told }) => told);
  const told = new Set([...entered, ...changed].map(({ site }) => site));
  return [
    ...moves(meeting, before, told),
    ...shorten(changed, 'changed score'),
    ...shorten(left, 'left'),
    ...shorten(entered, 'entered'),
  ];
}

const middleOf = ({ low, high }: { readonly low: number; readonly high: number }): number =>
  (low + high) / 2;

const middleOfStood = ([, , , low, high]: Stood): number => middleOf({ low, high });

/** So many that a person reads them, the first the newest; how many more there are is said before them. */
function shorten(told: readonly Told[], what: string): Told[] {
  const shown = told.slice(0, MOST_TOLD).reverse();
  const more = told.length - shown.length;
  const [first] = told;
  if (more === 0 || !first) return shown;
  const text = `${many(more, 'more site')} ${what}; the search itself shows them all.`;
  return [{ kind: first.kind, title: many(more, 'more site'), text }, ...shown];
}

type Meeting = {
  readonly site: { readonly key: string; readonly title: string };
  readonly seat: Seat;
};

/** Who moved among the first ten for no change of its own, in one sentence. */
function moves(
  meeting: readonly Meeting[],
  before: ReadonlyMap<string, Stood>,
  told: ReadonlySet<string | undefined>,
): Told[] {
  const moved = meeting.flatMap(({ site: { key, title }, seat }) => {
    const was = before.get(key)?.[2];
    const rank = seat.standing.rank ?? 0;
    if (was === undefined || was === rank || told.has(key)) return [];
    return Math.min(was, rank) > FIRST ? [] : [`${title} from ${was} to ${rank}`];
  });
  if (moved.length === 0) return [];
  const text = `Others came before or went: ${moved.join('; ')}.`;
  return [{ kind: 'changed', title: 'The first ten', text }];
}
