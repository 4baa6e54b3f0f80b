import type { FlatLayer } from './choose/flat-layer.ts';
import { weighVertices } from './choose/importance.ts';
import type { Tolerance } from './cut/cutter.ts';
import { type Encoded, encodeRun, type Run } from './encode/run.ts';
import { TileEncoder } from './encode/tile-encoder.ts';

/** What one thread may be asked to do. */
export type Task =
  | { readonly kind: 'weigh'; readonly from: number; readonly to: number }
  | { readonly kind: 'encode'; readonly run: Run };

/** What a thread must know to begin. */
export type Brief = {
  readonly layer: FlatLayer;
  /** Name of the layer inside the tiles. */
  readonly name: string;
  readonly tolerance?: Tolerance | undefined;
};

/** The answer to a task; weighing answers with nothing and leaves its weights in the layer. */
export type Answer = Encoded | undefined;

/** Make someone who does tasks of one layer: the same in a worker thread and without one. */
export function workerOf(brief: Brief): (task: Task) => Answer {
  const { layer } = brief;
  let encoder: TileEncoder | undefined;
  return (task) => {
    if (task.kind === 'weigh') {
      weighVertices(layer, task.from, task.to);
      return undefined;
    }
    encoder ??= new TileEncoder(layer, brief);
    return encodeRun(layer, encoder, task.run);
  };
}
