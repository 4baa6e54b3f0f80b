import { Icon } from '#client/ui/icon.tsx';
import { LicenceChip } from '#client/ui/licence-chip.tsx';
import { SyntheticBadge } from '#client/ui/synthetic-badge.tsx';
import type { DeskTask } from '#data/schema/desk-home.ts';
import { dueIn, shortDay } from '../state/say.ts';
import { STATUS_SIGNS, type TaskStatus } from './statuses.ts';
import { TaskAction } from './task-action.tsx';
import './task-table.css';

type TaskTableProps = {
  readonly tasks: readonly DeskTask[];
  readonly publisher: string;
};

/** One row a dataset: what is so, and the one thing to do next. Only the first row's button is filled. */
export function TaskTable({ tasks, publisher }: TaskTableProps) {
  return (
    <table className="tasks">
      <thead>
        <tr>
          <th scope="col">Dataset</th>
          <th scope="col">Status</th>
          <th scope="col">What to do next</th>
          <th scope="col">Live edition</th>
          <th scope="col">Next due</th>
          <th scope="col">
            <span className="hidden">Action</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {tasks.map((task, index) => (
          <tr key={task.key}>
            <th scope="row">
              {task.title} {task.synthetic && <SyntheticBadge />}
              <small>{task.holds}</small>
            </th>
            <td className="task-status">
              <Status status={task.status} />
            </td>
            <td className="task-next">
              {task.next.lead !== undefined && <b>{task.next.lead} </b>}
              {task.next.words}
            </td>
            <td className="task-live">
              <span className="cell-title">Live edition</span>
              <LiveEdition live={task.live} />
            </td>
            <td className="task-due">
              <span className="cell-title">Next due</span>
              <Due due={task.due} />
            </td>
            <td className="task-act">
              <TaskAction task={task} publisher={publisher} isFirst={index === 0} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Status({ status }: { readonly status: TaskStatus }) {
  const { word, icon, tone } = STATUS_SIGNS[status];
  return (
    <span className={`status tone-${tone}`}>
      <Icon name={icon} size={16} />
      {word}
    </span>
  );
}

function LiveEdition({ live }: Pick<DeskTask, 'live'>) {
  if (live === undefined) return <>None</>;
  return (
    <>
      {shortDay(live.newest ?? live.publishedAt)}
      <br />
      <LicenceChip kind={live.licence.chip} title={live.licence.title} />
    </>
  );
}

function Due({ due }: Pick<DeskTask, 'due'>) {
  if (due === undefined) return <>Not set</>;
  const isLate = due.days !== undefined && due.days < 0;
  const first = due.on === undefined ? due.every : shortDay(due.on);
  return (
    <>
      {first}
      {due.days !== undefined && (
        <>
          <br />
          {isLate ? <b>{dueIn(due.days)}</b> : dueIn(due.days)}
        </>
      )}
    </>
  );
}
