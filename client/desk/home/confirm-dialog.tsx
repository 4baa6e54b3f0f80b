import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from 'react-aria-components';
import { askJson } from '#client/api/client.ts';
import { announce } from '#client/ui/announcer.tsx';
import { DialogBox } from '#client/ui/dialog-box.tsx';
import type { DeskTask } from '#data/schema/desk-home.ts';
import { withToken } from '../api/session.ts';
import { Link } from '../frame/link.tsx';

type ConfirmDialogProps = {
  readonly task: DeskTask;
  readonly publisher: string;
  readonly onClose: () => void;
};

/** Say that an edition still holds, and how that is known. */
export function ConfirmDialog({ task, publisher, onClose }: ConfirmDialogProps) {
  const client = useQueryClient();
  const [why, setWhy] = useState('');
  const confirm = useMutation({
    mutationFn: () =>
      withToken((headers) =>
        askJson<unknown>(task.action.href, {
          method: 'POST',
          headers: { ...headers, 'content-type': 'application/json' },
          body: JSON.stringify({ why: why.trim() }),
        }),
      ),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: ['desk', 'home'] });
      announce(`${task.title}: confirmed as it is.`);
      onClose();
    },
  });
  const isReady = why.trim() !== '';
  return (
    <DialogBox title={`${task.title}: nothing has changed`} onClose={onClose}>
      <p>
        {task.holds} stay as they are. The public page will say that they were checked today, and
        why.
      </p>
      <label className="field">
        <span>How do you know?</span>
        <textarea
          rows={3}
          maxLength={500}
          value={why}
          onChange={({ target }) => setWhy(target.value)}
        />
        <small>For example: checked against the case register by the conservation officer.</small>
      </label>
      {confirm.error && (
        <p className="tone-bad" role="alert">
          {confirm.error.message} The edition is as it was.
        </p>
      )}
      <div className="dialog-foot">
        <p>
          Something has changed?{' '}
          <Link to={{ kind: 'new', publisher, dataset: task.key }}>Upload a file</Link> instead.
        </p>
        <Button className="button" onPress={onClose}>
          Cancel
        </Button>
        <button
          type="button"
          className="button primary"
          aria-disabled={!isReady}
          onClick={() => isReady && !confirm.isPending && confirm.mutate()}
        >
          {isReady ? 'Confirm' : 'Confirm: say how you know'}
        </button>
      </div>
    </DialogBox>
  );
}
