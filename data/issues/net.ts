import type { IssueKind } from './issue-kind.ts';

/** Issues of `net.*`. Source: ODIN issue catalogue; see docs/issues.md. */
export const NET_ISSUES = {
  'net.dangling-end': { severity: 'notice', mender: 'both', meaning: '', mend: '' },
  'net.near-miss-junction': { severity: 'notice', mender: 'both', meaning: '', mend: '' },
  'net.direction-missing': { severity: 'notice', mender: 'both', meaning: '', mend: '' },
  'net.voltage-mismatch-at-node': {
    severity: 'warning',
    mender: 'publisher',
    meaning: '',
    mend: '',
  },
  'net.overlapping-duplicate': { severity: 'warning', mender: 'publisher', meaning: '', mend: '' },
  'net.pressure-tier-jump': { severity: 'warning', mender: 'publisher', meaning: '', mend: '' },
} as const satisfies Readonly<Record<string, IssueKind>>;
