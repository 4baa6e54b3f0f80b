import { findProfile } from '#data/profiles/index.ts';
import { quoted } from '#data/query/filter-text.ts';
import { grouped } from '#data/words/figures.ts';
import type { Must, Prefer } from './criterion.ts';
import { writeChange } from './criterion-text.ts';
import type { Profile, SearchGround, SiteSearch } from './search.ts';
import { fault, isFault, type SearchFault } from './search-fault.ts';
import { applyItem, type Draft } from './search-items.ts';
import { splitTop } from './tokens.ts';

/** Longest text of a search that is read, characters. */
export const SEARCH_TEXT_MOST = 8_000;

/** Most criteria a search may have. */
export const CRITERIA_MOST = 60;

/** Id of a search that begins from no profile. */
export const OWN = 'own';

/**
 * Write a search as one text that people can read in an address: its profile, and only what differs from it.
 *
 *     data-centre
 *     data-centre~area:1..~headroom:5..20*30~-flood-zone-3
 *     data-centre~in:land/brownfield-site;E08000003~must:river:distance(environment/watercourse):100..:River or canal
 *     own~title:Depots~in:land/public-land~must:area:site(area-ha):2..
 *
 * `area:1..` is a test (`..5` at most, `is(a,b)`, `not(a,b)`, `known`), `headroom:5..20` worth nothing at 5 and all
 * at 20, `*30` its weight and `*30!` locked; `-id` is a must left out and still to be seen, `on:id` one put back,
 * `!id` a criterion taken away, `order:` how they stand. Criteria that are added are written whole.
 */
export function writeSearch(search: SiteSearch): string {
  const profile = findProfile(search.profile);
  const base: Pick<SiteSearch, 'must' | 'prefer'> = profile ?? { must: [], prefer: [] };
  const all = [...base.must, ...base.prefer];
  const here = new Map([...search.must, ...search.prefer].map((each) => [each.id, each]));
  const items = [
    profile ? profile.id : OWN,
    ...(search.title === undefined ? [] : [`title:${quoted(search.title)}`]),
    ...(profile && sameGround(profile.ground, search.ground) ? [] : [writeGround(search.ground)]),
    ...all.filter(({ id }) => !here.has(id)).map(({ id }) => `!${id}`),
    ...search.must.flatMap((must) => writeChange('must', must, base.must.find(same(must)))),
    ...search.prefer.flatMap((each) => writeChange('prefer', each, base.prefer.find(same(each)))),
  ];
  const order = writeOrder(search, base);
  return [...items, ...(order === undefined ? [] : [order])].join('~');
}

const same =
  (one: Must | Prefer) =>
  (other: Must | Prefer): boolean =>
    one.id === other.id;

const sameGround = (one: SearchGround, other: SearchGround): boolean =>
  writeGround(one) === writeGround(other);

function writeGround(ground: SearchGround): string {
  if (ground.kind === 'areas') return `areas:${ground.areas.map(inQuotes).join(',')}`;
  const types = ground.types.join(',');
  return ground.districts ? `in:${types};${ground.districts.join(',')}` : `in:${types}`;
}

/** Always quoted: the text of an area holds every sign there is. */
const inQuotes = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** Absent where criteria stand as they would anyway: those of the profile as there, then what was added. */
function writeOrder(
  search: SiteSearch,
  base: Pick<SiteSearch, 'must' | 'prefer'>,
): string | undefined {
  const orders = [ordered(search.must, base.must), ordered(search.prefer, base.prefer)];
  if (orders.every((each) => each)) return undefined;
  return `order:${[...search.must, ...search.prefer].map(({ id }) => id).join(',')}`;
}

function ordered(here: readonly (Must | Prefer)[], base: readonly (Must | Prefer)[]): boolean {
  const known = base.map(({ id }) => id).filter((id) => here.some((each) => each.id === id));
  return known.every((id, index) => here[index]?.id === id);
}

/** Read what `writeSearch` wrote, or a person typed alike; says what is wrong. Never throws. */
export function parseSearch(text: string): SiteSearch | SearchFault {
  if (text.length > SEARCH_TEXT_MOST) {
    return fault(
      `The search is written in ${grouped(text.length)} characters.`,
      `Use at most ${grouped(SEARCH_TEXT_MOST)}: fewer criteria, or areas the server keeps.`,
    );
  }
  const [head = '', ...items] = splitTop(text, '~');
  const profile = findProfile(head);
  if (!profile && head !== OWN) {
    return fault(
      'The search begins with no profile ODIN has.',
      'Begin with the id of a profile, as in data-centre, or with own.',
      head,
    );
  }
  const draft = beginDraft(profile);
  for (const item of items) {
    const wrong = applyItem(draft, item);
    if (wrong) return wrong;
  }
  return finish(draft, head);
}

function beginDraft(profile: Profile | undefined): Draft {
  return {
    isOwn: profile === undefined,
    must: [...(profile?.must ?? [])],
    prefer: [...(profile?.prefer ?? [])],
    ...(profile ? { ground: profile.ground } : {}),
    seen: new Set(),
  };
}

function finish(draft: Draft, profile: string): SiteSearch | SearchFault {
  const { ground, title, must, prefer, order } = draft;
  if (!ground)
    return fault(
      'The search does not say what is looked through.',
      'Add in:land/brownfield-site, or areas: and the areas.',
    );
  if (must.length + prefer.length > CRITERIA_MOST) {
    return fault(
      `The search has ${must.length + prefer.length} criteria.`,
      `Use at most ${CRITERIA_MOST}.`,
    );
  }
  const sorted = order
    ? { must: inOrder(must, order), prefer: inOrder(prefer, order) }
    : { must, prefer };
  return { profile, ...(title === undefined ? {} : { title }), ground, ...sorted };
}

function inOrder<T extends Must | Prefer>(criteria: readonly T[], order: readonly string[]): T[] {
  const places = new Map(order.map((id, place) => [id, place]));
  const at = ({ id }: T): number => places.get(id) ?? order.length;
  return [...criteria].sort((a, b) => at(a) - at(b));
}

/** `parseSearch` without the words. */
export function readSearch(text: string): SiteSearch | undefined {
  const read = parseSearch(text);
  return isFault(read) ? undefined : read;
}
