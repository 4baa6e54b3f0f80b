import { wordsOf } from '../fields/heading.ts';
import type { SignKind } from './sign.ts';

/** Headings about a person, as runs of words, and what stands under them. Such columns take no attribute. */
const CUES: readonly (readonly [SignKind | 'sensitive', string])[] = [
  [
    'name',
    'surname; forename; first name; last name; middle name; full name; christian name; family name',
  ],
  [
    'name',
    'contact; contact name; contact person; applicant; applicant name; agent; agent name; tenant; tenant name',
  ],
  [
    'name',
    'occupier; occupier name; proprietor name; owner name; submitted by; signed by; complainant; claimant',
  ],
  [
    'name',
    'licensee; licensee name; licence holder; permit holder; premises supervisor; officer; case officer; named person',
  ],
  [
    'name',
    'landlord; landlord name; respondent; resident name; head teacher; headteacher; responsible person; key holder; keyholder',
  ],
  ['birth-date', 'date of birth; birth date; dob; d o b'],
  ['email', 'email; e mail; mail address'],
  ['phone', 'telephone; tel; tel no; phone; mobile; fax'],
  ['national-insurance', 'ni no; ni number; nino; national insurance'],
  ['nhs-number', 'nhs no; nhs number; nhs num'],
  [
    'vehicle',
    'vehicle reg; vehicle registration; registration plate; number plate; vrm; car reg; reg plate',
  ],
  ['bank-account', 'bank account; sort code; account number; account no; iban'],
  [
    'sensitive',
    'ethnicity; ethnic origin; ethnic group; disability; sexual orientation; marital status; medical condition; benefit claimed',
  ],
];

const RUNS = CUES.flatMap(([kind, list]) =>
  list.split('; ').map((text) => ({ kind, run: wordsOf(text) })),
);

/** What a heading says stands under it, when that is about a person: `Applicant name` → name, `DOB` → birth-date. */
export function personalHeading(heading: string): SignKind | 'sensitive' | undefined {
  const words = wordsOf(heading);
  const found = RUNS.find(({ run }) => {
    // One-word cues must stand alone or at an end: `agent` yes, `estate agent board` no.
    if (run.length === 1) return words[0] === run[0] || words.at(-1) === run[0];
    return words.some((_, start) => run.every((word, index) => words[start + index] === word));
  });
  return found?.kind;
}

/** True when a heading is about a person: `Applicant name`, `Contact email`, `DOB`. Organisations' columns are not. */
export const isAboutPerson = (heading: string): boolean => personalHeading(heading) !== undefined;

/** Headings under which a firm stands as often as a person: `Owner`, `customer_name`, `Operator or applicant`. */
const PARTY =
  /\b(owner|customer|client|developer|operator|promoter|promotor|freeholder|leaseholder|lessee|proprietor|responsible|by|author|surveyor|inspector)\b/i;

/** True for a heading under which names of persons may stand among those of firms. */
export const isPartyHeading = (heading: string): boolean =>
  PARTY.test(heading.replaceAll(/[_.]/g, ' ').replaceAll(/([a-z])([A-Z])/g, '$1 $2'));
