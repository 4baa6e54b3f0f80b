import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useId } from 'react';
import { announce } from '#client/ui/announcer.tsx';
import type { DeskDataset } from '#data/schema/desk-compare.ts';
import type { Fetching } from '#data/schema/desk-fetching.ts';
import type { DeskTask } from '#data/schema/desk-home.ts';
import { send } from '../api/send.ts';
import { FetchAgain } from '../file/fetch-again.tsx';

type FetchTaskProps = { readonly task: DeskTask; readonly fetching: Fetching };

/** Whether a dataset is fetched by itself, and how often; saved as it is chosen. */
export function FetchTask({ task, fetching }: FetchTaskProps) {
  const id = useId();
  const client = useQueryClient();
  const say = useMutation({
    mutationFn: (every: string) =>
      send<DeskDataset>('PUT', `datasets/${encodeURIComponent(task.key)}/harvest`, { every }),
    onSuccess: (_, every) => {
      void client.invalidateQueries({ queryKey: ['desk', 'home'] });
      announce(`${task.title}: ${every === '' ? 'fetched no more' : 'fetched by itself'}.`);
    },
  });
  return (
    <span className="task-fetch">
      <label htmlFor={id}>
        Fetch it again<span className="hidden">: {task.title}</span>
      </label>
      <FetchAgain
        {...{ id, fetching }}
        isDisabled={say.isPending}
        onEvery={(every) => say.mutate(every)}
      />
      {say.error && (
        <span className="tone-bad" role="alert">
          {say.error.message}
        </span>
      )}
    </span>
  );
}
