import type { IssueKind } from './issue-kind.ts';

/** Issues of `table.*`. Source: ODIN issue catalogue; see docs/issues.md. */
export const TABLE_ISSUES = {
  'table.delimiter-guessed': { severity: 'info', mender: 'both', meaning: '', mend: '' },
  'table.header-not-first-row': { severity: 'notice', mender: 'both', meaning: '', mend: '' },
  'table.multi-row-header': { severity: 'notice', mender: 'both', meaning: '', mend: '' },
  'table.blank-header': { severity: 'error', mender: 'publisher', meaning: '', mend: '' },
  'table.duplicate-header': { severity: 'error', mender: 'publisher', meaning: '', mend: '' },
  'table.merged-cells': { severity: 'warning', mender: 'publisher', meaning: '', mend: '' },
  'table.hidden-rows-or-sheets': {
    severity: 'warning',
    mender: 'publisher',
    meaning: '',
    mend: '',
  },
  'table.formula-errors': { severity: 'error', mender: 'publisher', meaning: '', mend: '' },
  'table.total-row': { severity: 'warning', mender: 'publisher', meaning: '', mend: '' },
  'table.blank-row': { severity: 'info', mender: 'both', meaning: '', mend: '' },
  'table.template-row': { severity: 'info', mender: 'both', meaning: '', mend: '' },
  'table.extra-cell': { severity: 'error', mender: 'publisher', meaning: '', mend: '' },
  'table.missing-cell': { severity: 'error', mender: 'publisher', meaning: '', mend: '' },
  'table.float-formatted-id': { severity: 'warning', mender: 'publisher', meaning: '', mend: '' },
  'table.leading-zero-lost': { severity: 'warning', mender: 'publisher', meaning: '', mend: '' },
  'table.scientific-notation-id': { severity: 'error', mender: 'publisher', meaning: '', mend: '' },
  'table.excel-date-serial': { severity: 'info', mender: 'both', meaning: '', mend: '' },
  'table.truncated-value': { severity: 'warning', mender: 'publisher', meaning: '', mend: '' },
  'table.row-limit-hit': { severity: 'error', mender: 'publisher', meaning: '', mend: '' },
  'table.too-many-columns': { severity: 'critical', mender: 'publisher', meaning: '', mend: '' },
  'table.layer-chosen': { severity: 'notice', mender: 'both', meaning: '', mend: '' },
  'table.all-layers-taken': { severity: 'info', mender: 'both', meaning: '', mend: '' },
} as const satisfies Readonly<Record<string, IssueKind>>;
