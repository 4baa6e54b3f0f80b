import { parentPort, workerData } from 'node:worker_threads';
import type { FlatLayer } from './choose/flat-layer.ts';
import { type Brief, type Task, workerOf } from './work.ts';

/** What a builder thread is sent. */
export type Order = { readonly task: Task } | { readonly layer: FlatLayer };

/** Entry of a builder thread: does the tasks it is sent, one after the other. */
let work = workerOf(workerData as Brief);

parentPort?.on('message', (order: Order) => {
  if ('layer' in order) {
    work = workerOf({ ...(workerData as Brief), layer: order.layer });
    return;
  }
  const answer = work(order.task);
  const moved = answer ? [answer.bytes.buffer as ArrayBuffer] : [];
  parentPort?.postMessage({ answer }, moved);
});
