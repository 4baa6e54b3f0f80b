import { setImmediate as breathe } from 'node:timers/promises';
import { breaksOf, dateBreaksOf, rangeOf } from './breaks.ts';
import type { Column, EditionColumns } from './column.ts';
import { type Joined, joinedTexts } from './joined.ts';
import type { Shelf } from './shelf.ts';
import { everything, NO_SLOT, type Tally, tallySlots, tallyTexts } from './tally.ts';

/** Numbers are also told one by one when there are no more of them than these. */
const FEW = 12;

/** Slots that features fall into, and how many of the whole layer do. */
export type Slots = {
  /** For each edition the slot of every feature; `NO_SLOT`. */
  readonly slots: readonly Uint8Array[];
  readonly size: number;
  readonly whole: Tally;
};

/** How an attribute is spread over the whole of some editions of one type. */
export type Spread =
  | {
      readonly kind: 'numbers' | 'dates';
      /** One more than there are bins. */
      readonly edges: readonly number[];
      readonly least: number;
      readonly most: number;
      readonly bins: Slots;
      /** Of numbers that are few: each by itself. */
      readonly few?: Slots & { readonly values: readonly number[] };
      readonly bytes: number;
    }
  | {
      readonly kind: 'texts';
      readonly joined: Joined;
      readonly whole: Tally;
      readonly bytes: number;
    };

/** Work out how an attribute is spread; undefined when no feature states it. Kept on the shelf. */
export async function spreadOf(
  attribute: string,
  editions: readonly EditionColumns[],
  shelf: Shelf,
): Promise<Spread | undefined> {
  const columns = editions.map(({ attributes }) => attributes.get(attribute));
  const kind = columns.find((column) => column !== undefined)?.kind;
  if (kind === undefined) return undefined;
  return await shelf.workOut(`spread of ${attribute}`, editions, async () => {
    await breathe();
    if (kind === 'text' || kind === 'list') return await spreadOfTexts(attribute, editions, shelf);
    return await spreadOfNumbers(attribute, editions, columns);
  });
}

async function spreadOfTexts(
  attribute: string,
  editions: readonly EditionColumns[],
  shelf: Shelf,
): Promise<Spread> {
  const joined = await joinedTexts(attribute, editions, shelf);
  await breathe();
  const whole = tallyTexts(attribute, editions.map(whollyIn), joined);
  return { kind: 'texts', joined, whole, bytes: whole.counts.byteLength };
}

const whollyIn = (columns: EditionColumns) => everything({ columns });

async function spreadOfNumbers(
  attribute: string,
  editions: readonly EditionColumns[],
  columns: readonly (Column | undefined)[],
): Promise<Spread> {
  const isDate = columns.some((column) => column?.kind === 'date');
  const stated = statedIn(columns);
  await breathe();
  const [least, most] = rangeOf(stated);
  const edges = isDate ? dateBreaksOf(stated) : breaksOf(stated, { whole: areWhole(stated) });
  const few = isDate ? undefined : fewOf(stated);
  await breathe();
  const slotsOf = (size: number, slotOf: (value: number) => number): Slots => {
    const slots = columns.map((column, part) => slotsIn(column, editions[part]?.size ?? 0, slotOf));
    return { slots, size, whole: tallySlots(attribute, editions.map(whollyIn), { slots, size }) };
  };
  const bins = slotsOf(Math.max(edges.length - 1, 0), (value) => binOf(value, edges));
  await breathe();
  const each = few && { values: few, ...slotsOf(few.length, (value) => few.indexOf(value)) };
  const bytes = [...bins.slots, ...(each?.slots ?? [])].reduce(
    (sum, { length }) => sum + length,
    0,
  );
  const kind = isDate ? 'dates' : 'numbers';
  return { kind, edges, least, most, bins, ...(each ? { few: each } : {}), bytes };
}

/** All numbers or dates stated, one after the other. */
function statedIn(columns: readonly (Column | undefined)[]): Float64Array {
  const valuesOf = (column: Column | undefined) =>
    column?.kind === 'number' || column?.kind === 'date' ? column.values : new Float64Array(0);
  const all = columns.map(valuesOf);
  const stated = new Float64Array(all.reduce((sum, { length }) => sum + length, 0));
  let size = 0;
  for (const [part, values] of all.entries()) {
    const isDate = columns[part]?.kind === 'date';
    for (let at = 0; at < values.length; at++) {
      const value = values[at] as number;
      if (isDate ? value >= 0 : Number.isFinite(value)) stated[size++] = value;
    }
  }
  return stated.subarray(0, size);
}

function areWhole(values: Float64Array): boolean {
  for (let at = 0; at < values.length; at++) if (!Number.isInteger(values[at])) return false;
  return true;
}

/** The distinct values, when they are few. */
function fewOf(values: Float64Array): number[] | undefined {
  const distinct = new Set<number>();
  for (let at = 0; at < values.length; at++) {
    distinct.add(values[at] as number);
    if (distinct.size > FEW) return undefined;
  }
  return [...distinct].sort((one, other) => one - other);
}

function slotsIn(
  column: Column | undefined,
  size: number,
  slotOf: (value: number) => number,
): Uint8Array {
  const slots = new Uint8Array(size).fill(NO_SLOT);
  if (column?.kind !== 'number' && column?.kind !== 'date') return slots;
  const { values } = column;
  const isDate = column.kind === 'date';
  for (let at = 0; at < size; at++) {
    const value = values[at] as number;
    if (isDate ? value >= 0 : Number.isFinite(value)) slots[at] = slotOf(value);
  }
  return slots;
}

/** The bin a value is in; the last one holds its end. */
function binOf(value: number, edges: readonly number[]): number {
  let bin = 0;
  while (bin < edges.length - 2 && value >= (edges[bin + 1] as number)) bin++;
  return bin;
}
