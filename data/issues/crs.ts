import type { IssueKind } from './issue-kind.ts';

/** Issues of `crs.*`. Source: ODIN issue catalogue; see docs/issues.md. */
export const CRS_ISSUES = {
  'crs.declared': { severity: 'info', mender: 'both', meaning: '', mend: '' },
  'crs.missing': { severity: 'warning', mender: 'publisher', meaning: '', mend: '' },
  'crs.detected': { severity: 'info', mender: 'both', meaning: '', mend: '' },
  'crs.conflict': { severity: 'error', mender: 'publisher', meaning: '', mend: '' },
  'crs.mixed-within-file': { severity: 'error', mender: 'publisher', meaning: '', mend: '' },
  'crs.axes-swapped-fixed': { severity: 'warning', mender: 'publisher', meaning: '', mend: '' },
  'crs.axes-ambiguous': { severity: 'error', mender: 'publisher', meaning: '', mend: '' },
  'crs.datum-suspect': { severity: 'warning', mender: 'publisher', meaning: '', mend: '' },
  'crs.low-precision-coordinates': {
    severity: 'warning',
    mender: 'publisher',
    meaning: '',
    mend: '',
  },
  'crs.out-of-country': { severity: 'error', mender: 'publisher', meaning: '', mend: '' },
  'crs.out-of-provider-area': { severity: 'warning', mender: 'publisher', meaning: '', mend: '' },
  'crs.null-island': { severity: 'error', mender: 'publisher', meaning: '', mend: '' },
  'crs.unsupported': { severity: 'critical', mender: 'publisher', meaning: '', mend: '' },
  'crs.transform-grid-used': { severity: 'info', mender: 'both', meaning: '', mend: '' },
  'crs.transform-fallback': { severity: 'warning', mender: 'publisher', meaning: '', mend: '' },
  'crs.axes-from-definition': { severity: 'info', mender: 'both', meaning: '', mend: '' },
  'crs.swapped-row': { severity: 'warning', mender: 'publisher', meaning: '', mend: '' },
  'crs.digit-lost': { severity: 'error', mender: 'publisher', meaning: '', mend: '' },
  'crs.false-origin': { severity: 'error', mender: 'publisher', meaning: '', mend: '' },
  'crs.not-finite': { severity: 'error', mender: 'publisher', meaning: '', mend: '' },
} as const satisfies Readonly<Record<string, IssueKind>>;
