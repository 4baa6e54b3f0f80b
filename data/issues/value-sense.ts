import type { IssueKind } from './issue-kind.ts';

/** Issues of `value.*` about figures and columns that cannot mean what they say. Source: ODIN issue catalogue; see docs/issues.md. */
export const VALUE_SENSE_ISSUES = {
  'value.several-figures': {
    severity: 'info',
    mender: 'both',
    meaning:
      'The cell holds a range or several figures, and ODIN took the one the attribute is for.',
    mend: 'Nothing need be done; a column for each figure says it plainly.',
  },
  'value.contradiction': {
    severity: 'warning',
    mender: 'publisher',
    meaning: 'Two columns of the record say things that cannot both be right.',
    mend: 'Check both and correct the one that is wrong.',
  },
  'value.filled-down': {
    severity: 'warning',
    mender: 'publisher',
    meaning:
      'A column that should say the same in every row counts upwards, as happens when a cell is dragged down in a spreadsheet.',
    mend: 'Copy the first value into every row.',
  },
  'value.outlier': {
    severity: 'notice',
    mender: 'both',
    meaning: 'The number is far from all the others in the column.',
    mend: 'Check it; if it is right, nothing need be done.',
  },
} as const satisfies Readonly<Record<string, IssueKind>>;
