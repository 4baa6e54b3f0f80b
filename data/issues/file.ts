import type { IssueKind } from './issue-kind.ts';

/** Issues of `file.*`. Source: ODIN issue catalogue; see docs/issues.md. */
export const FILE_ISSUES = {
  'file.empty': { severity: 'critical', mender: 'publisher', meaning: '', mend: '' },
  'file.format-unknown': { severity: 'critical', mender: 'publisher', meaning: '', mend: '' },
  'file.extension-mismatch': { severity: 'warning', mender: 'publisher', meaning: '', mend: '' },
  'file.encrypted': { severity: 'critical', mender: 'publisher', meaning: '', mend: '' },
  'file.macro-workbook': { severity: 'notice', mender: 'both', meaning: '', mend: '' },
  'file.archive-nested': { severity: 'warning', mender: 'publisher', meaning: '', mend: '' },
  'file.archive-multiple-datasets': { severity: 'notice', mender: 'both', meaning: '', mend: '' },
  'file.archive-bomb-or-path-escape': {
    severity: 'critical',
    mender: 'publisher',
    meaning: '',
    mend: '',
  },
  'file.missing-sidecar': { severity: 'error', mender: 'publisher', meaning: '', mend: '' },
  'file.corrupt': { severity: 'critical', mender: 'publisher', meaning: '', mend: '' },
  'file.hash-mismatch': { severity: 'error', mender: 'publisher', meaning: '', mend: '' },
  'file.byte-count': { severity: 'error', mender: 'publisher', meaning: '', mend: '' },
  'file.deeply-nested': { severity: 'critical', mender: 'publisher', meaning: '', mend: '' },
  'file.too-large': { severity: 'critical', mender: 'publisher', meaning: '', mend: '' },
  'file.unsupported': { severity: 'critical', mender: 'publisher', meaning: '', mend: '' },
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
