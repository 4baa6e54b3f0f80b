import type { IssueKind } from './issue-kind.ts';

/** Issues of `text.*`. Source: ODIN issue catalogue; see docs/issues.md. */
export const TEXT_ISSUES = {
  'text.encoding-guessed': {
    severity: 'warning',
    mender: 'publisher',
    meaning: 'The file does not say how its letters are stored, so ODIN worked it out.',
    mend: 'Save the file as UTF-8.',
  },
  'text.mojibake': {
    severity: 'warning',
    mender: 'publisher',
    meaning:
      'Letters came out garbled, such as â€™ for an apostrophe, because the file was once saved the wrong way.',
    mend: 'Export the text again from the original and save it as UTF-8.',
  },
  'text.bom': {
    severity: 'info',
    mender: 'both',
    meaning: 'The file begins with a mark that says how its letters are stored, and ODIN used it.',
    mend: 'Nothing need be done.',
  },
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
