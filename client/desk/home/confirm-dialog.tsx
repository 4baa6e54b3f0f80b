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

/** What the dialog says, and asks; it asks nothing while a colleague has to agree. */
type Words = {
  readonly title: string;
  readonly body: string;
  readonly asks?: Asks;
  /** Before “Upload a file instead”. */
  readonly other: string;
};

type Asks = {
  readonly ask: string;
  readonly example: string;
  readonly act: string;
  /** What is not filled in. */
  readonly missing: string;
  readonly done: string;
};

function confirmWords({ holds }: DeskTask): Words {
  return {
    title: 'nothing has changed',
    body: `${holds} stay as they are. The public page will say that they were checked today, and why.`,
    asks: {
      ask: 'How do you know?',
      example: 'For example: checked against the case register by the conservation officer.',
      act: 'Confirm',
      missing: 'say how you know',
      done: 'confirmed as it is.',
    },
    other: 'Something has changed?',
  };
}

/** Of an edition that is held: one person decides, or two where much is lost. */
function heldWords({ held, next, two }: DeskTask): Words {
  const common = {
    title: `edition ${held} is held`,
    body: `${next.words} Until ${two === undefined ? 'you publish it' : 'it is published'} the edition before stays live.`,
    other: 'It is wrong? Leave it, or',
  };
  const asks = {
    ask: 'Why is it right?',
    example: 'For example: sites that were built on left the register. Shown on the public page.',
    act: `Publish edition ${held}`,
    missing: 'say why',
    done: `edition ${held} is live.`,
  };
  switch (two) {
    case undefined:
      return { ...common, asks };
    case 'nobody': {
      const done = `you say that edition ${held} is right; a colleague has to agree.`;
      return { ...common, asks: { ...asks, act: 'Say that it is right', done } };
    }
    case 'caller':
      return common;
    case 'colleague': {
      const example = 'For example: compared with the site visits. Shown on the public page.';
      const act = `Agree and publish edition ${held}`;
      return { ...common, asks: { ...asks, ask: 'How do you know?', example, act } };
    }
  }
}

/** Say that an edition still holds, or that one that is held is right, and how that is known. */
export function ConfirmDialog({ task, publisher, onClose }: ConfirmDialogProps) {
  const client = useQueryClient();
  const [why, setWhy] = useState('');
  const words = task.action.kind === 'accept' ? heldWords(task) : confirmWords(task);
  const { asks } = words;
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
      announce(`${task.title}: ${asks?.done}`);
      onClose();
    },
  });
  const isReady = why.trim() !== '';
  return (
    <DialogBox title={`${task.title}: ${words.title}`} onClose={onClose}>
      <p>{words.body}</p>
      {asks && (
        <label className="field">
          <span>{asks.ask}</span>
          <textarea
            rows={3}
            maxLength={500}
            value={why}
            onChange={({ target }) => setWhy(target.value)}
          />
          <small>{asks.example}</small>
        </label>
      )}
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
          {asks ? 'Cancel' : 'Close'}
        </Button>
        {asks && (
          <button
            type="button"
            className="button primary"
            aria-disabled={!isReady}
            onClick={() => isReady && !confirm.isPending && confirm.mutate()}
          >
            {isReady ? asks.act : `${asks.act}: ${asks.missing}`}
          </button>
        )}
      </div>
    </DialogBox>
  );
}
