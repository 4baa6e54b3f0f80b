import { findFeatureType } from '#data/features/index.ts';
import type { FeatureType } from '#data/schema/feature-type.ts';
import { grouped, many } from '#data/words/figures.ts';
import { formatName } from '#data/words/formats.ts';

/** How the desk says figures, dates and things. */

/** Types whose title does not say what one of them is called. */
const NOUNS: Readonly<Record<string, string>> = {
  'Public right of way': 'path',
  'Broadband and mobile coverage': 'area',
};

/** What one thing of a type is called in a sentence: `site` of `Brownfield site`, `area` of `Area of search`. */
export function nounOf(type: Pick<FeatureType, 'title'> | undefined): string {
  if (!type) return 'record';
  const own = NOUNS[type.title];
  if (own !== undefined) return own;
  const [head = 'record'] = type.title
    .replace(/\(.*?\)/g, '')
    .trim()
    .split(/ (?:of|with|for|in) /);
  return head.split(' ').at(-1)?.toLowerCase() ?? 'record';
}

/** The noun of a type by its id. */
export const nounOfId = (id: string): string => nounOf(findFeatureType(id));

/** What a dataset of a type is called unless somebody says otherwise: `Brownfield land register`. */
export const titleOf = ({ plural: words }: FeatureType): string =>
  words.replace(/\bregisters$/, 'register');

/** `11:06`, of an ISO 8601 time, as clocks in the United Kingdom show it. */
export const timeText = (iso: string): string => clock(iso, { hour: '2-digit', minute: '2-digit' });

const clock = (iso: string, parts: Intl.DateTimeFormatOptions): string =>
  new Intl.DateTimeFormat('en-GB', { ...parts, timeZone: 'Europe/London' }).format(new Date(iso));

/** `142 m`, `4.2 km`, `362 km`. */
export function distanceText(metres: number): string {
  if (metres < 1_000) return `${Math.round(metres)} m`;
  return metres < 10_000
    ? `${(metres / 1_000).toFixed(1)} km`
    : `${grouped(Math.round(metres / 1_000))} km`;
}

const WINDS = [
  'north',
  'north-east',
  'east',
  'south-east',
  'south',
  'south-west',
  'west',
  'north-west',
] as const;

/** Which way from one position to another, by the flat map about them. */
export function windText(from: readonly [number, number], to: readonly [number, number]): string {
  const scale = Math.cos((((from[1] + to[1]) / 2) * Math.PI) / 180);
  const turn = Math.atan2((to[0] - from[0]) * scale, to[1] - from[1]) / (2 * Math.PI);
  return WINDS[Math.round(turn * 8 + 8) % 8] ?? 'north';
}

/** `45,037 bytes`, `3.2 MB`. */
export function sizeText(bytes: number): string {
  if (bytes < 1_000_000) return many(bytes, 'byte');
  return bytes < 1e9 ? `${(bytes / 1e6).toFixed(1)} MB` : `${(bytes / 1e9).toFixed(1)} GB`;
}

/** `“…”`, shortened in the middle of nowhere: at most 60 characters. */
export const quoted = (text: string): string =>
  `“${text.length > 60 ? `${text.slice(0, 59)}…` : text}”`;

/** Sentence case: the first letter upper. */
export const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** `CSV (table of text), UTF-8`. */
export const formatText = (format: string | undefined, encoding?: string): string =>
  [format === undefined ? 'Unknown format' : formatName(format), encoding?.toUpperCase()]
    .filter((part) => part !== undefined)
    .join(', ');

/** A digest short enough to compare by eye: `ab5a6bea…3192e`. */
export const shortHash = (sha256: string): string => `${sha256.slice(0, 8)}…${sha256.slice(-5)}`;
