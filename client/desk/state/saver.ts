import { ApiProblem } from '#client/api/client.ts';
import { type Act, type Keep, recall, store } from './outbox.ts';

/** How the work on a draft stands. */
export type Saving =
  | { readonly kind: 'saved' }
  | { readonly kind: 'saving' }
  /** No answer: what was done waits, on this device where it could be kept. */
  | { readonly kind: 'unsent'; readonly acts: number; readonly isKept: boolean }
  /** The server would not take it, and says why. */
  | { readonly kind: 'refused'; readonly words: string };

/** Sends what a person does, one act after another, and holds on to what could not be sent. */
export type Saver = {
  /** @returns whether the server took it, now or (false) not yet or not at all */
  act(act: Act): Promise<boolean>;
  /** Do something that must not happen twice, now or not at all. @returns whether the server took it */
  once(act: Act): Promise<boolean>;
  /** Let go of the last act that waits. @returns whether there was one */
  drop(): boolean;
  /** Send what waits. */
  retry(): Promise<void>;
  saving(): Saving;
  /** Acts that wait, oldest first. */
  waiting(): readonly Act[];
  subscribe(listener: () => void): () => void;
};

type SaverOptions<Answer> = {
  /** Names the acts on this device: whose they are, and of which draft. */
  readonly name: string;
  readonly keep: Keep;
  /** @throws ApiProblem */
  readonly send: (act: Act) => Promise<Answer>;
  readonly onAnswer: (answer: Answer) => void;
  /** The draft is not as it was thought to be. */
  readonly onRefused?: () => void;
};

/**
 * A refusal is final; no answer, a session that ended, a server that is full or one being restarted are worth another
 * try.
 */
const isPassing = (cause: unknown): boolean =>
  cause instanceof ApiProblem && [0, 401, 429, 502, 503, 504].includes(cause.status);

/** A saver for one draft; it begins with what an earlier visit could not send. */
export function createSaver<Answer>(options: SaverOptions<Answer>): Saver {
  const work = createWork(options);
  let running: Promise<boolean> | undefined;
  const flush = (): Promise<boolean> => {
    running ??= drain(options, work).finally(() => {
      running = undefined;
    });
    return running;
  };
  return {
    act: (act) => {
      work.change([...work.queue(), act]);
      // said at once, while an earlier act is still under way too: what waits is shown as done
      work.become({ kind: 'saving' });
      return flush();
    },
    once: async (act) => {
      work.become({ kind: 'saving' });
      try {
        options.onAnswer(await options.send(act));
        work.become({ kind: 'saved' });
        return true;
      } catch (cause) {
        refuse(options, work, cause);
        return false;
      }
    },
    drop: () => {
      // the first may be on its way already
      if (work.queue().length === 0 || running !== undefined) return false;
      const isKept = work.change(work.queue().slice(0, -1));
      const acts = work.queue().length;
      work.become(acts === 0 ? { kind: 'saved' } : { kind: 'unsent', acts, isKept });
      return true;
    },
    retry: async () => {
      if (work.queue().length > 0) await flush();
    },
    saving: work.saving,
    waiting: work.queue,
    subscribe: work.subscribe,
  };
}

/** What waits, and how saving stands; whoever shows it is told of changes. */
type Work = {
  queue(): readonly Act[];
  /** @returns whether this device keeps them */
  change(acts: readonly Act[]): boolean;
  saving(): Saving;
  become(next: Saving): void;
  subscribe(listener: () => void): () => void;
};

function createWork({ name, keep }: Pick<SaverOptions<unknown>, 'name' | 'keep'>): Work {
  const listeners = new Set<() => void>();
  let queue = recall(keep, name);
  let saving: Saving =
    queue.length === 0 ? { kind: 'saved' } : { kind: 'unsent', acts: queue.length, isKept: true };
  return {
    queue: () => queue,
    change: (acts) => {
      queue = acts;
      return store(keep, name, acts);
    },
    saving: () => saving,
    become: (next) => {
      saving = next;
      for (const listener of listeners) listener();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** Send from the front until nothing waits; true when all were taken. */
async function drain<Answer>(options: SaverOptions<Answer>, work: Work): Promise<boolean> {
  work.become({ kind: 'saving' });
  for (let [next] = work.queue(); next !== undefined; [next] = work.queue()) {
    try {
      options.onAnswer(await options.send(next));
      work.change(work.queue().slice(1));
    } catch (cause) {
      const acts = work.queue();
      if (isPassing(cause)) {
        work.become({ kind: 'unsent', acts: acts.length, isKept: work.change(acts) });
      } else {
        // what follows was done in the belief that this holds: it goes with it
        work.change([]);
        refuse(options, work, cause);
      }
      return false;
    }
  }
  work.become({ kind: 'saved' });
  return true;
}

function refuse<Answer>(options: SaverOptions<Answer>, work: Work, cause: unknown): void {
  work.become({ kind: 'refused', words: cause instanceof Error ? cause.message : String(cause) });
  options.onRefused?.();
}
