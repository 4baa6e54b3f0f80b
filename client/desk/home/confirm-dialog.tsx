import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from 'react-aria-components';
import { askJson } from '#client/api/client.ts';
import { withToken } from '#client/api/session.ts';
import { announce } from '#client/ui/announcer.tsx';
import { DialogBox } from '#client/ui/dialog-box.tsx';
import type { DeskTask } from '#data/schema/desk-home.ts';
import { Link } from '../frame/link.tsx';

type ConfirmDialogProps = {
  readonly task: DeskTask;
  readonly publisher: string;
  readonly onClose: () => void;
};

/** What the dialog says of an edition that still holds, or of one that is held. */
const wordsOf = ({ action, holds, held, next }: DeskTask) =>
  action.kind === 'accept'
    ? {
        title: `edition ${held} is held`,
        body: `${next.words} Until you publish it the edition before stays live.`,
        ask: 'Why is it right?',
        example:
          'For example: sites that were built on left the register. Shown on the public page.',
        other: 'It is wrong? Leave it, or',
        act: `Publish edition ${held}`,
        missing: 'say why',
        done: `edition ${held} is live.`,
      }
    : {
        title: 'nothing has changed',
        body: `${holds} stay as they are. The public page will say that they were checked today, and why.`,
        ask: 'How do you know?',
        example: 'For example: checked against the case register by the conservation officer.',
        other: 'Something has changed?',
        act: 'Confirm',
        missing: 'say how you know',
        done: 'confirmed as it is.',
      };

/** Say that an edition still holds, or that one that is held is right, and how that is known. */
export function ConfirmDialog({ task, publisher, onClose }: ConfirmDialogProps) {
  const client = useQueryClient();
  const [why, setWhy] = useState('');
  const words = wordsOf(task);
  const confirm = useMutation({
    mutationFn: () =>
      withToken((headers) =>
        askJson<unknown>(task.action.href, {
          method: 'POST',
          headers: { ...headers, 'content-type': 'application/json' },
          body: JSON.stringify({
            why: why.trim(),
            ...(task.held === undefined ? {} : { edition: task.held }),
          }),
        }),
      ),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: ['desk', 'home'] });
      announce(`${task.title}: ${words.done}`);
      onClose();
    },
  });
  const isReady = why.trim() !== '';
  return (
    <DialogBox title={`${task.title}: ${words.title}`} onClose={onClose}>
      <p>{words.body}</p>
      <label className="field">
        <span>{words.ask}</span>
        <textarea
          rows={3}
          maxLength={500}
          value={why}
          onChange={({ target }) => setWhy(target.value)}
        />
        <small>{words.example}</small>
      </label>
      {confirm.error && (
        <p className="tone-bad" role="alert">
          {confirm.error.message} The edition is as it was.
        </p>
      )}
      <div className="dialog-foot">
        <p>
          {words.other}{' '}
          <Link to={{ kind: 'new', publisher, dataset: task.key }}>Upload a file</Link> instead.
          {task.held !== undefined && (
            <>
              {' '}
              <a href={`/data/${encodeURIComponent(task.key)}`}>Look at what changes</a>
            </>
          )}
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
          {isReady ? words.act : `${words.act}: ${words.missing}`}
        </button>
      </div>
    </DialogBox>
  );
}
