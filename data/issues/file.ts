import type { IssueKind } from './issue-kind.ts';

/** Issues of `file.*`. Source: ODIN issue catalogue; see docs/issues.md. */
export const FILE_ISSUES = {
  'file.empty': {
    severity: 'critical',
    mender: 'publisher',
    meaning: 'The file holds nothing.',
    mend: 'Export it again and check that it opens.',
  },
  'file.format-unknown': {
    severity: 'critical',
    mender: 'publisher',
    meaning: 'ODIN does not recognise the format of this file.',
    mend: 'Send it as CSV, Excel, GeoJSON, GeoPackage, zipped Shapefile, KML or GML.',
  },
  'file.extension-mismatch': {
    severity: 'warning',
    mender: 'publisher',
    meaning:
      'The name of the file says one format and its content is another; ODIN went by the content.',
    mend: 'Rename the file, so that other programs can open it too.',
  },
  'file.encrypted': {
    severity: 'critical',
    mender: 'publisher',
    meaning: 'The file is locked with a password.',
    mend: 'Save it without a password and send it again.',
  },
  'file.macro-workbook': {
    severity: 'notice',
    mender: 'both',
    meaning: 'The workbook holds macros; ODIN does not run them and read the cells only.',
    mend: 'Nothing need be done; an .xlsx without macros is safer to publish.',
  },
  'file.archive-nested': {
    severity: 'warning',
    mender: 'publisher',
    meaning: 'The archive holds another archive, which ODIN opened too.',
    mend: 'Put the files in one archive.',
  },
  'file.archive-multiple-datasets': {
    severity: 'notice',
    mender: 'both',
    meaning: 'The archive holds more than one dataset.',
    mend: 'Choose one, or send each in an archive of its own.',
  },
  'file.archive-bomb-or-path-escape': {
    severity: 'critical',
    mender: 'publisher',
    meaning:
      'The archive unpacks to far more than it should, or tries to write outside its folder, so ODIN refused it.',
    mend: 'Make a new archive of the files and send that.',
  },
  'file.missing-sidecar': {
    severity: 'error',
    mender: 'publisher',
    meaning:
      'A file that belongs to this one is missing, such as the .shx, .dbf or .prj of a shapefile.',
    mend: 'Put all the parts in one zip and send that.',
  },
  'file.corrupt': {
    severity: 'critical',
    mender: 'publisher',
    meaning: 'The file is damaged and cannot be read.',
    mend: 'Export it again, check that it opens, and send it again.',
  },
  'file.hash-mismatch': {
    severity: 'error',
    mender: 'publisher',
    meaning: 'The file is not the one that was announced: its checksum differs.',
    mend: 'Send the file again, or correct the checksum.',
  },
  'file.byte-count': {
    severity: 'error',
    mender: 'publisher',
    meaning: 'The file is not as long as was announced.',
    mend: 'Send the file again.',
  },
  'file.deeply-nested': {
    severity: 'critical',
    mender: 'publisher',
    meaning: 'The file nests its content so deeply that reading it would be unsafe.',
    mend: 'Export it again in a plainer form.',
  },
  'file.too-large': {
    severity: 'critical',
    mender: 'publisher',
    meaning: 'The file, or what it unpacks to, is larger than ODIN accepts.',
    mend: 'Split the file, or leave out columns that nobody needs.',
  },
  'file.unsupported': {
    severity: 'critical',
    mender: 'publisher',
    meaning: 'ODIN knows this format and does not read it yet.',
    mend: 'Send the data as CSV, GeoJSON, GeoPackage or zipped Shapefile.',
  },
  'file.truncated': {
    severity: 'error',
    mender: 'publisher',
    meaning: 'The file stops before its end.',
    mend: 'Export or upload it again: the records before the break were read, the rest is missing.',
  },
  'file.doctype': {
    severity: 'critical',
    mender: 'publisher',
    meaning:
      'The XML declares entities or a document type, which can be used to attack the reader.',
    mend: 'Save the file without a DOCTYPE.',
  },
  'file.read-timeout': {
    severity: 'critical',
    mender: 'both',
    meaning: 'Reading the file took longer than is allowed, so it was stopped.',
    mend: 'Split it into smaller files, or ask for a longer limit.',
  },
  'file.read-memory': {
    severity: 'critical',
    mender: 'both',
    meaning: 'Reading the file needed more memory than is allowed, so it was stopped.',
    mend: 'Split it into smaller files, or ask for a larger limit.',
  },
  'file.reader-failed': {
    severity: 'critical',
    mender: 'odin',
    meaning: 'The program that reads files failed on this one; nothing else is affected.',
    mend: 'Tell whoever runs this ODIN: the file is kept and can be read again once the fault is mended.',
  },
} as const satisfies Readonly<Record<string, IssueKind>>;
