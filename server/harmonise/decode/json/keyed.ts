import { membersOf, parse, type Span } from './scan.ts';

const OPEN_OBJECT = 123;
/** Share of the members that must be objects with a name in common with the first. */
const ALIKE_SHARE = 0.8;

/** A record under its own key: `{"LP001": {"lat": 53.5}, "LP002": {…}}`. */
export type Keyed = { readonly key: string; readonly span: Span };

/**
 * The records of an object that is a list in disguise: two or more members, objects that name the
 * same things; looked for at the first level and one below.
 */
export function findKeyed(bytes: Buffer, whole: Span): readonly Keyed[] | undefined {
  if (bytes[whole.start] !== OPEN_OBJECT) return undefined;
  const members = membersOf(bytes, whole.start, () => {});
  const own = keyedOf(bytes, members);
  if (own) return own;
  for (const inner of members.values()) {
    if (bytes[inner.start] !== OPEN_OBJECT) continue;
    const found = keyedOf(
      bytes,
      membersOf(bytes, inner.start, () => {}),
    );
    if (found) return found;
  }
  return undefined;
}

function keyedOf(bytes: Buffer, members: ReadonlyMap<string, Span>): Keyed[] | undefined {
  const records = [...members].filter(([, span]) => bytes[span.start] === OPEN_OBJECT);
  const [first] = records;
  if (!first || records.length < 2 || records.length < members.size) return undefined;
  const names = namesOf(bytes, first[1]);
  const alike = records.filter(([, span]) =>
    namesOf(bytes, span).some((one) => names.includes(one)),
  );
  if (names.length < 2 || alike.length < records.length * ALIKE_SHARE) return undefined;
  return records.map(([key, span]) => ({ key, span }));
}

function namesOf(bytes: Buffer, span: Span): string[] {
  const value = parse(bytes, span);
  return typeof value === 'object' && value !== null ? Object.keys(value) : [];
}
