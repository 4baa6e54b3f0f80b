import type { Examples } from './example.ts';

/** Examples of `value.*`. */
export const VALUE_EXAMPLES: Examples = {
  'value.missing': ['an empty site reference', 'The record is kept without it.'],
  'value.null-token': ['`N/A`, `-`, `not known`', 'Read as empty.'],
  'value.date-invalid': ['`31/02/2019`, `0220/12/24`', 'Kept as published; no date is made of it.'],
  'value.date-ambiguous-order': [
    '`03/04/2019` in a column where no day is above 12',
    'Read as 3 April 2019.',
  ],
  'value.date-partial': ['`1984`, `March 1984`', 'Kept as 1984, 1984-03.'],
  'value.date-two-digit-year': ['`Sep-63`', 'Read as September 1963.'],
  'value.date-far-past': ['`01/01/1066`', 'Kept, and told.'],
  'value.date-far-future': ['`2919-01-01`', 'Kept, and told.'],
  'value.entry-date-future': ['an entry date next year', 'Kept, and told.'],
  'value.date-order': ['start 2024-05-01, end 2023-05-01', 'Both are kept, and told.'],
  'value.integer-invalid': ['`about 12` dwellings', 'Kept as published; no number is made of it.'],
  'value.decimal-invalid': ['`0..46`', 'Kept as published; no number is made of it.'],
  'value.too-small': ['an area of -3 ha', 'Kept as published.'],
  'value.too-large': ['a voltage of 33,000 kV', 'Kept as published.'],
  'value.outlier': ['one site of 4,600 ha among sites of 4', 'Kept, and told.'],
  'value.unit-converted': ['`4,600 m²`', 'Read as 0.46 ha.'],
  'value.flag-invalid': ['`perhaps` under “Deliverable”', 'Kept as published; neither yes nor no.'],
  'value.code-unknown': ['ownership `see file`', 'Kept as published, not used in filters.'],
  'value.code-synonym-mapped': [
    '`onwed by a public authorty`',
    'Read as owned by a public authority.',
  ],
  'value.url-invalid': [
    '`Available within individual site Pdf`',
    'Kept as published; no link is made of it.',
  ],
  'value.pattern': ['a reference not of the form asked', 'Kept, and told.'],
  'value.uprn-checksum-or-range': ['UPRN `1234567890123`', 'Kept as published.'],
  'value.usrn-unknown': ['USRN `999`', 'Kept as published.'],
  'value.gss-unknown': ['`E0800003`, a digit short', 'Kept as published.'],
  'value.postcode-invalid': ['`M2 5D8`', 'Kept as published.'],
  'value.html-stripped': ['`<b>Oak</b>&nbsp;Road`', 'Read as “Oak Road”.'],
  'value.formula-injection': ['`=HYPERLINK("…")`', 'Kept as text; harmless in every download.'],
  'value.personal-data-suspected': [
    '`see jane.smith@…` in “Notes”; names on a hidden sheet',
    'Held as a draft until it is taken out or confirmed with a reason; reports show it masked.',
  ],
  'value.patched': [
    '`415554` for `41554` by a rule of the descriptor',
    'The rule’s value is used; the published one is kept.',
  ],
  'value.patch-stale': [
    'a rule for a value that no longer stands in the file',
    'The rule does nothing, and is named.',
  ],
  'value.too-long': ['a description of 200,000 characters', 'Shortened.'],
  'value.several-figures': [
    '`12 to 15` dwellings',
    'Kept as published; no single number is made of it.',
  ],
  'value.contradiction': ['“Owned by: council”, “Public land: no”', 'Both are kept, and told.'],
  'value.filled-down': [
    '`E08000037`, `E08000038`, `E08000039` … down a column',
    'Kept as published, and told.',
  ],
};
