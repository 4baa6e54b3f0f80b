import type { IssueKind } from './issue-kind.ts';

/** Issues of `table.*`. Source: ODIN issue catalogue; see docs/issues.md. */
export const TABLE_ISSUES = {
  'table.delimiter-guessed': {
    severity: 'info',
    mender: 'both',
    meaning:
      'What separates the columns was worked out from the file: comma, semicolon, tab or another sign.',
    mend: 'Nothing need be done.',
  },
  'table.header-not-first-row': {
    severity: 'notice',
    mender: 'both',
    meaning: 'The headings are not in the first row, because a title or a note stands above them.',
    mend: 'Nothing need be done; headings in the first row suit every program.',
  },
  'table.multi-row-header': {
    severity: 'notice',
    mender: 'both',
    meaning: 'The headings run over more than one row, and ODIN joined them.',
    mend: 'Put each heading in one cell of one row.',
  },
  'table.blank-header': {
    severity: 'error',
    mender: 'publisher',
    meaning: 'A column has values and no heading.',
    mend: 'Give the column a heading.',
  },
  'table.duplicate-header': {
    severity: 'error',
    mender: 'publisher',
    meaning: 'Two columns have the same heading.',
    mend: 'Give each column a heading of its own.',
  },
  'table.merged-cells': {
    severity: 'warning',
    mender: 'publisher',
    meaning: 'Cells are merged, so some rows seem empty.',
    mend: 'Unmerge the cells and fill each row.',
  },
  'table.hidden-rows-or-sheets': {
    severity: 'warning',
    mender: 'publisher',
    meaning:
      'The workbook hides rows, columns or sheets, and what is hidden would be published too.',
    mend: 'Unhide and check them, or delete them.',
  },
  'table.formula-errors': {
    severity: 'error',
    mender: 'publisher',
    meaning: 'A cell shows an error such as #REF! in place of a value.',
    mend: 'Correct the formula, or paste the value.',
  },
  'table.total-row': {
    severity: 'warning',
    mender: 'publisher',
    meaning: 'The last row is a total, not a record, so ODIN left it out.',
    mend: 'Leave totals out of published tables.',
  },
  'table.blank-row': {
    severity: 'info',
    mender: 'both',
    meaning: 'An empty row was skipped.',
    mend: 'Nothing need be done.',
  },
  'table.template-row': {
    severity: 'info',
    mender: 'both',
    meaning: 'A row of the template, such as an example or an explanation, was skipped.',
    mend: 'Nothing need be done; delete it before publishing.',
  },
  'table.extra-cell': {
    severity: 'error',
    mender: 'publisher',
    meaning: 'A row has more cells than there are headings, often because of a comma in a value.',
    mend: 'Put quotation marks round values with commas, or export the file again.',
  },
  'table.missing-cell': {
    severity: 'error',
    mender: 'publisher',
    meaning: 'A row has fewer cells than there are headings.',
    mend: 'Export the file again and check this row.',
  },
  'table.float-formatted-id': {
    severity: 'warning',
    mender: 'publisher',
    meaning: 'A reference is written as a decimal number, such as 12.0.',
    mend: 'Format the column as text before saving.',
  },
  'table.leading-zero-lost': {
    severity: 'warning',
    mender: 'publisher',
    meaning: 'References that should begin with 0 have lost it.',
    mend: 'Format the column as text and type the zeros again.',
  },
  'table.scientific-notation-id': {
    severity: 'error',
    mender: 'publisher',
    meaning: 'A long number was shortened to the like of 1.23E+11, and its last digits are lost.',
    mend: 'Format the column as text and copy the numbers from the original.',
  },
  'table.excel-date-serial': {
    severity: 'info',
    mender: 'both',
    meaning: 'A date was stored as a day number, and ODIN turned it back into a date.',
    mend: 'Nothing need be done.',
  },
  'table.truncated-value': {
    severity: 'warning',
    mender: 'publisher',
    meaning:
      'A value stops at exactly the longest length the format allows, so its end may be lost.',
    mend: 'Check the value; a GeoPackage or CSV keeps the whole text.',
  },
  'table.row-limit-hit': {
    severity: 'error',
    mender: 'publisher',
    meaning:
      'The table ends at exactly a limit such as 65,536 rows or 2,000 records, so more may be missing.',
    mend: 'Export all records, in parts or in another format.',
  },
  'table.too-many-columns': {
    severity: 'critical',
    mender: 'publisher',
    meaning: 'The table has more columns than ODIN reads.',
    mend: 'Leave out the columns that nobody needs.',
  },
  'table.layer-chosen': {
    severity: 'notice',
    mender: 'both',
    meaning: 'The file holds several sheets or layers, and ODIN took the one that looks like data.',
    mend: 'Check that it is the right one; choose another if not.',
  },
  'table.all-layers-taken': {
    severity: 'info',
    mender: 'both',
    meaning: 'The file holds several layers alike, and ODIN took them all.',
    mend: 'Nothing need be done.',
  },
  'table.header-missing': {
    severity: 'error',
    mender: 'publisher',
    meaning: 'The table has no row of column headings.',
    mend: 'Put the name of each column in the first row.',
  },
  'table.quote-unbalanced': {
    severity: 'error',
    mender: 'publisher',
    meaning: 'A quotation mark is opened or closed in the wrong place.',
    mend: 'Double each quotation mark inside a quoted cell and close every quoted cell.',
  },
  'table.record-too-large': {
    severity: 'error',
    mender: 'publisher',
    meaning: 'One record is larger than 1 MB, so it was not read.',
    mend: 'Check for a quotation mark that is never closed.',
  },
  'table.units-row': {
    severity: 'notice',
    mender: 'both',
    meaning: 'The row under the headings holds units, not data.',
    mend: 'Nothing to do: the row was not taken as a record.',
  },
  'table.deleted-row': {
    severity: 'info',
    mender: 'both',
    meaning: 'Rows marked as deleted were left out.',
    mend: 'Nothing to do; pack the table if they should not be in the file.',
  },
  'table.second-table': {
    severity: 'error',
    mender: 'publisher',
    meaning: 'A second table, with headings of its own, begins below the first; it was not read.',
    mend: 'Give each table a sheet or a file of its own.',
  },
  'table.note-row': {
    severity: 'notice',
    mender: 'both',
    meaning: 'A row under the table is a note, not data; it was left out.',
    mend: 'Put notes in a separate file or sheet.',
  },
  'table.no-records': {
    severity: 'error',
    mender: 'publisher',
    meaning: 'There are headings, or an empty list, and not one record under them.',
    mend: 'Check the filter or selection used for the export, and export the records again.',
  },
} as const satisfies Readonly<Record<string, IssueKind>>;
