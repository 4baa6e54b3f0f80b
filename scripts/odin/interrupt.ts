import { setImmediate } from 'node:timers/promises';

/** Ctrl-C was pressed, or the process was asked to end. */
export class Interrupted extends Error {
  override readonly name = 'Interrupted';
}

/** Notices Ctrl-C (SIGINT) and SIGTERM, so that nothing half-written stays behind. */
export type InterruptWatch = {
  /** Aborted once there was an interrupt; its reason is an `Interrupted`. */
  readonly signal: AbortSignal;
  /** Let the signals in. @throws Interrupted when there was one */
  readonly look: () => Promise<void>;
  /** Signals end the process again. */
  readonly ignore: () => void;
};

/** Watch until `ignore`. A second Ctrl-C ends the process at once. */
export function watchInterrupt(): InterruptWatch {
  const controller = new AbortController();
  const stop = (): void => {
    ignore();
    controller.abort(new Interrupted('Interrupted'));
  };
  const ignore = (): void => {
    process.off('SIGINT', stop);
    process.off('SIGTERM', stop);
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  return {
    signal: controller.signal,
    look: async () => {
      await setImmediate();
      controller.signal.throwIfAborted();
    },
    ignore,
  };
}
