import type { Explore } from './explore.ts';
import { currentRef } from './selection.ts';

/** How a change reaches the browser's history. */
export type Step = 'push' | 'replace';

/**
 * Whether Back should undo a change: another feature, tab, filter or area is a step of its own; camera, layers
 * and the rest rewrite the present step.
 */
export function stepOf(before: Explore, after: Explore): Step {
  const selected = currentRef(before.selection) !== currentRef(after.selection);
  // an id taking the place of the tile reference it stands for is the same feature
  const renamed =
    before.selection?.refs.length === after.selection?.refs.length &&
    before.selection?.index === after.selection?.index &&
    currentRef(before.selection)?.includes('/') === true &&
    currentRef(after.selection)?.startsWith('odin:') === true &&
    !currentRef(before.selection)?.startsWith('odin:');
  const reasked = before.filters !== after.filters || before.asked !== after.asked;
  return (selected && !renamed) || before.tab !== after.tab || reasked ? 'push' : 'replace';
}
