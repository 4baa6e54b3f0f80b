import type { IssueKind } from './issue-kind.ts';

/** Issues of `column.*`. Source: ODIN issue catalogue; see docs/issues.md. */
export const COLUMN_ISSUES = {
  'column.missing-required': {
    severity: 'error',
    mender: 'publisher',
    meaning: 'A column this kind of data must have is not in the file.',
    mend: 'Add the column, or point ODIN to the column that holds it under another heading.',
  },
  'column.unmapped': {
    severity: 'info',
    mender: 'both',
    meaning:
      'A column matches nothing ODIN knows, so it is kept as published and shown under “More from the publisher”.',
    mend: 'Nothing need be done; map it by hand if it holds something the list offers.',
  },
  'column.ambiguous': {
    severity: 'warning',
    mender: 'publisher',
    meaning: 'A column could mean more than one thing, and ODIN is not sure which.',
    mend: 'Choose what it means, or give the column a clearer heading.',
  },
  'column.mapped-by-suggestion': {
    severity: 'notice',
    mender: 'both',
    meaning: 'ODIN chose what a column means from its heading and values; nobody has confirmed it.',
    mend: 'Check the choice and confirm it, and ODIN will use it for the next edition.',
  },
  'column.duplicate-target': {
    severity: 'error',
    mender: 'publisher',
    meaning: 'Two columns were matched to the same attribute, and only one of them can fill it.',
    mend: 'Say which column to use, or give the first column that is not empty.',
  },
  'column.all-empty': {
    severity: 'warning',
    mender: 'publisher',
    meaning: 'A column has a heading and no value in any row.',
    mend: 'Fill the column in or leave it out.',
  },
  'column.single-value': {
    severity: 'notice',
    mender: 'both',
    meaning: 'A column holds the same value in every row.',
    mend: 'Check that it was not filled down by mistake; if it is right, nothing need be done.',
  },
  'column.unit-assumed': {
    severity: 'warning',
    mender: 'publisher',
    meaning: 'The figures come without a unit, so ODIN took the usual one.',
    mend: 'Put the unit in the heading, such as “Site area (ha)”.',
  },
  'column.geometry-chosen': {
    severity: 'info',
    mender: 'both',
    meaning: 'ODIN chose which columns say where each record is.',
    mend: 'Nothing need be done; say so in the source if other columns should be used.',
  },
  'column.unknown-type': {
    severity: 'notice',
    mender: 'both',
    meaning:
      'ODIN could not tell what kind of thing the records are, so they are kept as unclassified with all their columns.',
    mend: 'Choose the feature type, and everything is read again with it.',
  },
} as const satisfies Readonly<Record<string, IssueKind>>;
