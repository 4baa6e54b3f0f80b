import type { Method } from '../api/send.ts';

/** A change to a draft that is sent again, should there be no answer. */
export type Act = {
  readonly method: Method;
  /** Below the draft: `decisions`, `licence`, `guards`. */
  readonly path: string;
  readonly body?: unknown;
};

/** Where acts wait on this device; a browser's `localStorage`. */
export type Keep = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** Most acts kept for one draft: a day's work. */
const MOST = 500;

const keyOf = (name: string): string => `odin.desk.outbox.${name}`;

/** Acts under a name that no server has taken yet, oldest first; none where the browser keeps nothing. */
export function recall(keep: Keep, name: string): readonly Act[] {
  try {
    const kept: unknown = JSON.parse(keep.getItem(keyOf(name)) ?? '[]');
    return Array.isArray(kept) ? kept.filter(isAct).slice(0, MOST) : [];
  } catch {
    return [];
  }
}

/**
 * Keep under a name the acts that are still to be sent.
 *
 * @returns whether this device could keep them
 */
export function store(keep: Keep, name: string, acts: readonly Act[]): boolean {
  try {
    if (acts.length === 0) keep.removeItem(keyOf(name));
    else keep.setItem(keyOf(name), JSON.stringify(acts));
    return true;
  } catch {
    return false;
  }
}

const METHODS: readonly unknown[] = ['POST', 'PUT', 'DELETE'] satisfies Method[];

/** A path below the draft: it can lead nowhere else. */
const PATH = /^[a-z]+(\/[a-z0-9]+)?$/u;

function isAct(value: unknown): value is Act {
  if (typeof value !== 'object' || value === null) return false;
  const { method, path } = value as Partial<Record<keyof Act, unknown>>;
  return METHODS.includes(method) && typeof path === 'string' && PATH.test(path);
}
