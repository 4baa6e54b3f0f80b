/** Lets one piece of work after another write to the database, in the order they ask. */
export type Turns = {
  /** Do it once everything asked before is done, whether that went well or not. */
  readonly take: <T>(work: () => T | Promise<T>) => Promise<T>;
  /** When everything asked so far is done. */
  readonly over: () => Promise<void>;
};

/**
 * Turns for the writers of one process. SQLite lets one connection write at a time and has the others wait where
 * they stand; whoever has a turn need not, and whoever has none waits without holding up the event loop.
 */
export function openTurns(): Turns {
  let last: Promise<unknown> = Promise.resolve();
  const take = <T>(work: () => T | Promise<T>): Promise<T> => {
    const done = last.then(work);
    last = done.catch(() => undefined);
    return done;
  };
  return { take, over: () => take(() => undefined) };
}

/** Methods of which each call is a turn. */
export function inTurn<Methods extends object>(turns: Turns, methods: Methods): Promised<Methods> {
  const wrapped = Object.entries(methods).map(([name, method]) => [
    name,
    (...given: unknown[]): unknown => turns.take(() => method(...given)),
  ]);
  return Object.fromEntries(wrapped) as Promised<Methods>;
}

type Promised<Methods extends object> = {
  [Name in keyof Methods]: Methods[Name] extends (...given: infer Given) => infer Answer
    ? (...given: Given) => Promise<Awaited<Answer>>
    : never;
};
