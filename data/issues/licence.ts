import type { IssueKind } from './issue-kind.ts';

/** Issues of `licence.*`. Source: ODIN issue catalogue; see docs/issues.md. */
export const LICENCE_ISSUES = {
  'licence.missing': { severity: 'critical', mender: 'publisher', meaning: '', mend: '' },
  'licence.unrecognised': { severity: 'error', mender: 'publisher', meaning: '', mend: '' },
  'licence.presumed': { severity: 'warning', mender: 'publisher', meaning: '', mend: '' },
  'licence.version-superseded': { severity: 'notice', mender: 'both', meaning: '', mend: '' },
  'licence.attribution-missing': { severity: 'error', mender: 'publisher', meaning: '', mend: '' },
  'licence.third-party-rights-unstated': {
    severity: 'warning',
    mender: 'publisher',
    meaning: '',
    mend: '',
  },
  'licence.conflict-in-combination': {
    severity: 'error',
    mender: 'publisher',
    meaning: '',
    mend: '',
  },
  'licence.conditions-apply': { severity: 'warning', mender: 'publisher', meaning: '', mend: '' },
  'licence.expired': { severity: 'critical', mender: 'publisher', meaning: '', mend: '' },
  'licence.expiring-30-days': { severity: 'warning', mender: 'publisher', meaning: '', mend: '' },
  'licence.evidence-missing': { severity: 'error', mender: 'publisher', meaning: '', mend: '' },
  'licence.file-says-otherwise': { severity: 'error', mender: 'publisher', meaning: '', mend: '' },
} as const satisfies Readonly<Record<string, IssueKind>>;
