import type { IssueKind } from './issue-kind.ts';

/** Issues of `text.*`. Source: ODIN issue catalogue; see docs/issues.md. */
export const TEXT_ISSUES = {
  'text.encoding-guessed': { severity: 'warning', mender: 'publisher', meaning: '', mend: '' },
  'text.mojibake': { severity: 'warning', mender: 'publisher', meaning: '', mend: '' },
  'text.bom': { severity: 'info', mender: 'both', meaning: '', mend: '' },
  'text.nul-bytes': {
    severity: 'warning',
    mender: 'publisher',
    meaning: 'The text holds NUL bytes, which no text should; they were left out.',
    mend: 'Export the file as plain UTF-8 text.',
  },
  'text.duplicate-key': {
    severity: 'warning',
    mender: 'publisher',
    meaning: 'One object names the same member twice; the last value was taken.',
    mend: 'Give each member a name of its own.',
  },
} as const satisfies Readonly<Record<string, IssueKind>>;
