import type { IssueKind } from './issue-kind.ts';

/** Issues of `fetch.*`. Source: ODIN issue catalogue; see docs/issues.md. */
export const FETCH_ISSUES = {
  'fetch.unreachable': {
    severity: 'critical',
    mender: 'publisher',
    meaning: 'The address could not be reached.',
    mend: 'Check the address, and that the server lets others in.',
  },
  'fetch.http-status': {
    severity: 'error',
    mender: 'publisher',
    meaning: 'The server answered with an error in place of the data.',
    mend: 'Open the address in a browser; correct it or ask the web team.',
  },
  'fetch.auth-required': {
    severity: 'error',
    mender: 'publisher',
    meaning: 'The server asks for a name and password or a key.',
    mend: 'Publish the file where no sign-in is needed, or give ODIN a key.',
  },
  'fetch.html-instead-of-data': {
    severity: 'critical',
    mender: 'publisher',
    meaning: 'The address gives a web page, not a data file.',
    mend: 'Give the address of the file itself: the one the download button opens.',
  },
  'fetch.not-data-format': {
    severity: 'critical',
    mender: 'publisher',
    meaning:
      'The address gives a document or a picture, such as a PDF, that holds no readable data.',
    mend: 'Publish the table or map as CSV, Excel, GeoJSON, Shapefile or GeoPackage.',
  },
  'fetch.tls-invalid': {
    severity: 'warning',
    mender: 'publisher',
    meaning: 'The server’s certificate is out of date or does not fit its name.',
    mend: 'Ask the web team to renew the certificate.',
  },
  'fetch.redirected-host': {
    severity: 'notice',
    mender: 'both',
    meaning: 'The address sends visitors on to another server.',
    mend: 'Register the new address, so that the old one may be closed.',
  },
  'fetch.too-large': {
    severity: 'critical',
    mender: 'publisher',
    meaning: 'The file is larger than ODIN accepts.',
    mend: 'Split the file, or leave out columns that nobody needs.',
  },
  'fetch.truncated': {
    severity: 'error',
    mender: 'publisher',
    meaning: 'Less data arrived than the server announced.',
    mend: 'Try again; if it happens again, ask the web team to check the download.',
  },
  'fetch.paging-incomplete': {
    severity: 'error',
    mender: 'publisher',
    meaning: 'The service gives its records page by page, and some pages did not arrive.',
    mend: 'Try again; if it happens again, publish the dataset as one file.',
  },
  'fetch.unchanged': {
    severity: 'info',
    mender: 'both',
    meaning: 'The file is the same as last time, so nothing was done.',
    mend: 'Nothing need be done.',
  },
  'fetch.stale': {
    severity: 'warning',
    mender: 'publisher',
    meaning: 'The file has not changed for longer than its publisher promised.',
    mend: 'Publish a new edition, or confirm that nothing has changed.',
  },
  'fetch.overdue': {
    severity: 'warning',
    mender: 'publisher',
    meaning: 'A new edition was due and has not come.',
    mend: 'Publish the new edition, or change the promised date.',
  },
  'fetch.broken-30-days': {
    severity: 'error',
    mender: 'publisher',
    meaning: 'The address has failed every day for a month.',
    mend: 'Give the new address, or withdraw the dataset.',
  },
  'fetch.schema-drift': {
    severity: 'warning',
    mender: 'publisher',
    meaning: 'The columns are not those of the last edition: some were added, removed or renamed.',
    mend: 'Check that the changes were meant, and map the new columns.',
  },
} as const satisfies Readonly<Record<string, IssueKind>>;
