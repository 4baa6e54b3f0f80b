import type { IssueKind } from './issue-kind.ts';

/** Issues of `version.*`. Source: ODIN issue catalogue; see docs/issues.md. */
export const VERSION_ISSUES = {
  'version.count-drop': { severity: 'warning', mender: 'publisher', meaning: '', mend: '' },
  'version.count-spike': { severity: 'warning', mender: 'publisher', meaning: '', mend: '' },
  'version.extent-shift': { severity: 'warning', mender: 'publisher', meaning: '', mend: '' },
  'version.field-null-rise': { severity: 'warning', mender: 'publisher', meaning: '', mend: '' },
  'version.geometry-type-change': { severity: 'error', mender: 'publisher', meaning: '', mend: '' },
  'version.all-ids-changed': { severity: 'error', mender: 'publisher', meaning: '', mend: '' },
  'version.older-than-published': { severity: 'error', mender: 'publisher', meaning: '', mend: '' },
  'version.no-change': { severity: 'info', mender: 'both', meaning: '', mend: '' },
} as const satisfies Readonly<Record<string, IssueKind>>;
