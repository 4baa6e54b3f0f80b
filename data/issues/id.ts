import type { IssueKind } from './issue-kind.ts';

/** Issues of `id.*`. Source: ODIN issue catalogue; see docs/issues.md. */
export const ID_ISSUES = {
  'id.missing': { severity: 'error', mender: 'publisher', meaning: '', mend: '' },
  'id.duplicate': { severity: 'error', mender: 'publisher', meaning: '', mend: '' },
  'id.format-changed': { severity: 'warning', mender: 'publisher', meaning: '', mend: '' },
  'id.reused-for-different-thing': {
    severity: 'error',
    mender: 'publisher',
    meaning: '',
    mend: '',
  },
  'id.new': { severity: 'notice', mender: 'both', meaning: '', mend: '' },
  'id.removed': { severity: 'notice', mender: 'both', meaning: '', mend: '' },
  'id.possible-duplicate-other-provider': {
    severity: 'warning',
    mender: 'publisher',
    meaning: '',
    mend: '',
  },
  'id.redirected': { severity: 'info', mender: 'both', meaning: '', mend: '' },
  'id.out-of-range': { severity: 'notice', mender: 'both', meaning: '', mend: '' },
  'id.unstable-key': { severity: 'warning', mender: 'publisher', meaning: '', mend: '' },
} as const satisfies Readonly<Record<string, IssueKind>>;
