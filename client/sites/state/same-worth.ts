import type { Prefer } from '#data/siting/criterion.ts';

/** Whether preferred criteria differ in nothing but their weights and locks. */
export const isSameWorth = (some: readonly Prefer[], others: readonly Prefer[]): boolean =>
  some.length === others.length &&
  some.every((one, index) => {
    const other = others[index];
    return one.id === other?.id && one.what === other.what && one.worth === other.worth;
  });
