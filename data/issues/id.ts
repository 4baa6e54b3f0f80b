import type { IssueKind } from './issue-kind.ts';

/** Issues of `id.*`. Source: ODIN issue catalogue; see docs/issues.md. */
export const ID_ISSUES = {
  'id.missing': {
    severity: 'error',
    mender: 'publisher',
    meaning: 'The record has no reference of its own.',
    mend: 'Give every record a reference that never changes.',
  },
  'id.duplicate': {
    severity: 'error',
    mender: 'publisher',
    meaning: 'Two records have the same reference.',
    mend: 'Give each record its own, or remove the repeated one.',
  },
  'id.format-changed': {
    severity: 'warning',
    mender: 'publisher',
    meaning:
      'References are written differently from the last edition, so records may not be recognised.',
    mend: 'Keep references as they were.',
  },
  'id.reused-for-different-thing': {
    severity: 'error',
    mender: 'publisher',
    meaning: 'A reference used before now stands for something far away.',
    mend: 'Give the new thing a new reference.',
  },
  'id.new': {
    severity: 'notice',
    mender: 'both',
    meaning: 'The record was not in the last edition.',
    mend: 'Nothing need be done.',
  },
  'id.removed': {
    severity: 'notice',
    mender: 'both',
    meaning: 'A record of the last edition is gone.',
    mend: 'Nothing need be done; if it still exists, put it back with an end date.',
  },
  'id.possible-duplicate-other-provider': {
    severity: 'warning',
    mender: 'publisher',
    meaning: 'Another publisher seems to describe the same thing.',
    mend: 'Agree who publishes it.',
  },
  'id.possible-duplicate': {
    severity: 'notice',
    mender: 'publisher',
    meaning: 'Two records of the file have different references, the same name and the same place.',
    mend: 'Take one out when both describe one thing.',
  },
  'id.possible-duplicate-other-dataset': {
    severity: 'warning',
    mender: 'publisher',
    meaning: 'Another dataset of the same publisher seems to hold the same thing.',
    mend: 'Publish it in one of them, or withdraw the older dataset.',
  },
  'id.redirected': {
    severity: 'info',
    mender: 'both',
    meaning: 'An earlier reference now leads to this record.',
    mend: 'Nothing need be done.',
  },
  'id.out-of-range': {
    severity: 'notice',
    mender: 'both',
    meaning: 'The number is outside the range set aside for this publisher.',
    mend: 'Check the reference.',
  },
  'id.unstable-key': {
    severity: 'warning',
    mender: 'publisher',
    meaning: 'The only reference is a row number that changes whenever the file is exported.',
    mend: 'Add a column with references of your own that never change.',
  },
} as const satisfies Readonly<Record<string, IssueKind>>;
