/** What a text may show about a living person. Source: value cues of ODIN's personal-data screen (docs/issues.md). */
export const SIGN_KINDS = [
  'email',
  'phone',
  'name',
  'national-insurance',
  'nhs-number',
  'birth-date',
  'bank-account',
  'vehicle',
] as const;
export type SignKind = (typeof SIGN_KINDS)[number];

/** What the kinds are called in a report, plural. */
export const SIGN_WORDS: Readonly<Record<SignKind, string>> = {
  email: 'e-mail addresses of persons',
  phone: 'telephone numbers',
  name: 'names of persons',
  'national-insurance': 'National Insurance numbers',
  'nhs-number': 'NHS numbers',
  'birth-date': 'dates of birth',
  'bank-account': 'bank account details',
  vehicle: 'vehicle registrations',
};

/** One sign met in a text. */
export type Sign = {
  readonly kind: SignKind;
  /** strong: almost certainly a person's · weak: may as well be an office's, a councillor's or a thing's. */
  readonly strength: 'strong' | 'weak';
  /** The words that show it; never printed unmasked. */
  readonly found: string;
};

/** A personal value as it may stand in a report: enough to find it by, not enough to use: `j…@…`, `07…`, `M… S…`. */
export function maskPersonal(text: string): string {
  return text.trim().split(/\s+/).slice(0, 4).map(maskWord).join(' ');
}

function maskWord(word: string): string {
  const at = word.indexOf('@');
  if (at > 0) return `${word.slice(0, 1)}…@…`;
  return /^\d/.test(word) ? '…' : `${word.slice(0, 1)}…`;
}
