import type { CoverageStatus } from '#data/schema/coverage.ts';
import { type Html, html } from './html.ts';

type Sign = {
  /** One word, as it stands in a cell. */
  readonly word: string;
  /** What it means, for the key. */
  readonly meaning: string;
  /** Of the cell: tinted only where somebody is needed. */
  readonly tone: 'good' | 'bad' | 'info' | 'warn' | 'quiet';
  readonly glyph: Html;
};

const DISC = html`<circle cx="8" cy="8" r="7" class="disc"/>`;

/** Word, glyph and tone of each status: shape and word differ as well as colour. */
export const STATUS_SIGNS: Readonly<Record<CoverageStatus, Sign>> = {
  live: {
    word: 'Live',
    meaning: 'supplied and in date',
    tone: 'good',
    glyph: html`${DISC}<path d="m4.8 8.2 2.2 2.2 4.2-4.6"/>`,
  },
  fix: {
    word: 'Fix',
    meaning: 'something in it is wrong',
    tone: 'bad',
    glyph: html`<path d="M8 1 15.5 14.5H.5z" class="disc"/><path d="M8 6v4m0 1.6v1.2"/>`,
  },
  due: {
    word: 'Due',
    meaning: 'promised within 30 days',
    tone: 'info',
    glyph: html`<circle cx="8" cy="8" r="6.4"/><path d="M8 4.4V8l2.4 1.6"/>`,
  },
  late: {
    word: 'Late',
    meaning: 'past the promised date',
    tone: 'warn',
    glyph: html`${DISC}<path d="M8 4.4V8l2.4 1.6"/>`,
  },
  synthetic: {
    word: 'Synthetic',
    meaning: 'made up for demonstration, so not supplied',
    tone: 'quiet',
    glyph: html`<rect x="1.5" y="1.5" width="13" height="13" class="dash"/><path d="M3 9.5 9.5 3M4 13 13 4M8.5 13.5 13 9"/>`,
  },
  'none-held': {
    word: 'Nil',
    meaning: 'its publisher says that it holds none',
    tone: 'quiet',
    glyph: html`<circle cx="8" cy="8" r="6.4"/><path d="M3.6 12.4 12.4 3.6"/>`,
  },
  none: {
    word: 'None',
    meaning: 'nobody has supplied it, which does not mean that nothing is there',
    tone: 'quiet',
    glyph: html`<circle cx="8" cy="8" r="6" class="dash"/>`,
  },
};

/** A status as a word with its glyph. */
export function statusSign(status: CoverageStatus): Html {
  const { word, tone, glyph } = STATUS_SIGNS[status];
  return html`<span class="status ${tone}"><svg viewBox="0 0 16 16" aria-hidden="true">${glyph}</svg>${word}</span>`;
}
