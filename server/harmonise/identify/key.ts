import { attributesOf } from '#data/features/index.ts';
import type { AttributeValue } from '#data/schema/attribute.ts';
import type { FeatureType } from '#data/schema/feature-type.ts';
import type { RawRecord } from '#data/schema/flow.ts';
import type { Lock } from '#data/schema/harmonised.ts';
import type { Source } from '#data/schema/source.ts';
import { findColumn, type Plan } from '../fields/plan.ts';
import { isUnstableKey } from '../fields/suggest-columns.ts';
import { textOf } from '../fields/text.ts';
import type { ColumnFacts } from '../profile.ts';
import type { Tally } from '../tally.ts';

/** How the records of a layer are told apart from one edition to the next. */
export type KeyPlan =
  /** The publisher's reference, or another identifier the layer carries. */
  | { readonly strategy: 'reference'; readonly attribute: string }
  /** Several columns together, named by the descriptor. */
  | { readonly strategy: 'composite'; readonly columns: readonly ColumnFacts[] }
  /** Name and place: what stays the same when the rest is edited. */
  | { readonly strategy: 'content' }
  /** Place alone, by the descriptor's word. */
  | { readonly strategy: 'spatial' };

/** A key as the lock keeps it. */
export function verdictOf(plan: KeyPlan): NonNullable<Lock['key']> {
  const { strategy } = plan;
  if (strategy === 'reference') return { strategy, from: [plan.attribute] };
  if (strategy === 'composite') return { strategy, from: plan.columns.map(({ name }) => name) };
  return { strategy, from: [] };
}

/** Attributes that identify a thing nationally, best first. */
const IDENTIFIER = /(^|-)(urn|code|reference|ref|id|entry|uprn)$/;
/** Envelope identifiers of other things than the record itself. */
const NOT_ITS_OWN = new Set(['gss', 'ward-code', 'lsoa', 'toid', 'usrn', 'osm-id', 'parent']);

/**
 * Choose the key of a layer: the descriptor's, else its reference column, else an identifier of the type that
 * never repeats, else name and place. A column that databases renumber is reported and not used.
 */
export function chooseKey(
  plan: Plan,
  type: FeatureType | undefined,
  source: Source | undefined,
  tally: Tally,
): KeyPlan {
  const columns = [...plan.rest, ...plan.position, ...plan.fields.flatMap(columnsOf)];
  const said = fromDescriptor(source, columns);
  if (said !== undefined) return said;
  noticeUnstable(plan, columns, tally);
  const field = plan.fields.find(({ attribute }) => attribute.name === 'reference');
  if (field?.taps.every(({ column }) => !isUnstableKey(column.name))) {
    return { strategy: 'reference', attribute: 'reference' };
  }
  const own = type === undefined ? [] : attributesOf(type).map(({ name }) => name);
  const other = plan.fields.find(
    ({ attribute: { name }, taps: [tap] }) =>
      own.includes(name) &&
      IDENTIFIER.test(name) &&
      !NOT_ITS_OWN.has(name) &&
      tap?.column.unique &&
      tap.column.sampled > 0,
  );
  if (other !== undefined) return { strategy: 'reference', attribute: other.attribute.name };
  return { strategy: 'content' };
}

const columnsOf = ({ taps }: Plan['fields'][number]): readonly ColumnFacts[] =>
  taps.map(({ column }) => column);

function fromDescriptor(
  source: Source | undefined,
  columns: readonly ColumnFacts[],
): KeyPlan | undefined {
  if (source?.key === undefined) return undefined;
  const { strategy } = source.key;
  if (strategy === 'content' || strategy === 'spatial') return { strategy };
  const found = source.key.columns.flatMap((heading) => findColumn(heading, columns) ?? []);
  return found.length === 0 ? undefined : { strategy: 'composite', columns: found };
}

function noticeUnstable(plan: Plan, columns: readonly ColumnFacts[], tally: Tally): void {
  const stable = plan.fields.some(
    ({ attribute, taps }) =>
      IDENTIFIER.test(attribute.name) || (attribute.name === 'reference' && taps.length > 0),
  );
  const unstable = columns.find((column) => isUnstableKey(column.name) && column.filled > 0);
  if (unstable === undefined || stable) return;
  tally.note(
    { code: 'id.unstable-key', column: unstable.name },
    `“${unstable.name}” is numbered anew at each export, so it cannot follow a record from one edition to the next: publish a reference of your own.`,
  );
}

/** What a key is read from. */
export type KeyParts = {
  readonly record: RawRecord;
  readonly attributes: Readonly<Record<string, AttributeValue>>;
};

/** The key of one record; `''` when the record does not carry what the strategy asks for. */
export function keyOf(plan: KeyPlan, parts: KeyParts): string {
  switch (plan.strategy) {
    case 'reference':
      return foldKey(parts.attributes[plan.attribute]);
    case 'composite':
      return compositeOf(plan.columns, parts.record);
    default:
      return '';
  }
}

function compositeOf(columns: readonly ColumnFacts[], record: RawRecord): string {
  const cells = columns.map(({ index }) => foldKey(textOf(record.values[index] ?? null)));
  return cells.every((cell) => cell === '') ? '' : cells.join('\u001f');
}

/** References are compared without regard to case and spacing: `SH 2132` is `sh 2132`. */
const foldKey = (value: AttributeValue | undefined): string =>
  value === undefined ? '' : String(value).trim().toLowerCase().replace(/\s+/g, ' ');

/**
 * What a record without a key is known by: its name and where it lies (where alone, when the key is spatial),
 * else all it says.
 *
 * @param place where it lies, short and stable; undefined when unplaced
 */
export function contentKeyOf(
  { strategy }: KeyPlan,
  { record, attributes }: KeyParts,
  place: string | undefined,
): string {
  if (place !== undefined) {
    return strategy === 'spatial' ? `at ${place}` : `at ${place} ${foldKey(attributes.name)}`;
  }
  return `says ${rawKeyOf(record)}`;
}

/** Every cell of a record as one text. */
export const rawKeyOf = (record: RawRecord): string => record.values.map(textOf).join('\u001f');
