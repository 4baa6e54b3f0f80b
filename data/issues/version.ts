import type { IssueKind } from './issue-kind.ts';

/** Issues of `version.*`. Source: ODIN issue catalogue; see docs/issues.md. */
export const VERSION_ISSUES = {
  'version.count-drop': {
    severity: 'warning',
    mender: 'publisher',
    meaning: 'Far fewer records than in the last edition: a tenth or more are gone.',
    mend: 'Check that nothing was filtered out; confirm it if the drop is right.',
  },
  'version.count-spike': {
    severity: 'warning',
    mender: 'publisher',
    meaning: 'Far more records than in the last edition.',
    mend: 'Check that nothing is there twice; confirm it if the rise is right.',
  },
  'version.extent-shift': {
    severity: 'warning',
    mender: 'publisher',
    meaning: 'The data covers another area than the last edition did.',
    mend: 'Check that the whole area was exported; confirm it if it is right.',
  },
  'version.field-null-rise': {
    severity: 'warning',
    mender: 'publisher',
    meaning: 'A column that was filled is now mostly empty.',
    mend: 'Check the export; confirm it if it is right.',
  },
  'version.geometry-type-change': {
    severity: 'error',
    mender: 'publisher',
    meaning:
      'The shapes are of another kind than in the last edition, such as points in place of areas.',
    mend: 'Export the same layer as before.',
  },
  'version.all-ids-changed': {
    severity: 'error',
    mender: 'publisher',
    meaning: 'No reference of the last edition is left, so every record would count as new.',
    mend: 'Keep the references of the last edition.',
  },
  'version.older-than-published': {
    severity: 'error',
    mender: 'publisher',
    meaning: 'The file is older than the edition already published.',
    mend: 'Send the newest file.',
  },
  'version.no-change': {
    severity: 'info',
    mender: 'both',
    meaning: 'Nothing differs from the last edition.',
    mend: 'Nothing need be done.',
  },
} as const satisfies Readonly<Record<string, IssueKind>>;
