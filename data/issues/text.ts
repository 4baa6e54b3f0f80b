import type { IssueKind } from './issue-kind.ts';

/** Issues of `text.*`. Source: ODIN issue catalogue; see docs/issues.md. */
export const TEXT_ISSUES = {
  'text.encoding-guessed': { severity: 'warning', mender: 'publisher', meaning: '', mend: '' },
  'text.mojibake': { severity: 'warning', mender: 'publisher', meaning: '', mend: '' },
  'text.bom': { severity: 'info', mender: 'both', meaning: '', mend: '' },
} as const satisfies Readonly<Record<string, IssueKind>>;
