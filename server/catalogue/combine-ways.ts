import type { Block, Make, WayOn } from '#data/schema/combine.ts';
import type { CheckedPart } from './checked-part.ts';
import { combine, mayLeave, mayPartLeave } from './combine.ts';
import { blocksOf, listed } from './combine-blocks.ts';

/**
 * What may be done when something stands in the way, the least loss first; always three ways.
 *
 * @param blocks what stands in the way, at least one
 */
export function waysOn(
  parts: readonly CheckedPart[],
  blocks: readonly Block[],
  make: Make,
): WayOn[] {
  const blocked = new Set(blocks.map(({ part }) => part));
  const closed = parts.filter((part) => !mayPartLeave(part));
  const leave = leastToLeave(parts, make);
  const rest = parts.filter((part) => !leave.includes(part));
  const open = parts.filter(mayPartLeave);
  const asked = closed[0] ?? parts.find(({ told }) => blocked.has(told.id));
  const ways = [
    rest.length > 0 ? leaveOut(leave, rest, make) : undefined,
    open.length > 1 && make === 'merged' ? separate(open, closed) : undefined,
    rebuild(closed),
    asked && ask(asked, closed.includes(asked)),
    asked && linkTo(asked),
    elsewhere(),
  ];
  return ways.filter((way) => way !== undefined).slice(0, MOST_WAYS);
}

/** A refusal offers as many; more would not be read. */
const MOST_WAYS = 3;

/** The fewest parts without which nothing stands in the way: what may not leave, then one kind that binds the others. */
function leastToLeave(parts: readonly CheckedPart[], make: Make): readonly CheckedPart[] {
  const closed = parts.filter((part) => !mayPartLeave(part));
  const open = parts.filter(mayPartLeave);
  if (open.length === 0 || blocksOf(open, make).length === 0) return closed;
  const kinds = [...new Set(open.map(({ licence }) => licence.spdx))];
  const without = kinds.map((spdx) => open.filter(({ licence }) => licence.spdx !== spdx));
  const enough = without
    .filter((rest) => rest.length > 0 && blocksOf(rest, make).length === 0)
    .sort((a, b) => b.length - a.length);
  const kept = enough[0] ?? open.filter(({ licence }) => licence.spdx === kinds[0]);
  return parts.filter((part) => !kept.includes(part));
}

function leaveOut(leave: readonly CheckedPart[], rest: readonly CheckedPart[], make: Make): WayOn {
  const { label, mergedLabel } = combine(rest);
  const credits = rest.length === 1 ? 'with its credit' : 'with every credit';
  const made =
    make === 'merged'
      ? `One file, ${mergedLabel ?? label}, ${credits}`
      : `The rest, each under its licence, ${credits}`;
  return {
    kind: 'leave-out',
    title: `Leave out ${listed(leave.map(({ told }) => told.title))}`,
    detail: made,
    href: addressOf(rest, make),
  };
}

const separate = (open: readonly CheckedPart[], closed: readonly CheckedPart[]): WayOn => ({
  kind: 'separate',
  title: 'Keep them as separate files',
  detail: `${listed(open.map(({ told }) => told.title))} in one download, each with its licence${
    closed.length > 0 ? '; what may not be passed on stays out' : ''
  }`,
  href: addressOf(open, 'separate'),
});

/** Data that is closed only by what filled some of its fields can be made anew without those. */
function rebuild(closed: readonly CheckedPart[]): WayOn | undefined {
  const filled = closed.filter(({ licence }) => mayLeave(licence));
  if (filled.length === 0) return undefined;
  return {
    kind: 'open-only',
    title: `Ask for ${listed(filled.map(({ told }) => told.title))} from open data only`,
    detail: 'Its own fields are open: those filled from elsewhere would be left empty',
  };
}

const ask = ({ told, askAt }: CheckedPart, isClosed: boolean): WayOn => ({
  kind: 'ask',
  title: `Ask ${told.publisher}`,
  detail: isClosed
    ? 'Request access, with your purpose and an end date'
    : 'Ask whether it may also be used under other terms',
  ...(askAt ? { href: askAt } : {}),
});

const linkTo = ({ told }: CheckedPart): WayOn => ({
  kind: 'link',
  title: 'Name it and link to it',
  detail: `Say where ${told.title} may be had, instead of giving it`,
  href: told.kind === 'dataset' ? `/data/${told.id}` : `/licences/${told.id}`,
});

const elsewhere = (): WayOn => ({
  kind: 'open-only',
  title: 'Look for open data of the same kind',
  detail: 'The catalogue says of every dataset what may be done with it',
  href: '/data',
});

/** The same question of other parts, as the page of licences asks it. */
function addressOf(parts: readonly CheckedPart[], make: Make): string {
  const ids = (kind: 'dataset' | 'licence') =>
    parts.filter(({ told }) => told.kind === kind).map(({ told }) => encodeURIComponent(told.id));
  const [datasets, licences] = [ids('dataset').join(','), ids('licence').join(',')];
  return `/licences?${[
    ...(datasets ? [`datasets=${datasets}`] : []),
    ...(licences ? [`licences=${licences}`] : []),
    `make=${make}`,
  ].join('&')}#combine`;
}
