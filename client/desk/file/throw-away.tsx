import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from 'react-aria-components';
import { announce } from '#client/ui/announcer.tsx';
import { DialogBox } from '#client/ui/dialog-box.tsx';
import { send } from '../api/send.ts';
import { useDraft } from '../state/draft-context.ts';
import { go } from '../state/navigate.ts';

type ThrowAwayProps = {
  /** The file is being read: throwing it away ends that too. */
  readonly isReading: boolean;
};

/** Throw a draft away; what is live stays. */
export function ThrowAway({ isReading }: ThrowAwayProps) {
  const { draft } = useDraft();
  const client = useQueryClient();
  const [isAsking, setAsking] = useState(false);
  const remove = useMutation({
    mutationFn: () => send<undefined>('DELETE', `drafts/${encodeURIComponent(draft.id)}`),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: ['desk', 'home'] });
      announce('The draft is thrown away.');
      go({ kind: 'home', publisher: draft.publisher.id }, 'replace');
    },
  });
  return (
    <>
      <Button className="text-button" onPress={() => setAsking(true)}>
        {isReading ? 'Cancel the reading' : 'Throw this draft away'}
      </Button>
      {isAsking && (
        <DialogBox title="Throw this draft away" onClose={() => setAsking(false)}>
          <p>
            The file and {draft.undo === undefined ? 'all' : `${draft.undo.left} things`} you
            settled in this draft go. What is live stays as it is.
          </p>
          {remove.error && (
            <p className="tone-bad" role="alert">
              {remove.error.message} The draft is as it was.
            </p>
          )}
          <div className="dialog-foot">
            <Button className="button" onPress={() => setAsking(false)}>
              Keep it
            </Button>
            <Button
              className="button primary"
              isPending={remove.isPending}
              onPress={() => remove.mutate()}
            >
              Throw away
            </Button>
          </div>
        </DialogBox>
      )}
    </>
  );
}
