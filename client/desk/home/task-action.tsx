import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from 'react-aria-components';
import { announce } from '#client/ui/announcer.tsx';
import type { DeskHome, DeskTask, ExpectedAnswer } from '#data/schema/desk-home.ts';
import { homeQuery } from '../api/home.ts';
import { send } from '../api/send.ts';
import { Link } from '../frame/link.tsx';
import { ConfirmDialog } from './confirm-dialog.tsx';
import { FetchTask } from './fetch-task.tsx';

type TaskActionProps = {
  readonly task: DeskTask;
  readonly publisher: string;
  readonly isFirst: boolean;
};

/** The one thing to do next, and for what is not supplied a way to say that there is none. */
export function TaskAction({ task, publisher, isFirst }: TaskActionProps) {
  const [isAsking, setAsking] = useState(false);
  const { action } = task;
  const className = isFirst ? 'button small primary' : 'button small';
  const words = (
    <>
      {action.label}
      <span className="hidden">: {task.title}</span>
    </>
  );
  return (
    <>
      {action.kind === 'confirm' || action.kind === 'accept' ? (
        <Button className={className} onPress={() => setAsking(true)}>
          {words}
        </Button>
      ) : (
        <Link className={className} to={action.href}>
          {words}
        </Link>
      )}
      {task.holdsNone !== undefined && (
        <NoneHeld task={task} publisher={publisher} holdsNone={task.holdsNone} />
      )}
      {task.harvest && task.draftId === undefined && (
        <FetchTask task={task} fetching={task.harvest} />
      )}
      {isAsking && <ConfirmDialog {...{ task, publisher }} onClose={() => setAsking(false)} />}
    </>
  );
}

type NoneHeldProps = {
  readonly task: DeskTask;
  readonly publisher: string;
  readonly holdsNone: boolean;
};

/** “We hold none” is an answer too, and can be taken back. */
function NoneHeld({ task, publisher, holdsNone }: NoneHeldProps) {
  const client = useQueryClient();
  const say = useMutation({
    mutationFn: () =>
      send<DeskHome>('PUT', 'expected', {
        publisher,
        featureType: task.featureType,
        holdsNone: !holdsNone,
      } satisfies ExpectedAnswer),
    onSuccess: (home) => {
      client.setQueryData(homeQuery(publisher).queryKey, home);
      void client.invalidateQueries({ queryKey: ['desk', 'home'] });
      announce(
        holdsNone ? `${task.title}: taken back.` : `${task.title}: it is said that you hold none.`,
      );
    },
  });
  return (
    <>
      <Button className="text-button" isPending={say.isPending} onPress={() => say.mutate()}>
        {holdsNone ? 'Take back' : 'We hold none'}
        <span className="hidden">: {task.title}</span>
      </Button>
      {say.error && (
        <span className="tone-bad" role="alert">
          {say.error.message}
        </span>
      )}
    </>
  );
}
