import { findColumn } from '../draft/context.ts';
import { Refusal } from '../refusal.ts';
import { quoted } from '../words.ts';
import type { Matter, Offer } from './offer.ts';

/** What can be done about a column, or a hidden part, that may describe persons: gone, lessened, or justified. */
export function personalOffers({ issue, context }: Matter): readonly Offer[] {
  const { column, layer } = issue;
  const isColumn = column !== undefined && findColumn(context, column, layer) !== undefined;
  return [...(isColumn ? columnOffers(column) : []), justify(issue)];
}

function columnOffers(column: string): Offer[] {
  const redact = (how: 'drop' | 'blank' | 'year' | 'outcode') => ({
    kind: 'redact' as const,
    redaction: { column, how },
  });
  return [
    {
      id: 'drop',
      title: 'Remove the column',
      consequence: 'Nobody sees it. The file as sent is kept, and never handed out.',
      suggested: true,
      decide: () => ({ decisions: [redact('drop')], words: `remove ${column}` }),
    },
    {
      id: 'blank',
      title: 'Blank these cells',
      consequence: 'The rest of the column stays.',
      decide: () => ({ decisions: [redact('blank')], words: `blank cells of ${column}` }),
    },
    {
      id: 'year',
      title: 'Keep only the year',
      consequence: 'For dates: 3 May 1961 becomes 1961.',
      decide: () => ({ decisions: [redact('year')], words: `keep only years of ${column}` }),
    },
    {
      id: 'outcode',
      title: 'Keep only the first half of the postcode',
      consequence: 'OL16 1AB becomes OL16.',
      decide: () => ({
        decisions: [redact('outcode')],
        words: `keep only first halves of ${column}`,
      }),
    },
  ];
}

/** Fewer letters justify nothing. */
const LEAST_REASON = 10;

function justify({ code, column, layer }: Matter['issue']): Offer {
  return {
    id: 'justify',
    title: 'Say why it may be published',
    consequence: 'Kept with your name and the date, for this dataset.',
    input: {
      kind: 'reason',
      label: 'Why it is not personal, or may be public',
      hint: 'A sentence',
    },
    decide: (value) => {
      if (value.trim().length < LEAST_REASON) {
        throw new Refusal('bad-request', 'Say in a sentence why it may be published.');
      }
      return {
        decisions: [
          {
            kind: 'accept',
            code,
            ...(column === undefined ? {} : { column }),
            ...(layer === undefined || layer === '' ? {} : { layer }),
          },
        ],
        words: `publish ${quoted(column ?? layer ?? 'it')}, with a reason`,
        why: value.trim(),
      };
    },
  };
}
