import type { IssueKind } from './issue-kind.ts';

/** Issues of `licence.*`. Source: ODIN issue catalogue; see docs/issues.md. */
export const LICENCE_ISSUES = {
  'licence.missing': {
    severity: 'critical',
    mender: 'publisher',
    meaning: 'Nobody says under which licence this data is given, so it cannot be published.',
    mend: 'State the licence: the Open Government Licence v3.0 suits most council data.',
  },
  'licence.unrecognised': {
    severity: 'error',
    mender: 'publisher',
    meaning: 'The licence is described in words ODIN does not know.',
    mend: 'Name a licence of the catalogue, or send its text or address.',
  },
  'licence.presumed': {
    severity: 'warning',
    mender: 'publisher',
    meaning: 'The licence is taken from the publisher’s website; the file itself is silent.',
    mend: 'State the licence in the file or beside it.',
  },
  'licence.version-superseded': {
    severity: 'notice',
    mender: 'both',
    meaning: 'The data is given under an older version of the licence; ODIN keeps to that version.',
    mend: 'Give the next edition under the current version.',
  },
  'licence.attribution-missing': {
    severity: 'error',
    mender: 'publisher',
    meaning: 'The licence asks for a credit and the words to print are not given.',
    mend: 'Give the words to print, such as “© Borough Council 2026”.',
  },
  'licence.third-party-rights-unstated': {
    severity: 'warning',
    mender: 'publisher',
    meaning:
      'The data may hold other people’s rights, such as Ordnance Survey’s or Royal Mail’s, and does not say so.',
    mend: 'Say whether it was drawn from Ordnance Survey or address data, and on what terms.',
  },
  'licence.conflict-in-combination': {
    severity: 'error',
    mender: 'publisher',
    meaning: 'The licences of two datasets do not allow them to be merged into one.',
    mend: 'Keep them as separate files or layers, each under its own licence.',
  },
  'licence.conditions-apply': {
    severity: 'warning',
    mender: 'publisher',
    meaning: 'The licence sets conditions of its own for this dataset.',
    mend: 'Read the conditions and confirm that this use meets them.',
  },
  'licence.expired': {
    severity: 'critical',
    mender: 'publisher',
    meaning: 'The right to use this data has ended, so it is no longer shown.',
    mend: 'Renew the agreement, or withdraw the dataset.',
  },
  'licence.expiring-30-days': {
    severity: 'warning',
    mender: 'publisher',
    meaning: 'The right to use this data ends within thirty days.',
    mend: 'Renew the agreement before then.',
  },
  'licence.evidence-missing': {
    severity: 'error',
    mender: 'publisher',
    meaning: 'There is nothing to show that the publisher gave this licence.',
    mend: 'Add the page, letter or e-mail that states it.',
  },
  'licence.file-says-otherwise': {
    severity: 'error',
    mender: 'publisher',
    meaning: 'The file names one licence and the publisher another.',
    mend: 'Settle which of them holds, and correct the other.',
  },
  'licence.stated-in-file': {
    severity: 'info',
    mender: 'both',
    meaning: 'The licence was taken from the publisher’s own words in the file or beside it.',
    mend: 'Nothing need be done.',
  },
} as const satisfies Readonly<Record<string, IssueKind>>;
