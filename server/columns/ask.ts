import type { Condition, LayerFilter } from '#data/query/filter.ts';
import type { Bounds } from '#data/schema/geometry.ts';
import type { EditionRow } from '#server/store/rows.ts';
import type { EditionColumns } from './column.ts';
import type { Shelf } from './shelf.ts';
import { type Sifted, siftInTurns } from './sift.ts';

/** Which features of some live editions are asked for. */
export type Question = {
  readonly editions: readonly EditionRow[];
  /** Every live edition by its row. */
  readonly live: { readonly has: (edition: number) => boolean };
  readonly bounds?: Bounds;
  /** Tells which features of an edition lie in the area asked about, a place for each. */
  readonly inside?: (columns: EditionColumns) => Promise<Uint8Array>;
  /** Those of other layers are left aside; several of one layer must all be met. */
  readonly filters?: readonly LayerFilter[];
};

/** Editions and what was made of their features: those of one edition stand at its place in both lists. */
export type Matched = {
  readonly editions: readonly EditionRow[];
  readonly sifted: readonly Sifted[];
};

/** Put a question to live editions: what each of their features makes of it, in the order of `editions`. */
export async function ask(shelf: Shelf, question: Question): Promise<Sifted[]> {
  const { editions, live, bounds, inside, filters = [] } = question;
  const taken = await shelf.take(editions, live);
  const sifted: Sifted[] = [];
  for (const [place, columns] of taken.entries()) {
    const conditions = conditionsOf(filters, editions[place]?.layerId);
    sifted.push(
      await siftInTurns(columns, {
        ...(bounds ? { bounds } : {}),
        ...(inside ? { inside: await inside(columns) } : {}),
        conditions,
      }),
    );
  }
  return sifted;
}

const conditionsOf = (filters: readonly LayerFilter[], layerId: string | undefined): Condition[] =>
  filters.flatMap((filter) => (filter.layerId === layerId ? filter.conditions : []));

/** How many features match. */
export const countMatches = (sifted: readonly Sifted[]): number =>
  sifted.reduce((sum, { matched }) => sum + matched, 0);

/** Up to `limit` figures of matching features: their rows or keys, as published. */
export function matching(
  sifted: readonly Sifted[],
  of: 'rows' | 'keys',
  limit = Number.POSITIVE_INFINITY,
): number[] {
  const found: number[] = [];
  for (const { columns, fails } of sifted) {
    for (let at = 0; at < fails.length && found.length < limit; at++) {
      if (fails[at] === 0) found.push(columns[of][at] as number);
    }
  }
  return found;
}
