/** A kind of wording that stands where a licence should and names none, with the reason a publisher can act on. */
type Wording = readonly [pattern: RegExp, reason: string];

const NAME_ONE =
  'Name the licence, such as “Open Government Licence v3.0”, or give the address of its text.';

/** In order: the first that fits is told. Whole cells first, then words anywhere. */
const WORDINGS: readonly Wording[] = [
  [
    /^\W*$|^\W*(none|nil|n\/?a|not applicable|no|no licen[cs]e|null|-+)\W*$/i,
    `says that there is no licence, and without one nobody may use the data. ${NAME_ONE}`,
  ],
  [
    /^\W*(t\.?b\.?[cda]\.?|to be (?:confirmed|decided|agreed|advised)|unknown|not (?:yet )?(?:known|stated|specified|set|decided)|notspecified|pending|\?+)\W*$/i,
    `says that the licence is not settled yet. Settle it, then name it, such as “Open Government Licence v3.0”.`,
  ],
  [
    /^\W*(y|yes|true|1|x|ok|✓|licen[cs]ed)\W*$/i,
    `says that there is a licence and not which one. ${NAME_ONE}`,
  ],
  [
    /\b(?:not|never|n['’]t|excluded|exempt)\b.{0,60}\b(?:ogl|open government licen[cs]e|cc[- ]?by|creative commons|odbl)\b/i,
    'says which licence does not apply, and not which one does. Name the licence that holds.',
  ],
  [
    /\b(?:ogl|open government licen[cs]e|cc[- ]?by(?:[- ](?:sa|nc|nd))*|odbl)\s*v?(?:ersion\s*)?\d/i,
    'names a version of the licence that ODIN’s catalogue does not hold. Check the version; if it is right, send the address of its text.',
  ],
  [
    /\binternal\b.{0,30}\buse\b|\bnot (?:for|to be) (?:public|publi[cs]\w*|release|re-?distribut|shar|circulat|re-?us)|\bconfidential\b|\bofficial[- ]sensitive\b|\bdo not (?:share|copy|distribute|publish)/i,
    'does not let anybody outside see the data, so it cannot be published. Ask its owner to release it under an open licence, or share it by agreement.',
  ],
  [
    /\b(?:personal|non-?\s?commercial|research|educational|private)\b.{0,30}\buse\b|\bcc-nc\b/i,
    'limits what the data may be used for without naming a licence. Name the licence and its version, such as “CC BY-NC 4.0”; open data may be used for any purpose.',
  ],
  [
    /(?:©|\(c\)|copyright|\bos\b|ordnance survey|licen[cs]e).{0,60}\b(?:100\d{6}|AC0000\d{6})\b|\b(?:100\d{6}|AC0000\d{6})\b/i,
    'is a credit line with a licence number of Ordnance Survey: it says under what the council holds the map, and not what others may do with this data. Name the licence the data is given under, and keep this line as its credit.',
  ],
  [
    /crown copyright|©|\(c\)|\bcopyright\b|database rights?/i,
    `says who owns the data, and not what others may do with it. ${NAME_ONE}`,
  ],
  [
    /\b(open|public|free(?:ly)?|publicly|royalty)\b.{0,20}\b(data|licen[cs]e|use|available|access|domain|free|re-?use|information)\b|^\W*(open|public|free)\W*$|\bother-(?:open|pd)\b/i,
    `says that the data is open or free and not on what terms, and there are several. ${NAME_ONE}`,
  ],
  [
    /\b(mit|apache|gpl|lgpl|agpl|bsd|mozilla|gnu)\b/i,
    'is a licence for programs, and the catalogue holds licences for data. Name one of those, such as “Open Government Licence v3.0”.',
  ],
  [
    /\bsee\b|\bwebsite\b|\bmetadata\b|\bcontact\b|\bask\b|\bas (?:per|agreed)\b|\bterms\b|\bconditions\b|https?:/i,
    'points to terms that stand elsewhere and that ODIN does not know. Name the licence itself, or send its text.',
  ],
];

/** What is wrong with words that name no licence, as a sentence after the quoted words: `says who owns the data …`. */
export function whyNoLicence(words: string): string {
  return reasonFor(words) ?? `names no licence of ODIN’s catalogue. ${NAME_ONE}`;
}

/** True for words that try to say what may be done with data; `Premises licence` in a register of pubs does not. */
export const speaksOfTerms = (words: string): boolean => reasonFor(words) !== undefined;

const reasonFor = (words: string): string | undefined =>
  WORDINGS.find(([pattern]) => pattern.test(words))?.[1];
