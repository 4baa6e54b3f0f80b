import type { IssueKind } from './issue-kind.ts';

/** Issues of `rel.*`. Source: ODIN issue catalogue; see docs/issues.md. */
export const REL_ISSUES = {
  'rel.foreign-key-missing': { severity: 'error', mender: 'publisher', meaning: '', mend: '' },
  'rel.orphan': { severity: 'warning', mender: 'publisher', meaning: '', mend: '' },
  'rel.cycle': { severity: 'error', mender: 'publisher', meaning: '', mend: '' },
} as const satisfies Readonly<Record<string, IssueKind>>;
