import { parentPort, workerData } from 'node:worker_threads';
import { type Brief, type Task, workerOf } from './work.ts';

/** Entry of a builder thread: does the tasks it is sent, one after the other. */
const work = workerOf(workerData as Brief);

parentPort?.on('message', ({ task }: { task: Task }) => {
  const answer = work(task);
  const moved = answer ? [answer.bytes.buffer as ArrayBuffer] : [];
  parentPort?.postMessage({ answer }, moved);
});
