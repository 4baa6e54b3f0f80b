import type { SiteColumn } from '#data/schema/sites.ts';
import type { What } from '#data/siting/criterion.ts';
import { SPACE } from '#data/siting/figures.ts';
import type { Points, Robustness } from '#data/siting/ranking.ts';
import { sayValue } from '#data/siting/words.ts';
import { SITE_NAMES } from '../site-names.ts';

/** Names of the vocabulary, for sentences about criteria. */
export const NAMES = SITE_NAMES;

/** A value as the report says it; codes by their names. */
export function valueText(column: SiteColumn | undefined, index: number, what: What): string {
  if (!column) return 'not measured';
  const text = column.text[index];
  if (column.kind === 'text' && typeof text === 'string' && 'attribute' in what) {
    return text
      .split(';')
      .map((code) => SITE_NAMES.value?.(what.attribute, code) ?? code)
      .join(', ');
  }
  return sayValue(column, index);
}

const one = (value: number): string => value.toFixed(1);
const short = (value: number): string => `${Number(value.toFixed(1))}`;

/** Points without their weight: `13.4`, `0–17`. */
export const pointsText = ({ low, high }: Pick<Points, 'low' | 'high'>): string =>
  one(low) === one(high) ? one(low) : `${short(low)}–${short(high)}`;

/** A weight as used: `30`, `12.5`. */
export const weightText = (of: number): string => short(of);

/** Whole draws of a share: `873`. */
export const drawsOf = ({ draws }: Robustness, share: number): number => Math.round(share * draws);

/** Within a sentence: `Demand headroom` becomes `demand headroom`, `SSSI` stays. */
export const lower = (text: string): string =>
  /^\p{Lu}\p{Ll}/u.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;

export const upper = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** `a`, `a and b`, `a, b and c`. */
export const listed = (items: readonly string[]): string =>
  items.length < 2
    ? items.join('')
    : `${items.slice(0, -1).join(', ')} and ${items[items.length - 1] ?? ''}`;

/** Names of licences short enough for a column. Source: the licences' own short names. */
const SHORT: Readonly<Record<string, string>> = {
  'OGL-UK-3.0': `OGL${SPACE}v3`,
  'OGL-UK-2.0': `OGL${SPACE}v2`,
  'ODbL-1.0': 'ODbL',
  'CC0-1.0': 'CC0',
  'CC-BY-4.0': `CC${SPACE}BY`,
};

export const shortLicence = (id: string): string => SHORT[id] ?? id;

/** A moment to the second, in the clock of the whole world: `23 Nov 2026, 16:59:13 UTC`. */
export function momentText(iso: string): string {
  const at = new Date(iso);
  const [, clock = ''] = /T(\d{2}:\d{2}:\d{2})/.exec(at.toISOString()) ?? [];
  return `${dayText(iso)}, ${clock}${SPACE}UTC`;
}

const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/** The day of a moment, as UTC has it: `23 Nov 2026`. */
export function dayText(iso: string): string {
  const at = new Date(iso);
  return `${at.getUTCDate()}${SPACE}${MONTHS[at.getUTCMonth()] ?? ''}${SPACE}${at.getUTCFullYear()}`;
}

/** A publisher within a table; that a demonstration is one is said by the badge beside it. */
export const ownerText = (shortName: string): string => shortName.replace(' (demonstration)', '');

/** What a search looks through is called. */
export const nounOf = (key: string): 'cell' | 'area' | 'site' =>
  key.startsWith('cell:') ? 'cell' : key.startsWith('area:') ? 'area' : 'site';
