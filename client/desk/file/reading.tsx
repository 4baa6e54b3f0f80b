import { useEffect } from 'react';
import { announce } from '#client/ui/announcer.tsx';
import { Callout } from '#client/ui/callout.tsx';
import type { DraftProgress } from '#data/schema/desk.ts';
import { isBusy } from '../api/drafts.ts';

type ReadingProps = { readonly progress: DraftProgress };

/** How far the reading is, with counts; it goes on when the page is left. */
export function Reading({ progress }: ReadingProps) {
  const { state, words, done, of } = progress;
  const isWorking = isBusy(progress);
  useEffect(() => {
    if (!isWorking) announce(words);
  }, [isWorking, words]);
  if (state === 'unreadable') {
    return (
      <Callout tone="bad" title="We could not read it.">
        {words}
      </Callout>
    );
  }
  if (!isWorking) return null;
  return (
    <div className="sending" aria-busy="true">
      <p>{words}</p>
      <progress aria-label="Read" max={of ?? 1} value={of === undefined ? undefined : done} />
      <p className="sending-share">You can leave this page: the reading goes on.</p>
    </div>
  );
}
