import { useMutation } from '@tanstack/react-query';
import { Button } from 'react-aria-components';
import { announce } from '#client/ui/announcer.tsx';
import { Callout } from '#client/ui/callout.tsx';
import type { Draft } from '#data/schema/desk.ts';
import { send } from '../api/send.ts';
import { useDraft } from '../state/draft-context.ts';
import { dayAndTime } from '../state/say.ts';

/** Says who has the draft, where it is not the reader, and lets them take it over. */
export function Holder() {
  const { draft, hold } = useDraft();
  const take = useMutation({
    mutationFn: () => send<Draft>('POST', `drafts/${encodeURIComponent(draft.id)}/take`),
    onSuccess: (taken) => {
      hold(taken);
      announce('The draft is yours. Your colleague can still read it.');
    },
  });
  if (draft.holder.isMe || draft.progress.state === 'published') return null;
  const { name, since } = draft.holder;
  return (
    <div className="holder">
      <Callout tone="info" title={`${name} has this draft.`}>
        Open since {dayAndTime(since, new Date())}. You can read it; nothing you see here changes
        under their hands.{' '}
        <Button className="text-button" isPending={take.isPending} onPress={() => take.mutate()}>
          Take it over
        </Button>
        {take.error && <span role="alert"> {take.error.message}</span>}
      </Callout>
    </div>
  );
}
