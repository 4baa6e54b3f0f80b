/**
 * The features under the reader's last click, and which of them the card shows.
 *
 * A reference is what `/api/features/:id` takes: a feature's id, or `layerId/key` as a tile knows it.
 */
export type Selection = {
  readonly refs: readonly string[];
  readonly index: number;
};

/** Select a stack of features; the first is shown. Nothing under the point: nothing selected. */
export function selectAll(refs: readonly string[]): Selection | undefined {
  const unique = [...new Set(refs)];
  return unique.length === 0 ? undefined : { refs: unique, index: 0 };
}

/** Step through the stack, round its ends. */
export function step(selection: Selection, by: number): Selection {
  const { refs, index } = selection;
  return { refs, index: (((index + by) % refs.length) + refs.length) % refs.length };
}

/** The reference the card shows. */
export function currentRef(selection: Selection | undefined): string | undefined {
  return selection?.refs[selection.index];
}

/** Write a feature's lasting id in place of the tile reference it was picked by. */
export function identify(selection: Selection, ref: string, id: string): Selection {
  if (ref === id || !selection.refs.includes(ref)) return selection;
  return { ...selection, refs: selection.refs.map((each) => (each === ref ? id : each)) };
}
