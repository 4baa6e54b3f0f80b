import { setImmediate as breathe } from 'node:timers/promises';
import type { Ostn15Grid } from '#data/geodesy/grid.ts';
import type { WorkedOut } from '#server/columns/shelf.ts';
import type { Ruler } from '#server/measure/measure.ts';
import { type PlaneShape, toGrid } from '#server/measure/plane-shape.ts';
import type { Thing } from '#server/sites/thing.ts';
import { openThingsInSteps, type Things } from '#server/sites/things.ts';
import type { EditionRow, FeatureHead, FeatureShape } from '#server/store/rows.ts';
import type { Store } from '#server/store/store.ts';
import { inTurns } from './in-turns.ts';

/** A feature of an opened edition: what a site is told by, where it is one. */
export type OpenFeature = Pick<FeatureHead, 'reference' | 'district' | 'bounds' | 'lifecycle'>;

/** One edition, opened to be measured: candidates and things alike. */
export type OpenEdition = WorkedOut & {
  readonly edition: EditionRow;
  /** One a thing, in their order. */
  readonly features: readonly OpenFeature[];
  readonly things: Things;
  /** Features outside the National Grid, which nothing is measured of. */
  readonly outside: number;
};

/** Editions opened to be measured, and what was worked out of them, within a bound of memory. */
export type SitesShelf = {
  /** Editions in the order given; opened now if they are not open. */
  readonly take: (editions: readonly EditionRow[]) => Promise<OpenEdition[]>;
  /**
   * What was worked out of some editions under a name. An edition never changes: it is so for ever.
   *
   * @param rows of all the editions it follows from
   */
  readonly workOut: <T extends WorkedOut>(
    name: string,
    rows: readonly number[],
    make: () => Promise<T>,
  ) => Promise<T>;
  /** Memory held by all this, bytes, roughly. */
  readonly heldBytes: () => number;
};

export type ShelfDeps = {
  readonly store: Pick<Store, 'pageFeatures'>;
  readonly grid: Ostn15Grid;
  readonly ruler: () => Promise<Ruler>;
  /** What to call a feature. */
  readonly titleOf: (feature: FeatureHead) => string;
};

type Kept = { readonly made: Promise<WorkedOut>; bytes: number };

/**
 * Open a shelf of bounded size. What a question needs is opened whatever its size; beyond the limit what was asked
 * for longest ago goes.
 */
export function openSitesShelf(deps: ShelfDeps, limitBytes: number): SitesShelf {
  // in the order of their last use
  const kept = new Map<string, Kept>();
  const heldBytes = (): number => [...kept.values()].reduce((sum, { bytes }) => sum + bytes, 0);
  const evict = (): void => {
    let held = heldBytes();
    for (const [name, { bytes }] of kept) {
      if (held <= limitBytes) return;
      if (bytes === 0) continue;
      kept.delete(name);
      held -= bytes;
    }
  };
  const keep = <T extends WorkedOut>(name: string, make: () => Promise<T>): Promise<T> => {
    const known = kept.get(name);
    const entry: Kept = known ?? { made: make(), bytes: 0 };
    kept.delete(name);
    kept.set(name, entry);
    if (!known) {
      entry.made.then(
        ({ bytes }) => {
          entry.bytes = bytes;
          evict();
        },
        // a fault is told to whoever asked; the next may fare better
        () => kept.delete(name),
      );
    }
    // whoever asks under this name asks for this
    return entry.made as Promise<T>;
  };
  return {
    async take(editions) {
      const taken: OpenEdition[] = [];
      for (const edition of editions) {
        taken.push(await keep(`edition ${edition.row}`, () => openEdition(edition, deps)));
      }
      return taken;
    },
    workOut: (name, rows, make) => keep(`${rows.join()} ${name}`, make),
    heldBytes,
  };
}

/** Features read from the store between two turns of the event loop. */
const PAGE = 1_000;

/** Memory of a feature beside its positions, and of a position as it is kept and laid out; bytes, roughly. */
const FEATURE_BYTES = 1_500;
const POSITION_BYTES = 64;

async function openEdition(edition: EditionRow, deps: ShelfDeps): Promise<OpenEdition> {
  const { grid, ruler } = deps;
  const features: OpenFeature[] = [];
  const things: Thing[] = [];
  let [outside, positions] = [0, 0];
  for await (const feature of featuresOf(edition, deps)) {
    const shape = planeOf(feature, grid);
    if (!shape) {
      outside++;
      continue;
    }
    positions += shape.parts.flat().reduce((sum, run) => sum + run.length / 2, 0);
    const { reference, district, bounds, lifecycle } = feature;
    features.push({
      ...{ bounds, lifecycle },
      ...(reference === undefined ? {} : { reference }),
      ...(district === undefined ? {} : { district }),
    });
    things.push(thingOf(feature, shape, { edition, title: deps.titleOf(feature) }));
  }
  const opened = await ruler();
  await breathe();
  return {
    edition,
    features,
    things: await inTurns(openThingsInSteps(opened, things)),
    outside,
    bytes: FEATURE_BYTES * (things.length + 1) + POSITION_BYTES * positions,
  };
}

/** The placed features of an edition, a page at a time so that others are answered in between. */
async function* featuresOf({ row }: EditionRow, { store }: ShelfDeps) {
  for (let after = 0; ; ) {
    const page = await store.pageFeatures({ editions: [row] }, { after, limit: PAGE });
    yield* page;
    const last = page.at(-1);
    if (!last || page.length < PAGE) return;
    after = last.row;
    await breathe();
  }
}

function planeOf({ geometry }: FeatureShape, grid: Ostn15Grid): PlaneShape | undefined {
  const shape = toGrid(geometry, grid);
  return shape && shape.parts.length > 0 ? shape : undefined;
}

/** Attributes that say of when the figures of a thing are, the most telling first. */
const DATED_BY = ['as-of', 'entry-date'] as const;

function thingOf(
  feature: FeatureShape,
  shape: PlaneShape,
  { edition, title }: { readonly edition: EditionRow; readonly title: string },
): Thing {
  const { id, attributes, point } = feature;
  const asOf = DATED_BY.map((name) => attributes[name]).find((value) => typeof value === 'string');
  return {
    id,
    title,
    dataset: edition.dataset,
    shape,
    attributes,
    synthetic: edition.source.synthetic,
    ...(typeof asOf === 'string' ? { asOf } : {}),
    at: point,
  };
}
