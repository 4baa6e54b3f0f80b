import type { Astray } from '#data/schema/closer.ts';
import type { Readback } from '#data/schema/desk-readback.ts';
import type { Bounds } from '#data/schema/geometry.ts';
import { many } from '#data/words/figures.ts';
import { type DraftContext, idOf, placeOf } from '../draft/context.ts';
import { distanceText, sentence } from '../words.ts';
import { inPlace } from './whereabouts.ts';

/** Records beyond this far from the area are wrong rather than over its line, metres. */
export const OVER_M = 5_000;

/** Places told of one by one. */
const MOST_PLACES = 6;

type Places = Readback['falls']['places'];

/** Where the records stand: in the area, over its line, or where nobody would look. */
export function fallsOf(context: DraftContext): Readback['falls'] {
  const { closer, found, noun, area } = context;
  const { inside, without } = closer.falls;
  const places: Places = [
    {
      tone: 'good',
      text: `In ${area}`,
      count: inside,
      ...(found.bounds ? { box: [...found.bounds] } : {}),
    },
    ...groupsOf(context),
  ];
  if (without > 0) places.push({ tone: 'warn', text: 'Without any position', count: without });
  const unread = found.records - places.reduce((sum, { count }) => sum + count, 0);
  if (unread > 0) places.push({ tone: 'warn', text: 'Not to be read', count: unread });
  return { title: `Where the ${many(found.records, noun)} fall`, places };
}

function groupsOf(context: DraftContext): Places {
  const groups = new Map<string, Astray[]>();
  for (const one of context.closer.falls.astray) {
    const key = placeKey(one, context);
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  const { districts, outside } = context.closer.falls;
  const told = [...groups]
    .map(([text, those]) => {
      const [first] = those;
      const count = districts[first?.district ?? ''] ?? those.length;
      return { text, those, first, count };
    })
    .sort((a, b) => b.count - a.count)
    .slice(0, MOST_PLACES);
  const rest = outside - told.reduce((sum, { count }) => sum + count, 0);
  return [
    ...told.map(({ text, those, first, count }): Places[number] => {
      const isGrave = those.some((one) => isFar(one));
      const far = those.length === 1 && first ? distanceOf(first) : '';
      const box = boxOf(those);
      return {
        tone: isGrave ? ('bad' as const) : ('warn' as const),
        text: `${sentence(text)}${far}`,
        count,
        ...(first ? { issue: strayIssue(first) } : {}),
        ...(box ? { box: [...box] } : {}),
      };
    }),
    ...(rest > 0
      ? [{ tone: 'warn' as const, text: `Elsewhere outside ${context.area}`, count: rest }]
      : []),
  ];
}

const placeKey = ({ at }: Astray, context: DraftContext): string =>
  at ? inPlace(placeOf(context, at)) : 'nowhere on Earth';

/** True for a record that is wrong rather than over the line. */
export const isFar = ({ isPlaced, distanceM = OVER_M }: Astray): boolean =>
  !isPlaced || distanceM >= OVER_M;

const distanceOf = (one: Astray): string =>
  isFar(one) || one.distanceM === undefined
    ? ', off this map'
    : `, ${distanceText(one.distanceM)} over the line`;

/** The issue about a record that is not where it should be. */
export const strayIssue = ({ layer, line, isPlaced }: Astray): string =>
  idOf(isPlaced ? 'crs.out-of-provider-area' : 'crs.digit-lost', layer, line);

function boxOf(those: readonly Astray[]): Bounds | undefined {
  const points = those.flatMap(({ at }) => (at ? [at] : []));
  if (points.length === 0) return undefined;
  const lngs = points.map(([lng]) => lng);
  const lats = points.map(([, lat]) => lat);
  return [Math.min(...lngs), Math.min(...lats), Math.max(...lngs), Math.max(...lats)];
}

/** Under the sentence: what is not in place, a few words each. */
export function noticesOf(context: DraftContext): Readback['notices'] {
  const places = groupsOf(context);
  const notices: Readback['notices'] = places.slice(0, 3).map(({ tone, count, text, issue }) => ({
    tone,
    text: `${many(count, context.noun)} ${count === 1 ? 'is' : 'are'} ${text.charAt(0).toLowerCase()}${text.slice(1).split(',')[0]}`,
    ...(issue === undefined ? {} : { issue }),
  }));
  if (places.length > 0) {
    const both = places.length === 1 ? 'it' : places.length === 2 ? 'both' : 'them';
    notices.push({ tone: 'info', text: `You can put ${both} right at step 4, Issues.` });
  }
  return notices;
}
