import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from 'react-aria-components';
import { announce } from '#client/ui/announcer.tsx';
import { DialogBox } from '#client/ui/dialog-box.tsx';
import type { DeskDataset, Receipt } from '#data/schema/desk-compare.ts';
import { send } from '../api/send.ts';

type GoBackProps = { readonly receipt: Receipt };

/** The way back from what was published: to the edition before, or off the map; always with a reason. */
export function GoBack({ receipt }: GoBackProps) {
  const [isOpen, setOpen] = useState(false);
  const { before, edition, status } = receipt;
  if (status !== 'live') {
    return (
      <p>
        Edition {edition} is {status === 'withdrawn' ? 'withdrawn' : 'no longer the live one'}. It
        is kept, and <a href={receipt.page}>the public page</a> says what happened.
      </p>
    );
  }
  return (
    <>
      <p>
        {before
          ? `Going back puts edition ${before.edition} live again at once. Edition ${edition} is kept, and the public page says it was withdrawn and why.`
          : 'There is no edition before this one. Taking it down leaves a page that says it was withdrawn and why.'}
      </p>
      <Button className="button" onPress={() => setOpen(true)}>
        {before ? `Go back to edition ${before.edition}` : 'Take it down'}
      </Button>
      {isOpen && <GoBackDialog receipt={receipt} onClose={() => setOpen(false)} />}
    </>
  );
}

type GoBackDialogProps = GoBackProps & { readonly onClose: () => void };

function GoBackDialog({ receipt, onClose }: GoBackDialogProps) {
  const client = useQueryClient();
  const [why, setWhy] = useState('');
  const { before, dataset, edition } = receipt;
  const act = useMutation({
    mutationFn: () =>
      send<DeskDataset>(
        'POST',
        `datasets/${encodeURIComponent(dataset)}/${before ? 'restore' : 'withdraw'}`,
        { ...(before && { edition: before.edition }), why: why.trim() },
      ),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: ['desk'] });
      announce(before ? `Edition ${before.edition} is live again.` : 'It is taken down.');
      onClose();
    },
  });
  const isReady = why.trim() !== '';
  const label = before ? `Go back to edition ${before.edition}` : 'Take it down';
  return (
    <DialogBox title={label} onClose={onClose}>
      <p>
        {before
          ? `Edition ${before.edition} goes live in place of edition ${edition}.`
          : `Edition ${edition} goes off the map, out of the lists and downloads.`}{' '}
        The reason is shown on the public page.
      </p>
      <label className="field">
        <span>Why?</span>
        <textarea
          rows={3}
          maxLength={500}
          value={why}
          onChange={({ target }) => setWhy(target.value)}
        />
      </label>
      {act.error && (
        <p className="tone-bad" role="alert">
          {act.error.message} What is live is as it was.
        </p>
      )}
      <div className="dialog-foot">
        <Button className="button" onPress={onClose}>
          Cancel
        </Button>
        <button
          type="button"
          className="button primary"
          aria-disabled={!isReady}
          onClick={() => isReady && !act.isPending && act.mutate()}
        >
          {isReady ? label : `${label}: say why`}
        </button>
      </div>
    </DialogBox>
  );
}
