import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useSyncExternalStore } from 'react';
import { ApiProblem } from '#client/api/client.ts';
import { forgetSession, useAccount } from '#client/api/session.ts';
import { announce } from '#client/ui/announcer.tsx';
import type { Draft } from '#data/schema/desk.ts';
import { dropDraft, holdDraft } from '../api/drafts.ts';
import { send } from '../api/send.ts';
import { sound } from '../frame/alarm.tsx';
import type { ChoiceTaken, DraftDesk } from './draft-context.ts';
import { createSaver, type Saving } from './saver.ts';

/** How often what could not be sent is tried again, ms. */
const AGAIN_MS = 10_000;

/** What can be done with a draft, and how saving it goes. */
export function useDraftDesk(draft: Draft): DraftDesk {
  const client = useQueryClient();
  const { id } = draft;
  const account = useAccount().account?.accountId ?? '';
  const hold = useCallback((next: Draft) => holdDraft(client, next), [client]);
  const saver = useMemo(
    () =>
      createSaver<Draft>({
        // two people at one device do not send one another's work
        name: `${account}.${id}`,
        keep: localStorage,
        send: async ({ method, path, body }) => {
          try {
            return await send<Draft>(method, `drafts/${encodeURIComponent(id)}/${path}`, body);
          } catch (cause) {
            if (cause instanceof ApiProblem && cause.status === 401) forgetSession(client);
            throw cause;
          }
        },
        onAnswer: hold,
        onRefused: () => dropDraft(client, id),
      }),
    [id, account, hold, client],
  );
  const saving = useSyncExternalStore(saver.subscribe, saver.saving);
  const retry = useCallback(() => void saver.retry(), [saver]);
  useSaid(saving);
  useRetries(saving, retry);
  // another visit may have left something, or this one begins with it
  useEffect(retry, [retry]);

  const isReadOnly = !draft.holder.isMe || draft.progress.state === 'published';
  const { undo: undoable } = draft;
  const undo = useCallback(async () => {
    if (saver.drop()) announce('Undone: what was not saved yet.');
    else if (await saver.once({ method: 'DELETE', path: 'decisions/last' })) {
      announce(undoable === undefined ? 'Undone.' : `Undone: ${undoable.words}.`);
    }
  }, [saver, undoable]);
  const choose = useCallback(
    (taken: ChoiceTaken) => saver.act({ method: 'POST', path: 'decisions', body: taken }),
    [saver],
  );
  return {
    draft,
    isReadOnly,
    saving,
    waiting: saver.waiting(),
    act: saver.act,
    choose,
    undo: (undoable || saver.waiting().length > 0) && !isReadOnly ? () => void undo() : undefined,
    retry,
    hold,
  };
}

/** What is not saved is said at once; what is, when it was not before. */
function useSaid(saving: Saving): void {
  const { kind } = saving;
  useEffect(() => {
    if (kind === 'unsent') sound('Not saved: your work is kept on this device.');
    if (kind === 'refused') sound('Not saved.');
  }, [kind]);
}

function useRetries({ kind }: Saving, retry: () => void): void {
  const isWaiting = kind === 'unsent';
  useEffect(() => {
    if (!isWaiting) return;
    const timer = setInterval(retry, AGAIN_MS);
    addEventListener('online', retry);
    return () => {
      clearInterval(timer);
      removeEventListener('online', retry);
    };
  }, [isWaiting, retry]);
}
