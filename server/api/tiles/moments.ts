import { createHash } from 'node:crypto';
import type { EditionRow } from '#server/store/rows.ts';

/** A layer as it stood from one publish until the next. */
export type Moment = {
  /** When that publish was, ISO 8601. */
  readonly at: string;
  /** Names its tiles in an address: what they are made of, and by which code. */
  readonly name: string;
  /** One of each dataset that had been published by then. */
  readonly editions: readonly EditionRow[];
};

/** Moments told at most, the newest: nobody chooses from more, and each names all editions of its time. */
const MOST_MOMENTS = 200;

/** Begins the version in the address of a former moment's tiles. */
const PREFIX = 'as-of-';

/** Whether a version in an address asks for a layer as it once stood. */
export const isMoment = (version: string): boolean => version.startsWith(PREFIX);

/**
 * How a layer stood after each publish of its datasets, newest first; the first is how it stands now.
 *
 * What was withdrawn, or replaced by restoring an edition before it, is in none: it may be shown no more. Nor is an
 * edition that lay in another layer, under another licence.
 *
 * @param histories of each dataset that is live in the layer, all its editions
 */
export function momentsOf(
  layerId: string,
  histories: readonly (readonly EditionRow[])[],
  codeVersion: string,
): Moment[] {
  const shown = histories.map((editions) => shownOf(layerId, editions));
  const times = new Set(shown.flat().map(({ publishedAt }) => publishedAt));
  return [...times]
    .sort()
    .reverse()
    .slice(0, MOST_MOMENTS)
    .map((at) => {
      const editions = shown.flatMap((each) => each.find((one) => one.publishedAt <= at) ?? []);
      return { at, name: nameOf(editions, codeVersion), editions };
    });
}

/** The editions of a dataset that may be shown, newest first: the live one and those it replaced. */
function shownOf(layerId: string, editions: readonly EditionRow[]): EditionRow[] {
  const live = editions.find(({ status }) => status === 'live');
  return editions
    .filter(
      (edition) =>
        edition.layerId === layerId &&
        (edition === live || (edition.status === 'superseded' && edition.number < newest(live))),
    )
    .sort((one, other) => other.number - one.number);
}

const newest = (live: EditionRow | undefined): number => live?.number ?? 0;

/** The same editions drawn by the same code have the same name on any machine. */
function nameOf(editions: readonly EditionRow[], codeVersion: string): string {
  const parts = editions.map(({ dataset, fingerprint }) => [dataset, fingerprint]).sort();
  const hash = createHash('sha256')
    .update(JSON.stringify([parts, codeVersion]))
    .digest('hex');
  return `${PREFIX}${hash.slice(0, 16)}`;
}
