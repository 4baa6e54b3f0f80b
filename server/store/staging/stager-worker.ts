import { parentPort, workerData } from 'node:worker_threads';
import { readFrames } from '#server/frames/frame-file.ts';
import { openDatabase } from '../database.ts';
import { codeOf } from '../full-disk.ts';
import { type IndexAsked, indexWrites } from '../records/indexing.ts';
import { frameWrites } from '../records/page-writes.ts';

/** Frames of a file to be kept as records of an edition; both ends are those of frames. */
export type FramesAsked = {
  readonly edition: number;
  readonly path: string;
  readonly from: number;
  readonly until: number;
};

/** How far it came: not always to the end, so that others may write in between. */
export type FramesKept = { readonly records: number; readonly next: number };

/** What the thread is asked; it does one at a time. */
export type StagerAsked =
  | { readonly keep: FramesAsked }
  /** Index records behind a row. */
  | { readonly index: IndexAsked; readonly after: number };

/** What it answers: how far it came, or for an index the row to go on behind, none at the end. */
export type StagerAnswer =
  | { readonly kept: FramesKept }
  | { readonly last: number | undefined }
  | { readonly fault: Error; readonly code: string | undefined };

/**
 * Records kept in one transaction: whoever else would write waits for it, a tenth of a second for this many.
 */
const MOST_RECORDS = 25_000;

// Entry of the thread that keeps the records of editions being published, with a connection of its own: writing
// hundreds of thousands of them must not hold up those who read.
const db = openDatabase((workerData as { readonly path: string }).path, 'staging');
const { insertFrame } = frameWrites(db);
const { indexRecords } = indexWrites(db);

const keep = db.transaction(({ edition, path, from, until }: FramesAsked): FramesKept => {
  let kept: FramesKept = { records: 0, next: from };
  for (const { frame, next } of readFrames(path, { from, until })) {
    insertFrame(edition, frame);
    kept = { records: kept.records + frame.records, next };
    if (kept.records >= MOST_RECORDS) break;
  }
  return kept;
});
const index = db.transaction(indexRecords);

parentPort?.on('message', (asked: StagerAsked) => parentPort?.postMessage(answer(asked)));

function answer(asked: StagerAsked): StagerAnswer {
  try {
    if ('keep' in asked) return { kept: keep.immediate(asked.keep) };
    return { last: index.immediate(asked.index, asked.after) };
  } catch (fault) {
    return { fault: fault as Error, code: codeOf(fault) };
  }
}
