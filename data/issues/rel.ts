import type { IssueKind } from './issue-kind.ts';

/** Issues of `rel.*`. Source: ODIN issue catalogue; see docs/issues.md. */
export const REL_ISSUES = {
  'rel.foreign-key-missing': {
    severity: 'error',
    mender: 'publisher',
    meaning: 'The record refers to another that is not in the data.',
    mend: 'Add the other record, or correct the reference.',
  },
  'rel.orphan': {
    severity: 'warning',
    mender: 'publisher',
    meaning: 'Nothing refers to this record, though something should.',
    mend: 'Check that the records that belong to it are there.',
  },
  'rel.cycle': {
    severity: 'error',
    mender: 'publisher',
    meaning: 'The records refer to each other in a circle.',
    mend: 'Correct the reference that closes the circle.',
  },
} as const satisfies Readonly<Record<string, IssueKind>>;
