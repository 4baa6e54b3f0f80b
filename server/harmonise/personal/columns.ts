import type { ColumnFacts } from '../profile.ts';
import { describeMet, listed, type Met, PERSONAL_MENDS, type PersonalFinding } from './finding.ts';
import { isPartyHeading, personalHeading } from './heading.ts';
import { isWholeName, mayBeName } from './names.ts';
import { isNhsNumber, isNumberPlate } from './numbers.ts';
import { maskPersonal, type SignKind } from './sign.ts';

/** A column with what its cells showed while the file was read. */
export type ScreenedColumn = { readonly facts: ColumnFacts; readonly met: readonly Met[] };

type Severity = PersonalFinding['severity'];
type Suspicion = { readonly severity: Severity; readonly words: string; readonly met?: Met };

/** Different values a pattern of a whole column must show before it is believed. */
const ENOUGH = 5;
/** Share of values that makes a column one of names, or of NHS numbers. */
const MOSTLY = 0.6;
const NEARLY_ALL = 0.9;
/** Share of mobiles among telephone numbers above which the column is of persons. */
const MOBILE_SHARE = 0.25;
/** Share of persons among firms above which a column of owners is one of persons. */
const PARTY_SHARE = 0.05;

/** What the columns of one layer seem to hold about living persons, the gravest of each column. */
export function judgeColumns(columns: readonly ScreenedColumn[]): readonly PersonalFinding[] {
  const besideAddress = columns.some(({ facts }) => holdsAddresses(facts));
  const named = columns.some(({ facts, met }) => nameSuspicion(facts, met, false) !== undefined);
  return columns.flatMap((column) => {
    const suspicions = suspicionsOf(column, { besideAddress, named });
    return suspicions.length === 0 ? [] : [findingOf(column.facts, suspicions)];
  });
}

type Around = { readonly besideAddress: boolean; readonly named: boolean };

function suspicionsOf({ facts, met }: ScreenedColumn, around: Around): readonly Suspicion[] {
  const found: Suspicion[] = [];
  for (const each of met) {
    if (each.kind === 'name') continue;
    const severity = severityOf(each, facts);
    if (severity !== undefined) found.push({ severity, words: describeMet(each), met: each });
  }
  const name = nameSuspicion(facts, met, around.besideAddress);
  const heading = headingSuspicion(facts, around.named);
  if (name !== undefined) found.push(name);
  if (heading !== undefined) found.push(heading);
  return found;
}

function severityOf(met: Met, facts: ColumnFacts): Severity | undefined {
  const { kind, strong, weak } = met;
  if (kind === 'phone') return phoneSeverity(met, facts);
  if (strong > 0) return 'error';
  if (kind !== 'national-insurance') return 'notice';
  const isColumn =
    personalHeading(facts.name) === kind || (weak >= ENOUGH && weak >= facts.filled * MOSTLY);
  return isColumn ? 'error' : undefined;
}

/** Mobiles in a text are a person's; a column of telephone numbers is an office's until mobiles are many. */
function phoneSeverity({ strong, weak }: Met, { name, filled }: ColumnFacts): Severity {
  if (strong === 0) return 'notice';
  const isPhones = personalHeading(name) === 'phone' || strong + weak >= filled / 2;
  return isPhones && strong < (strong + weak) * MOBILE_SHARE ? 'warning' : 'error';
}

/** Names: with a title anywhere, as the whole cell under a heading about persons, or as most of a column. */
function nameSuspicion(
  facts: ColumnFacts,
  met: readonly Met[],
  besideAddress: boolean,
): Suspicion | undefined {
  const titled = met.find(({ kind }) => kind === 'name');
  const whole = wholeNames(facts, besideAddress);
  const beside = besideAddress ? ', beside addresses' : '';
  if (titled !== undefined && titled.strong > 0 && whole?.severity !== 'error') {
    const few = PLACE.test(facts.name) && titled.strong < facts.filled * PARTY_SHARE;
    return {
      severity: few ? 'warning' : 'error',
      words: `${describeMet(titled)}${beside}`,
      met: titled,
    };
  }
  if (whole !== undefined) return { ...whole, words: `${whole.words}${beside}` };
  return titled && { severity: 'notice', words: describeMet(titled), met: titled };
}

/** Headings of places, which may be called after a person or a shop of that name. */
const PLACE = /address|location|landmark|site|stop|street|road|premises|place|name/i;

/** Cells that are a name and nothing else, as grave as the heading over them makes it. */
function wholeNames(facts: ColumnFacts, besideAddress: boolean): Suspicion | undefined {
  const isParty = isPartyHeading(facts.name);
  const heading = !isParty && personalHeading(facts.name) === 'name';
  const values = namesAmong(facts, heading);
  if (values.length === 0) return undefined;
  const words = wordsOfNames(values, facts);
  const portion = values.length / facts.values.size;
  if (heading) return { severity: STAFF.test(facts.name) ? 'warning' : 'error', words };
  if (isParty) {
    return { severity: portion >= PARTY_SHARE ? 'error' : 'warning', words };
  }
  if (portion < MOSTLY || values.length < ENOUGH) return undefined;
  return { severity: besideAddress ? 'error' : 'warning', words };
}

/** The council's own people, named in their work. */
const STAFF = /officer|head.?teacher|key.?holder|surveyor|inspector/i;

function namesAmong(facts: ColumnFacts, underHeading: boolean): readonly string[] {
  if (facts.type !== 'text' && facts.type !== 'mixed') return [];
  const isName = underHeading ? mayBeName : isWholeName;
  const single =
    underHeading && /surname|forename|(first|last|middle|family|christian).?name/i.test(facts.name);
  return [...facts.values.keys()].filter(
    (text) => isName(text) || (single && /^\p{L}[\p{L}’' -]+$/u.test(text)),
  );
}

const wordsOfNames = (names: readonly string[], { values }: ColumnFacts): string => {
  const cells = names.reduce((sum, name) => sum + (values.get(name) ?? 0), 0);
  return `names of persons (${cells === 1 ? 'once' : `${cells.toLocaleString('en-GB')} times`}, such as ${maskPersonal(names[0] ?? '')})`;
};

/** Headings that mean a person whatever stands under them, and numbers that check out as a person's. */
function headingSuspicion(facts: ColumnFacts, named: boolean): Suspicion | undefined {
  const values = [...facts.values.keys()];
  if (values.length === 0) return undefined;
  const words = wordsOfHeading(personalHeading(facts.name), values);
  if (words === SENSITIVE) return { severity: named ? 'error' : 'warning', words };
  if (words !== undefined) return { severity: 'error', words };
  const nhs = values.filter(isNhsNumber).length;
  return nhs >= ENOUGH && nhs >= values.length * NEARLY_ALL
    ? { severity: 'error', words: 'NHS numbers (their check digits are right)' }
    : undefined;
}

const SENSITIVE = 'facts about persons that the law protects most, by its heading';

function wordsOfHeading(
  kind: ReturnType<typeof personalHeading>,
  values: readonly string[],
): string | undefined {
  if (kind === undefined) return undefined;
  if (kind === 'birth-date') return 'dates of birth, by its heading';
  if (kind === 'sensitive') return SENSITIVE;
  return NUMBERED[kind]?.(values) === true ? NUMBERED_WORDS[kind] : undefined;
}

const share = (values: readonly string[], test: (text: string) => boolean): number =>
  values.filter(test).length / values.length;

/** Numbers under a heading that names them. */
const NUMBERED: Readonly<
  Partial<Record<SignKind | 'sensitive', (values: readonly string[]) => boolean>>
> = {
  'nhs-number': (values) => share(values, (text) => /^\d{3}[ -]?\d{3}[ -]?\d{4}$/.test(text)) > 0,
  'bank-account': (values) =>
    share(values, (text) =>
      /^(\d{2}[- ]?\d{2}[- ]?\d{2}|\d{8}|GB\d{2}[A-Z]{4}[\d ]{14,18})$/i.test(text),
    ) > 0.5,
  vehicle: (values) => share(values, isNumberPlate) > MOBILE_SHARE,
  phone: (values) => share(values, (text) => /^7[1-57-9]\d{8}$/.test(text)) > MOBILE_SHARE,
};
const NUMBERED_WORDS: Readonly<Partial<Record<SignKind | 'sensitive', string>>> = {
  'nhs-number': 'NHS numbers, by its heading',
  'bank-account': 'bank account details, by its heading',
  vehicle: 'vehicle registrations, by its heading',
  phone: 'mobile telephone numbers without their first 0',
};

const ADDRESS = /^\s*(?:(?:flat|apartment|apt|unit)\s+\w+,?\s*)?\d{1,4}[a-z]?[ ,]+\p{L}.*/iu;

/** True for a column of addresses with house numbers: `12 High Street, OL16 1AB`. */
function holdsAddresses({ type, values }: ColumnFacts): boolean {
  if (type !== 'text' || values.size === 0) return false;
  return share([...values.keys()], (text) => ADDRESS.test(text)) >= 0.3;
}

const RANK: Readonly<Record<Severity, number>> = { error: 0, warning: 1, notice: 2 };

function findingOf({ label }: ColumnFacts, suspicions: readonly Suspicion[]): PersonalFinding {
  const [gravest, ...others] = [...suspicions].sort((a, b) => RANK[a.severity] - RANK[b.severity]);
  const severity = gravest?.severity ?? 'notice';
  const same = [gravest, ...others].filter((each) => each?.severity === severity);
  const words = listed(same.map((each) => each?.words ?? ''));
  const line = gravest?.met?.line;
  const value = gravest?.met?.example;
  return {
    where: label,
    severity,
    ...(line === undefined ? {} : { line }),
    ...(value === undefined ? {} : { value }),
    message: `The column “${label}” seems to hold ${words}. ${PERSONAL_MENDS[severity]}`,
  };
}

/** What in a column's values looks like a person's own, in words; undefined when nothing does. Such columns fill no attribute. */
export function personalValues(
  facts: ColumnFacts,
  signsOf: (text: string) => readonly { kind: SignKind; strength: string }[],
): SignKind | undefined {
  if (facts.type !== 'text' && facts.type !== 'mixed' && facts.type !== 'integer') return undefined;
  const counts = new Map<SignKind, number>();
  for (const text of facts.values.keys()) {
    const strong = signsOf(text).find(({ strength }) => strength === 'strong');
    if (strong !== undefined) counts.set(strong.kind, (counts.get(strong.kind) ?? 0) + 1);
  }
  for (const [kind, count] of counts) if (count >= facts.values.size * MOBILE_SHARE) return kind;
  return undefined;
}
