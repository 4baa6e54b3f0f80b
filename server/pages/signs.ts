import type { LicenceSummary } from '#data/schema/api.ts';
import { type Html, html } from './html.ts';

type Chip = LicenceSummary['chip'];

/** Word, tone and glyph of each licence chip; the map's panel shows the same. */
const CHIPS: Readonly<Record<Chip, { word: string; tone: string; path: string }>> = {
  open: { word: 'Open', tone: 'good', path: 'M4 7h8v6H4zM6 7V5a2 2 0 0 1 4-.6' },
  attribution: { word: 'Attribution', tone: 'good', path: 'M4 7h8v6H4zM6 7V5a2 2 0 0 1 4-.6' },
  'share-alike': {
    word: 'Share-alike',
    tone: 'warn',
    path: 'M3 8a5 5 0 0 1 9-3M13 8a5 5 0 0 1-9 3M12 2v3H9M4 14v-3h3',
  },
  'view-only': {
    word: 'View only',
    tone: 'ink',
    path: 'M1.5 8S4 3.8 8 3.8 14.5 8 14.5 8 12 12.2 8 12.2 1.5 8 1.5 8zM8 6.3a1.7 1.7 0 1 1 0 3.4',
  },
  restricted: { word: 'Restricted', tone: 'ink', path: 'M4 7h8v6H4zM6 7V5a2 2 0 0 1 4 0v2' },
  'not-stated': {
    word: 'Not stated',
    tone: 'bad',
    path: 'M6 6a2 2 0 1 1 3 1.7c-.7.4-1 .8-1 1.5M8 11.8v.2',
  },
};

/** What may be done with data, by word, glyph and colour. */
export function licenceChip(chip: Chip): Html {
  const { word, tone, path } = CHIPS[chip];
  return html`<span class="chip ${tone}"><svg viewBox="0 0 16 16" aria-hidden="true"><path d="${path}"/></svg>${word}</span>`;
}

/** Stands wherever made-up data does. */
export const SYNTHETIC = html`<span class="synthetic" title="Made up for demonstration, not a record of anything real"><svg viewBox="0 0 10 10" aria-hidden="true"><path d="M0 4 4 0M0 10 10 0M6 10l4-4"/></svg>Synthetic</span>`;

/** Head cells of a table; those that begin with `#` are set right, as figures are. */
export const headRow = (...names: readonly string[]): Html =>
  html`<thead><tr>${names.map((name) =>
    name.startsWith('#')
      ? html`<th scope="col" class="figure">${name.slice(1)}</th>`
      : html`<th scope="col">${name}</th>`,
  )}</tr></thead>`;

/** Facts as a list of terms; those without a value are left out. */
export const facts = (rows: readonly (readonly [string, Html | string | undefined])[]): Html =>
  html`<dl class="facts">${rows.map(([term, value]) =>
    value === undefined || value === ''
      ? undefined
      : html`<div><dt>${term}</dt><dd>${value}</dd></div>`,
  )}</dl>`;

/** Where a layer, or one feature of it, is shown on the map. */
export function mapAddress(layerId: string, featureId?: string): string {
  const feature = featureId === undefined ? '' : `&feature=${encodeURIComponent(featureId)}`;
  return `/?layers=${encodeURIComponent(layerId)}${feature}`;
}
