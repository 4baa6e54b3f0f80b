import type { SearchAnswer } from '#data/schema/search-answer.ts';

/** One result of a search, as the server gives it. */
export type SearchResult = SearchAnswer['groups'][number]['results'][number];

/** A result with its number in the whole list. */
export type SearchOption = {
  readonly index: number;
  readonly kind: SearchAnswer['groups'][number]['kind'];
  readonly result: SearchResult;
};

/** A heading with its results, numbered on through all groups. */
export type OptionGroup = { readonly title: string; readonly options: readonly SearchOption[] };

/** Number the results through, so that arrow keys walk over the headings; empty groups are left out. */
export function numberOptions(answer: SearchAnswer | undefined): readonly OptionGroup[] {
  let index = 0;
  return (answer?.groups ?? [])
    .filter(({ results }) => results.length > 0)
    .map(({ kind, title, results }) => ({
      title,
      options: results.map((result) => {
        const option = { index, kind, result };
        index += 1;
        return option;
      }),
    }));
}

/** The option after or before the active one, round the ends; the first or last when none is active. */
export function stepOption(active: number | undefined, count: number, by: 1 | -1) {
  if (count === 0) return undefined;
  if (active === undefined) return by === 1 ? 0 : count - 1;
  return (active + by + count) % count;
}

/** What a screen reader hears when results come. */
export function sayResults(groups: readonly OptionGroup[], asked: string): string {
  const parts = groups.map(({ title, options }) => `${options.length} under ${title}`);
  return parts.length === 0 ? `Nothing found for ${asked}` : parts.join(', ');
}
