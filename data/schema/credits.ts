/** One line of credit, as `attributionOf` gives it, and who asks for it. */
export type Credit = {
  /** Name of the publisher. */
  readonly holder: string;
  /** Licence id. */
  readonly licence: string;
  /** Empty when the licence asks for none. */
  readonly statement: string;
};

/** Credits of a map, print or download as one. */
export type Credits = {
  /** For the corner of a map: `Contains OS data © Crown copyright … 2026 · © OpenStreetMap contributors`. */
  readonly short: string;
  /** For `LICENCES.txt`, one statement a line, in the required order. */
  readonly long: readonly string[];
};

/**
 * Lines that several publishers must print word for word, in the order they must stand: Ordnance Survey,
 * Royal Mail, ONS. Source: the licences' own attribution statements.
 */
const SHARED_LINES: readonly RegExp[] = [
  /Contains (?:OS|Ordnance Survey) data © Crown copyright and database rights?(?: \d{4})?\.?/,
  /Contains Royal Mail data © Royal Mail copyright and database rights?(?: \d{4})?\.?/,
  /Source: Office for National Statistics licensed under the Open Government Licence v\.?3\.0\.?/,
];

const YEAR = /\b(?:19|20)\d{2}\b/;

type Line = { readonly rank: number; readonly text: string; readonly holder: string };

/**
 * Put credits together: one line a licence and holder with the newest year, Ordnance Survey first, then Royal
 * Mail, then ONS, then the others by name. What is asked for twice is printed once.
 */
export function combineCredits(credits: readonly Credit[]): Credits {
  const newest = new Map<string, Line>();
  for (const line of credits.flatMap(linesOf)) {
    const holder = isShared(line) ? '' : line.holder;
    const key = [line.rank, holder, line.text.replace(YEAR, '')].join(' ');
    const known = newest.get(key);
    if (known === undefined || yearOf(line.text) > yearOf(known.text)) newest.set(key, line);
  }
  const lines = [...newest.values()].sort(inOrder);
  return { long: [...new Set(lines.map(({ text }) => text))], short: shorten(lines) };
}

const isShared = ({ rank }: Line): boolean => rank < SHARED_LINES.length;

/** A credit parted into the lines others ask for too and the rest, each ending with a full stop. */
function linesOf({ holder, statement }: Credit): readonly Line[] {
  let rest = statement;
  const shared: Line[] = [];
  for (const [rank, pattern] of SHARED_LINES.entries()) {
    const found = pattern.exec(rest)?.[0];
    if (found === undefined) continue;
    shared.push({ rank, text: withStop(found), holder });
    rest = rest.replace(pattern, ' ');
  }
  const own = rest.replaceAll(/\s+/g, ' ').trim();
  if (!/[\p{L}\p{N}]/u.test(own)) return shared;
  return [...shared, { rank: SHARED_LINES.length, text: withStop(own), holder }];
}

const withStop = (text: string): string => (text.endsWith('.') ? text : `${text}.`);

const yearOf = (text: string): number => Number(YEAR.exec(text)?.[0] ?? 0);

const inOrder = (a: Line, b: Line): number =>
  a.rank - b.rank || compare(a.holder, b.holder) || compare(a.text, b.text);

/** By code point, so that two machines order alike. */
const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

function shorten(lines: readonly Line[]): string {
  const parts = lines.map((line) =>
    isShared(line) ? line.text.replace(/\.$/, '') : `© ${line.holder}`,
  );
  return [...new Set(parts)].join(' · ');
}
