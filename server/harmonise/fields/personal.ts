import type { ColumnFacts } from '../profile.ts';
import { wordsOf } from './heading.ts';

/**
 * Headings of columns about a person, as runs of words. Such columns take no attribute.
 * Source: column-name cues of the personal-data screen (domain reference §4).
 */
const PERSON_HEADINGS: readonly string[] = [
  'surname',
  'forename',
  'first name',
  'last name',
  'middle name',
  'date of birth',
  'dob',
  'email',
  'e mail',
  'mail address',
  'telephone',
  'tel',
  'tel no',
  'phone',
  'mobile',
  'fax',
  'ni no',
  'ni number',
  'nino',
  'national insurance',
  'nhs no',
  'nhs number',
  'contact',
  'contact name',
  'applicant',
  'applicant name',
  'agent',
  'agent name',
  'tenant',
  'occupier',
  'proprietor name',
  'submitted by',
  'vehicle reg',
  'registration plate',
  'ethnicity',
  'bank account',
  'sort code',
];

const PERSON_RUNS: readonly (readonly string[])[] = PERSON_HEADINGS.map((text) => wordsOf(text));

/** True when a heading is about a person: `Applicant name`, `Contact email`, `DOB`. Organisations' columns are not. */
export function isAboutPerson(heading: string): boolean {
  const words = wordsOf(heading);
  return PERSON_RUNS.some((run) => {
    // One-word cues must stand alone or lead: `agent` yes, `estate agent board` no.
    if (run.length === 1) return words[0] === run[0] || words.at(-1) === run[0];
    return words.some((_, start) => run.every((word, index) => words[start + index] === word));
  });
}

const EMAIL = /^[^@\s]+@[^@\s]+\.[^@\s]+$/;
/** Words of addresses that belong to an office, not to a person. */
const OFFICE =
  /lib|info|enquir|contact|admin|office|recept|sales|help|support|customer|service|planning|council|team|mail|hello|press|web|clerk|manager|general|booking|school|park|data|gis/i;
const PERSON_NAME = /^(mr|mrs|ms|miss|dr|prof|rev|cllr|sir|dame)\.?\s+\S+/i;
const UK_PHONE = /^(\+44|0)[\d\s()-]{9,13}$/;
const NINO = /^[A-CEGHJ-PR-TW-Z]{2}\s?\d{2}\s?\d{2}\s?\d{2}\s?[A-D]$/i;

/** What values may show about persons, and how it is told. */
const SIGNS: readonly (readonly [string, (text: string) => boolean])[] = [
  ['e-mail addresses', (text) => EMAIL.test(text) && isPersonal(text)],
  ['names', (text) => PERSON_NAME.test(text)],
  ['mobile numbers', (text) => UK_PHONE.test(text) && /^(\+44\s?|0)7/.test(text)],
  ['National Insurance numbers', (text) => NINO.test(text)],
];
/** Share of values that must show it. */
const SHOWING = 0.25;

/** What in a column's values looks like a person, in words; undefined when nothing does. */
export function personalValues({ type, values }: ColumnFacts): string | undefined {
  if (type !== 'text' && type !== 'mixed' && type !== 'integer') return undefined;
  const texts = [...values.keys()];
  const sign = SIGNS.find(
    ([, shows]) => texts.length > 0 && texts.filter(shows).length >= texts.length * SHOWING,
  );
  return sign?.[0];
}

/** `jane.smith@…` is a person, `library@…` and `info@…` are not. */
function isPersonal(email: string): boolean {
  const local = email.slice(0, email.indexOf('@'));
  return /^[a-z]+[._][a-z]+\d*$/i.test(local) && !OFFICE.test(local);
}
