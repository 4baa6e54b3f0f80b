import type { AccessState, Precision } from '#data/schema/access.ts';

/** What people call a state, and what it means for others. */
export const STATE_WORDS: Readonly<
  Record<AccessState, { readonly title: string; readonly meaning: string }>
> = {
  open: { title: 'Open', meaning: 'Everybody may see it, as its licence says.' },
  registered: { title: 'Registered', meaning: 'Whoever is signed in may see it.' },
  shared: {
    title: 'Shared',
    meaning: 'Organisations whose owner has accepted the terms of sharing may see it.',
  },
  'by-agreement': {
    title: 'By agreement',
    meaning: 'Only organisations it is granted to may see it, for the purpose agreed, until a day.',
  },
  'metadata-only': {
    title: 'Metadata only',
    meaning: 'Others may know what it is and whom to ask. Agreements about it give nothing.',
  },
  closed: {
    title: 'Closed',
    meaning: 'Nobody else learns that it exists. Agreements about it give nothing.',
  },
};

/** What people call a precision. */
export const PRECISION_WORDS: Readonly<Record<Precision, string>> = {
  exact: 'Exact, as published',
  '100-m': 'Squares of 100 m with counts',
  '250-m': 'Hexagons of 250 m with counts',
  count: 'How many there are',
  existence: 'Whether there are any',
};
