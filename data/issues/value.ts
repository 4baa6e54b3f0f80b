import type { IssueKind } from './issue-kind.ts';

/** Issues of `value.*`. Source: ODIN issue catalogue; see docs/issues.md. */
export const VALUE_ISSUES = {
  'value.missing': {
    severity: 'error',
    mender: 'publisher',
    meaning: 'A value that is needed is empty.',
    mend: 'Fill it in, or say that it is not known.',
  },
  'value.null-token': {
    severity: 'info',
    mender: 'both',
    meaning: 'A word or sign that means “nothing”, such as N/A, was read as an empty cell.',
    mend: 'Nothing need be done; leave such cells empty.',
  },
  'value.date-invalid': {
    severity: 'error',
    mender: 'publisher',
    meaning: 'The date cannot be read.',
    mend: 'Write it as 2026-03-21, or 2026-03 or 2026 when no more is known.',
  },
  'value.date-ambiguous-order': {
    severity: 'warning',
    mender: 'publisher',
    meaning: 'The dates can be read day first or month first, and ODIN took day first.',
    mend: 'Write dates as 2026-03-21.',
  },
  'value.date-partial': {
    severity: 'info',
    mender: 'both',
    meaning: 'Only the year or the month is given, and ODIN kept it so.',
    mend: 'Nothing need be done.',
  },
  'value.date-two-digit-year': {
    severity: 'warning',
    mender: 'publisher',
    meaning: 'The year has two digits, so ODIN took the likeliest century.',
    mend: 'Write the year with four digits.',
  },
  'value.date-far-past': {
    severity: 'error',
    mender: 'publisher',
    meaning: 'The date is before 1800, which is likely a slip.',
    mend: 'Check the date.',
  },
  'value.date-far-future': {
    severity: 'error',
    mender: 'publisher',
    meaning: 'The date is more than fifty years ahead, which is likely a slip.',
    mend: 'Check the date.',
  },
  'value.entry-date-future': {
    severity: 'error',
    mender: 'publisher',
    meaning: 'The record says it was changed after today.',
    mend: 'Check the date.',
  },
  'value.date-order': {
    severity: 'error',
    mender: 'publisher',
    meaning: 'The start is later than the end.',
    mend: 'Check both dates.',
  },
  'value.integer-invalid': {
    severity: 'error',
    mender: 'publisher',
    meaning: 'A whole number is expected and the cell holds something else.',
    mend: 'Write figures only, such as 12.',
  },
  'value.decimal-invalid': {
    severity: 'error',
    mender: 'publisher',
    meaning: 'A number is expected and the cell holds something else.',
    mend: 'Write figures only, such as 0.46, with the unit in the heading.',
  },
  'value.too-small': {
    severity: 'error',
    mender: 'publisher',
    meaning: 'The number is smaller than can be right.',
    mend: 'Check the number and its unit.',
  },
  'value.too-large': {
    severity: 'error',
    mender: 'publisher',
    meaning: 'The number is larger than can be right.',
    mend: 'Check the number and its unit.',
  },
  'value.unit-converted': {
    severity: 'info',
    mender: 'both',
    meaning: 'The figure was converted to the unit ODIN uses.',
    mend: 'Nothing need be done.',
  },
  'value.flag-invalid': {
    severity: 'error',
    mender: 'publisher',
    meaning: 'Yes or no is expected and the cell holds something else.',
    mend: 'Write yes or no.',
  },
  'value.code-unknown': {
    severity: 'error',
    mender: 'publisher',
    meaning:
      'The value is not on the list for this attribute, so it is kept as published and not used for filters.',
    mend: 'Use a value of the list, or tell ODIN which of them it means.',
  },
  'value.code-synonym-mapped': {
    severity: 'info',
    mender: 'both',
    meaning: 'The value is another way to write one of the list, and ODIN used that.',
    mend: 'Nothing need be done.',
  },
  'value.url-invalid': {
    severity: 'error',
    mender: 'publisher',
    meaning: 'A web address is expected and the cell holds something else.',
    mend: 'Give the whole address, beginning with https://.',
  },
  'value.url-dead': {
    severity: 'notice',
    mender: 'both',
    meaning: 'The web address leads nowhere.',
    mend: 'Correct the address or leave it out.',
  },
  'value.email-invalid': {
    severity: 'error',
    mender: 'publisher',
    meaning: 'An e-mail address is expected and the cell holds something else.',
    mend: 'Correct the address or leave it out.',
  },
  'value.pattern': {
    severity: 'error',
    mender: 'publisher',
    meaning: 'The value is not written in the form expected.',
    mend: 'Write it in the form the message shows.',
  },
  'value.uprn-checksum-or-range': {
    severity: 'error',
    mender: 'publisher',
    meaning: 'A UPRN has up to twelve digits and this value has not.',
    mend: 'Copy the UPRN from the gazetteer, with the column formatted as text.',
  },
  'value.usrn-unknown': {
    severity: 'warning',
    mender: 'publisher',
    meaning: 'No street has this USRN.',
    mend: 'Copy the USRN from the street gazetteer.',
  },
  'value.gss-unknown': {
    severity: 'error',
    mender: 'publisher',
    meaning: 'No area has this code.',
    mend: 'Copy the code from the ONS list: a letter and eight digits.',
  },
  'value.gss-superseded': {
    severity: 'warning',
    mender: 'publisher',
    meaning: 'The area code is of an area that has since changed.',
    mend: 'Use the current code.',
  },
  'value.organisation-unknown': {
    severity: 'error',
    mender: 'publisher',
    meaning: 'No organisation of the register has this name or code.',
    mend: 'Use the code of the register, such as local-authority:TRF.',
  },
  'value.postcode-invalid': {
    severity: 'warning',
    mender: 'publisher',
    meaning: 'The postcode is not written as postcodes are.',
    mend: 'Correct it, such as M2 5DB.',
  },
  'value.grid-ref-parsed': {
    severity: 'info',
    mender: 'both',
    meaning: 'The position was read from a grid reference.',
    mend: 'Nothing need be done.',
  },
  'value.html-stripped': {
    severity: 'info',
    mender: 'both',
    meaning: 'The text held web formatting, and ODIN kept the words only.',
    mend: 'Nothing need be done.',
  },
  'value.formula-injection': {
    severity: 'warning',
    mender: 'publisher',
    meaning:
      'The value begins with a sign that a spreadsheet would run as a formula; ODIN keeps it as text and makes it harmless in downloads.',
    mend: 'Remove the sign, unless it belongs there.',
  },
  'value.personal-data-suspected': {
    severity: 'error',
    mender: 'publisher',
    meaning:
      'The cell seems to hold somebody’s name, telephone number, e-mail or other personal data.',
    mend: 'Remove it, or confirm that it may be published; nothing is published until then.',
  },
  'value.patched': {
    severity: 'info',
    mender: 'both',
    meaning: 'A known slip of the publisher was corrected by a rule of the source.',
    mend: 'Correct it in the file, and the rule can go.',
  },
  'value.patch-stale': {
    severity: 'warning',
    mender: 'publisher',
    meaning:
      'A correction kept for one record no longer fits: the record is gone or its value has changed.',
    mend: 'Check the record; when the file is right now, take the correction out of the descriptor.',
  },
  'value.defaulted': {
    severity: 'info',
    mender: 'both',
    meaning: 'The cell was empty, and the source says what to take in its place.',
    mend: 'Nothing need be done.',
  },
  'value.default-from-field': {
    severity: 'info',
    mender: 'both',
    meaning: 'The cell was empty, and the value of another column was taken.',
    mend: 'Nothing need be done.',
  },
  'value.combined': {
    severity: 'info',
    mender: 'both',
    meaning: 'The value was put together from several columns.',
    mend: 'Nothing need be done.',
  },
  'value.too-long': {
    severity: 'warning',
    mender: 'publisher',
    meaning: 'The text is longer than ODIN keeps.',
    mend: 'Shorten it, or give a link to the whole.',
  },
} as const satisfies Readonly<Record<string, IssueKind>>;
