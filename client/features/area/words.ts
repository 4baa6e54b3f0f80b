import { sayArea, sayLength } from '#client/state/units.ts';
import { formatCount } from '#client/ui/format.ts';
import type {
  AreaAsked,
  AreaFigure,
  AreaMissing,
  AreaNone,
  AreaSource,
} from '#data/schema/area.ts';
import { monthText } from '#data/words/dates.ts';

/** A share in whole percent; never `0 %` or `100 %` of what is neither none nor all. */
export function sayPercent(share: number): string {
  if (share > 0 && share < 0.005) return 'under 1 %';
  if (share < 1 && share >= 0.995) return 'over 99 %';
  return `${Math.round(share * 100)} %`;
}

/** How much of a thing there is, in one figure: `21 %`, `3.00 km`, `4`. */
export function sayFigure(figure: AreaFigure): string {
  if (figure.kind === 'share') return sayPercent(figure.share);
  return figure.kind === 'length' ? sayLength(figure.lengthM, 'metric') : formatCount(figure.count);
}

/** How large what is asked about is: `418.4 ha`, `2.30 km`, `A point`. */
export function saySize({ areaM2, lengthM, drawn }: AreaAsked): string {
  if (areaM2 !== undefined) return sayArea(areaM2, 'metric');
  if (lengthM !== undefined) return sayLength(lengthM, 'metric');
  return drawn === 'point' ? 'A point' : '';
}

const FROM: Readonly<Record<AreaAsked['from'], string>> = {
  shape: 'drawn by you',
  kept: 'from your file',
  feature: 'published',
};

/** Where the shape comes from and how long its edge is: `drawn by you · edge 7.48 km`. */
export function sayOrigin({ from, bufferM, edgeM, feature, title }: AreaAsked): string {
  const name = feature?.title ?? title ?? FROM[from];
  const subject =
    bufferM === undefined
      ? name
      : `within ${sayLength(bufferM, 'metric')} of ${reached(from, name)}`;
  return edgeM === undefined ? subject : `${subject} · edge ${sayLength(edgeM, 'metric')}`;
}

const reached = (from: AreaAsked['from'], name: string): string =>
  name === FROM[from] ? 'what you drew' : name;

const CHIP_WORDS: Readonly<Record<AreaSource['licence']['chip'], string>> = {
  open: 'Open',
  attribution: 'Attribution',
  'share-alike': 'Share-alike',
  'view-only': 'View only',
  restricted: 'Restricted',
  'not-stated': 'Licence not stated',
};

/** Who says so, of when, under which terms: `Trafford, Mar 2026 · Open`; of several, how many more. */
export function saySources(sources: readonly AreaSource[]): string {
  const [first, ...others] = sources;
  if (first === undefined) return '';
  const more = others.length === 0 ? '' : ` and ${others.length} more`;
  const who = `${first.publisher.shortName}${more}, ${monthText(first.updated)}`;
  const chips = [...new Set(sources.map(({ licence }) => CHIP_WORDS[licence.chip]))];
  return [who, ...chips].join(' · ');
}

/** Layers with nothing here, grouped by the part of the area they were supplied for: the whole area first. */
export function noneByPart(
  none: readonly AreaNone[],
): readonly { readonly part: string | undefined; readonly titles: readonly string[] }[] {
  const parts = new Map<string | undefined, string[]>([[undefined, []]]);
  for (const { title, districts } of none) {
    const part = districts?.join(' and ');
    parts.set(part, [...(parts.get(part) ?? []), title]);
  }
  return [...parts]
    .filter(([, titles]) => titles.length > 0)
    .map(([part, titles]) => ({ part, titles: [...new Set(titles)] }));
}

/**
 * What is missing, parted by reach: each district's part with the layers others supplied, which a hatch on the map
 * can show; and the kinds nobody has supplied anywhere, which it cannot.
 */
export function missingByReach(missing: readonly AreaMissing[]): {
  readonly parts: readonly AreaMissing[];
  readonly nowhere: readonly string[];
} {
  const parts = missing
    .map((part) => ({ ...part, layers: part.layers.filter(({ layerId }) => layerId) }))
    .filter(({ layers }) => layers.length > 0);
  const nowhere = missing.flatMap(({ layers }) =>
    layers.filter(({ layerId }) => layerId === undefined).map(({ title }) => title),
  );
  return { parts, nowhere: [...new Set(nowhere)] };
}
