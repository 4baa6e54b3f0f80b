import type { IssueKind } from './issue-kind.ts';

/** Issues of `geom.*`. Source: ODIN issue catalogue; see docs/issues.md. */
export const GEOM_ISSUES = {
  'geom.missing': { severity: 'error', mender: 'publisher', meaning: '', mend: '' },
  'geom.parse-failed': { severity: 'error', mender: 'publisher', meaning: '', mend: '' },
  'geom.type-unexpected': { severity: 'error', mender: 'publisher', meaning: '', mend: '' },
  'geom.collection-split': { severity: 'info', mender: 'both', meaning: '', mend: '' },
  'geom.mixed-types': { severity: 'warning', mender: 'publisher', meaning: '', mend: '' },
  'geom.invalid-fixed': { severity: 'warning', mender: 'publisher', meaning: '', mend: '' },
  'geom.fix-changed-area': { severity: 'error', mender: 'publisher', meaning: '', mend: '' },
  'geom.invalid-unfixable': { severity: 'error', mender: 'publisher', meaning: '', mend: '' },
  'geom.self-intersection': { severity: 'warning', mender: 'publisher', meaning: '', mend: '' },
  'geom.ring-not-closed': { severity: 'warning', mender: 'publisher', meaning: '', mend: '' },
  'geom.winding-fixed': { severity: 'info', mender: 'both', meaning: '', mend: '' },
  'geom.duplicate-vertices': { severity: 'info', mender: 'both', meaning: '', mend: '' },
  'geom.spike-or-sliver': { severity: 'warning', mender: 'publisher', meaning: '', mend: '' },
  'geom.zero-length-or-area': { severity: 'error', mender: 'publisher', meaning: '', mend: '' },
  'geom.area-mismatch': { severity: 'warning', mender: 'publisher', meaning: '', mend: '' },
  'geom.length-mismatch': { severity: 'warning', mender: 'publisher', meaning: '', mend: '' },
  'geom.z-dropped': { severity: 'info', mender: 'both', meaning: '', mend: '' },
  'geom.curve-linearised': { severity: 'info', mender: 'both', meaning: '', mend: '' },
  'geom.point-outside-own-polygon': {
    severity: 'warning',
    mender: 'publisher',
    meaning: '',
    mend: '',
  },
  'geom.too-many-vertices': { severity: 'notice', mender: 'both', meaning: '', mend: '' },
  'geom.rectangle-or-placeholder': {
    severity: 'warning',
    mender: 'publisher',
    meaning: '',
    mend: '',
  },
  'geom.snapped-to-postcode': { severity: 'notice', mender: 'both', meaning: '', mend: '' },
  'geom.unplaced': { severity: 'warning', mender: 'publisher', meaning: '', mend: '' },
} as const satisfies Readonly<Record<string, IssueKind>>;
