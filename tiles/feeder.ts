import type { TileFeature } from '#data/schema/tile.ts';
import type { Flattener } from './choose/flatten.ts';

/** Gives a build its features, some at a time. */
export type Feeder = {
  /** Add some features. @returns whether there may be more */
  readonly feed: (flat: Flattener) => boolean | Promise<boolean>;
  /** No more is wanted. */
  readonly close?: () => unknown;
};

/** What a build takes features from: a list, pages that come one after the other, or lines of text. */
export type FeatureSource = Iterable<TileFeature> | AsyncIterable<TileFeature> | Feeder;

/** Features added before others get a turn. */
const TURN = 2_000;

export function feederOf(source: FeatureSource): Feeder {
  if ('feed' in source) return source;
  if (Symbol.asyncIterator in source) {
    const features = source[Symbol.asyncIterator]();
    return {
      feed: async (flat) => {
        const { done, value } = await features.next();
        if (!done) flat.add(value);
        return !done;
      },
      close: () => features.return?.(),
    };
  }
  const features = source[Symbol.iterator]();
  return {
    feed: (flat) => {
      for (let added = 0; added < TURN; added++) {
        const { done, value } = features.next();
        if (done) return false;
        flat.add(value);
      }
      return true;
    },
    close: () => features.return?.(),
  };
}

/** Let others have a turn. */
export const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/**
 * Take all features, and notice between some and others when the build is stopped.
 *
 * @param taker asked each time who takes the next ones
 */
export async function feedAll(
  feeder: Feeder,
  taker: () => Flattener,
  signal: AbortSignal | undefined,
): Promise<void> {
  try {
    for (let more = true; more; ) {
      const fed = feeder.feed(taker());
      more = typeof fed === 'boolean' ? fed : await fed;
      if (typeof fed === 'boolean') await turn();
      signal?.throwIfAborted();
    }
  } finally {
    await feeder.close?.();
  }
}
