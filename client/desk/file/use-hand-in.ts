import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { announce } from '#client/ui/announcer.tsx';
import type { Draft, NewDraft } from '#data/schema/desk.ts';
import { holdDraft } from '../api/drafts.ts';
import { send } from '../api/send.ts';
import { upload } from '../api/upload.ts';
import { go } from '../state/navigate.ts';
import { headOf, wrongFile } from './wrong-file.ts';

/** Where a file goes: a new draft, or in place of a draft's file. */
export type Destination =
  | {
      readonly kind: 'new';
      readonly publisher: string;
      readonly featureType?: string;
      readonly dataset?: string;
    }
  | { readonly kind: 'replace'; readonly draft: string };

/** How handing in goes. */
export type HandingIn = {
  readonly isBusy: boolean;
  /** Share of the file that has left this device, 0–1; undefined for an address, which the server fetches. */
  readonly sent: number | undefined;
  /** Name of what is sent. */
  readonly name: string | undefined;
  /** What went wrong, in words. */
  readonly problem: string | undefined;
  readonly giveFiles: (files: readonly File[]) => void;
  readonly giveAddress: (url: string) => void;
  readonly cancel: () => void;
};

/** Hand in a file or an address; then the draft is opened, where its reading is watched. */
export function useHandIn(to: Destination, mostBytes: number): HandingIn {
  const client = useQueryClient();
  const [sent, setSent] = useState<number>();
  const [name, setName] = useState<string>();
  const [refusal, setRefusal] = useState<string>();
  const stop = useRef<AbortController>(undefined);

  const handIn = useMutation({
    mutationFn: (give: (signal: AbortSignal) => Promise<Draft>) => {
      const controller = new AbortController();
      stop.current = controller;
      return give(controller.signal);
    },
    onSuccess: (draft) => {
      holdDraft(client, draft);
      announce(`${draft.file.name} is on the desk and being read.`);
      go({ kind: 'step', draft: draft.id, step: 'file' });
    },
    onSettled: () => setSent(undefined),
  });

  const giveFile = async (file: File) => {
    const wrong = wrongFile(await headOf(file), mostBytes);
    setRefusal(wrong);
    if (wrong !== undefined) return;
    setName(file.name);
    setSent(0);
    handIn.mutate((signal) => upload({ ...whereTo(to, file.name), file, signal, onSent: setSent }));
  };

  const failed = handIn.error?.name === 'AbortError' ? undefined : handIn.error?.message;
  return {
    isBusy: handIn.isPending,
    sent,
    name,
    problem: refusal ?? failed,
    giveFiles: ([first, ...rest]) => {
      if (first === undefined) return;
      if (rest.length === 0) void giveFile(first);
      else
        setRefusal(`These are ${rest.length + 1} files. Send one, or zip what belongs together.`);
    },
    giveAddress: (url) => {
      setRefusal(undefined);
      setName(url);
      const { method, path } = whereTo(to, undefined);
      handIn.mutate(() => send<Draft>(method, path, { url } satisfies NewDraft));
    },
    cancel: () => {
      stop.current?.abort();
      announce('Cancelled. Nothing was kept.');
    },
  };
}

function whereTo(to: Destination, fileName: string | undefined) {
  const query = new URLSearchParams(fileName === undefined ? {} : { fileName });
  if (to.kind === 'replace') {
    return { method: 'PUT', path: `drafts/${encodeURIComponent(to.draft)}/file?${query}` } as const;
  }
  query.set('publisher', to.publisher);
  if (to.dataset !== undefined) query.set('dataset', to.dataset);
  if (to.featureType !== undefined) query.set('type', to.featureType);
  return { method: 'POST', path: `drafts?${query}` } as const;
}
