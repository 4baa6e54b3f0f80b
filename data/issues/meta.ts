import type { IssueKind } from './issue-kind.ts';

/** Issues of `meta.*`. Source: ODIN issue catalogue; see docs/issues.md. */
export const META_ISSUES = {
  'meta.title-missing': { severity: 'warning', mender: 'publisher', meaning: '', mend: '' },
  'meta.description-missing': { severity: 'warning', mender: 'publisher', meaning: '', mend: '' },
  'meta.contact-missing': { severity: 'warning', mender: 'publisher', meaning: '', mend: '' },
  'meta.update-cadence-missing': {
    severity: 'warning',
    mender: 'publisher',
    meaning: '',
    mend: '',
  },
  'meta.documentation-url-missing': {
    severity: 'warning',
    mender: 'publisher',
    meaning: '',
    mend: '',
  },
  'meta.documentation-same-as-endpoint': {
    severity: 'warning',
    mender: 'publisher',
    meaning: '',
    mend: '',
  },
  'meta.coverage-unstated': { severity: 'notice', mender: 'both', meaning: '', mend: '' },
  'meta.sensitivity-unset': { severity: 'error', mender: 'publisher', meaning: '', mend: '' },
} as const satisfies Readonly<Record<string, IssueKind>>;
