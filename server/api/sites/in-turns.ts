import { setImmediate as breathe } from 'node:timers/promises';
import type { Steps } from '#server/sites/steps.ts';

/** Do work step by step, and let whoever waits be answered between two steps. */
export async function inTurns<T>(steps: Steps<T>): Promise<T> {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    await breathe();
  }
}
