import { setImmediate as breathe } from 'node:timers/promises';
import type { Database } from 'better-sqlite3';
import type { EditionDraft, EditionStart, EventDraft, LayerRow } from './rows.ts';
import type { Tables } from './tables.ts';
import type { Turns } from './turns.ts';

/** Pages of records removed in one transaction, so that readers never wait long. */
const SWEEP_SIZE = 8;

/** What publishing writes: each call one transaction. `underway` is told which editions are on their way in. */
export function publishing(db: Database, tables: Tables, underway: Set<number>) {
  const insertEdition = db.transaction((start: EditionStart, at: Date) =>
    tables.insertEdition(start, at),
  );
  const stageEdition = (start: EditionStart, at: Date): number => {
    const row = insertEdition(start, at);
    underway.add(row);
    return row;
  };
  const describeEdition = db.transaction((edition: number, draft: EditionDraft) => {
    tables.describeEdition(edition, draft);
    tables.insertIssues(edition, draft.issues);
  });
  const putLayers = (layers: readonly LayerRow[]) => {
    for (const layer of layers) tables.putLayer(layer);
    tables.removeEmptyLayers();
  };
  type Told = readonly [event: EventDraft, at: Date];
  const goLive = db.transaction((edition: number, layers: readonly LayerRow[], told?: Told) => {
    tables.flip(edition, layers);
    putLayers(layers);
    if (told) tables.insertEvent(edition, ...told);
    underway.delete(edition);
  });
  const withdraw = db.transaction((dataset: string, layers: readonly LayerRow[], told?: Told) => {
    const live = tables.listLive().find((edition) => edition.dataset === dataset);
    tables.withdrawDataset(dataset);
    putLayers(layers);
    if (told && live) tables.insertEvent(live.row, ...told);
  });
  const hold = db.transaction((edition: number, event: EventDraft, at: Date) => {
    tables.hold(edition, event.why ?? '');
    tables.insertEvent(edition, event, at);
    underway.delete(edition);
  });
  return {
    seed: tables.seed,
    ...{ stageEdition, describeEdition, goLive, withdraw, hold },
    updateLayer: tables.updateLayer,
    putArea: tables.putArea,
    markDescribed: tables.markDescribed,
  };
}

type Sweep = {
  readonly turns: Turns;
  /** Editions that this process is staging. */
  readonly underway: Set<number>;
};

/** Removes editions that nobody sees, a few records at a time: others write in between. */
export function sweeping(db: Database, tables: Tables, { turns, underway }: Sweep) {
  const removeEdition = db.transaction((edition: number) => {
    tables.removePublished(edition);
    tables.removeEdition(edition);
  });
  const dropEdition = async (edition: number): Promise<void> => {
    if (tables.findEdition(edition)?.status === 'live') {
      throw new RangeError(`Cannot drop edition ${edition}: it is live`);
    }
    while (await turns.take(() => tables.removePages(edition, SWEEP_SIZE))) {
      await breathe();
    }
    await turns.take(() => removeEdition(edition));
    underway.delete(edition);
  };
  return {
    dropEdition,
    async dropStaged() {
      const staged = tables.listStaged().filter((row) => !underway.has(row));
      for (const edition of staged) await dropEdition(edition);
      return staged.length;
    },
  };
}
