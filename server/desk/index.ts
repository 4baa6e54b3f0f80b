import { openDeciding } from './deciding.ts';
import type { DeskDeps } from './draft/deps.ts';
import { openDrafting } from './draft/desk.ts';
import { recoverPublishing } from './publish/publish-draft.ts';

/** The desk, open: what it needs, what changes drafts, what people decide about them. */
export type Desk = {
  readonly deps: DeskDeps;
  readonly drafting: ReturnType<typeof openDrafting>;
  readonly deciding: ReturnType<typeof openDeciding>;
  /** Make good what a server that fell left behind, and go on reading. */
  readonly resume: () => Promise<void>;
  readonly close: () => Promise<void>;
};

/** Open the desk. */
export function openDesk(deps: DeskDeps): Desk {
  const drafting = openDrafting(deps);
  return {
    deps,
    drafting,
    deciding: openDeciding(deps, drafting),
    async resume() {
      await recoverPublishing(deps);
      await drafting.resume();
    },
    async close() {
      await drafting.readers.close();
      deps.publishing.harmoniser.rest();
    },
  };
}
