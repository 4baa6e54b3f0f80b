import type { IssueKind } from './issue-kind.ts';

/** Issues of `fetch.*`. Source: ODIN issue catalogue; see docs/issues.md. */
export const FETCH_ISSUES = {
  'fetch.unreachable': { severity: 'critical', mender: 'publisher', meaning: '', mend: '' },
  'fetch.http-status': { severity: 'error', mender: 'publisher', meaning: '', mend: '' },
  'fetch.auth-required': { severity: 'error', mender: 'publisher', meaning: '', mend: '' },
  'fetch.html-instead-of-data': {
    severity: 'critical',
    mender: 'publisher',
    meaning: '',
    mend: '',
  },
  'fetch.not-data-format': { severity: 'critical', mender: 'publisher', meaning: '', mend: '' },
  'fetch.tls-invalid': { severity: 'warning', mender: 'publisher', meaning: '', mend: '' },
  'fetch.redirected-host': { severity: 'notice', mender: 'both', meaning: '', mend: '' },
  'fetch.too-large': { severity: 'critical', mender: 'publisher', meaning: '', mend: '' },
  'fetch.truncated': { severity: 'error', mender: 'publisher', meaning: '', mend: '' },
  'fetch.paging-incomplete': { severity: 'error', mender: 'publisher', meaning: '', mend: '' },
  'fetch.unchanged': { severity: 'info', mender: 'both', meaning: '', mend: '' },
  'fetch.stale': { severity: 'warning', mender: 'publisher', meaning: '', mend: '' },
  'fetch.overdue': { severity: 'warning', mender: 'publisher', meaning: '', mend: '' },
  'fetch.broken-30-days': { severity: 'error', mender: 'publisher', meaning: '', mend: '' },
  'fetch.schema-drift': { severity: 'warning', mender: 'publisher', meaning: '', mend: '' },
} as const satisfies Readonly<Record<string, IssueKind>>;
