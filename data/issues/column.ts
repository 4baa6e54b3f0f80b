import type { IssueKind } from './issue-kind.ts';

/** Issues of `column.*`. Source: ODIN issue catalogue; see docs/issues.md. */
export const COLUMN_ISSUES = {
  'column.missing-required': { severity: 'error', mender: 'publisher', meaning: '', mend: '' },
  'column.unmapped': { severity: 'info', mender: 'both', meaning: '', mend: '' },
  'column.ambiguous': { severity: 'warning', mender: 'publisher', meaning: '', mend: '' },
  'column.mapped-by-suggestion': { severity: 'notice', mender: 'both', meaning: '', mend: '' },
  'column.duplicate-target': { severity: 'error', mender: 'publisher', meaning: '', mend: '' },
  'column.all-empty': { severity: 'warning', mender: 'publisher', meaning: '', mend: '' },
  'column.single-value': { severity: 'notice', mender: 'both', meaning: '', mend: '' },
  'column.unit-assumed': { severity: 'warning', mender: 'publisher', meaning: '', mend: '' },
  'column.geometry-chosen': { severity: 'info', mender: 'both', meaning: '', mend: '' },
  'column.unknown-type': { severity: 'notice', mender: 'both', meaning: '', mend: '' },
} as const satisfies Readonly<Record<string, IssueKind>>;
