import type { Sifted } from './sift.ts';

/** Sum of an attribute over the features that match; `unstated` of them say nothing. */
export type Total = { readonly sum: number; readonly stated: number; readonly unstated: number };

/** Add up a number; undefined when no edition has it as one. */
export function sumOf(sifted: readonly Sifted[], attribute: string): Total | undefined {
  let isNumber = false;
  let [sum, stated, matched] = [0, 0, 0];
  for (const { columns, fails, matched: count } of sifted) {
    matched += count;
    const column = columns.attributes.get(attribute);
    if (column?.kind !== 'number') continue;
    isNumber = true;
    for (let at = 0; at < fails.length; at++) {
      const value = column.values[at] as number;
      if (fails[at] !== 0 || Number.isNaN(value)) continue;
      sum += value;
      stated++;
    }
  }
  return isNumber
    ? { sum: Number(sum.toPrecision(12)), stated, unstated: matched - stated }
    : undefined;
}
