import type { IssueKind } from './issue-kind.ts';

/** Issues of `meta.*`. Source: ODIN issue catalogue; see docs/issues.md. */
export const META_ISSUES = {
  'meta.title-missing': {
    severity: 'warning',
    mender: 'publisher',
    meaning: 'The dataset has no title.',
    mend: 'Give it a title that says what it holds and where.',
  },
  'meta.description-missing': {
    severity: 'warning',
    mender: 'publisher',
    meaning: 'The dataset has no description.',
    mend: 'Say in a sentence what it holds, for whom it was made and what it leaves out.',
  },
  'meta.contact-missing': {
    severity: 'warning',
    mender: 'publisher',
    meaning: 'Nobody is named who can answer questions about the dataset.',
    mend: 'Give a team’s address, not a person’s.',
  },
  'meta.update-cadence-missing': {
    severity: 'warning',
    mender: 'publisher',
    meaning: 'Nothing says how often the dataset is renewed.',
    mend: 'Say how often: monthly, yearly or when something changes.',
  },
  'meta.documentation-url-missing': {
    severity: 'warning',
    mender: 'publisher',
    meaning: 'No page tells more about the dataset.',
    mend: 'Give the address of the page it is described on.',
  },
  'meta.documentation-same-as-endpoint': {
    severity: 'warning',
    mender: 'publisher',
    meaning: 'The page given for more information is the file itself.',
    mend: 'Give the address of the page that links to the file.',
  },
  'meta.coverage-unstated': {
    severity: 'notice',
    mender: 'both',
    meaning:
      'Nothing says which area the dataset covers, so an empty place on the map may mean “none here” or “not supplied”.',
    mend: 'Say which districts it covers, and whether all of each.',
  },
  'meta.sensitivity-unset': {
    severity: 'error',
    mender: 'publisher',
    meaning: 'Nobody has said whether the data may be seen by everyone.',
    mend: 'Choose open, shared or restricted.',
  },
} as const satisfies Readonly<Record<string, IssueKind>>;
