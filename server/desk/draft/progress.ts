import type { DraftProgress } from '#data/schema/desk.ts';
import { grouped } from '#data/words/figures.ts';
import type { Progress } from '#server/publishing/delivery.ts';
import type { DraftRow } from '#server/store/drafts/draft-rows.ts';
import { isDiskFull } from '#server/store/full-disk.ts';
import type { Readers } from './readers.ts';

/** How far a draft is, in words. */
export function progressOf(draft: DraftRow, readers: Readers): DraftProgress {
  const { state, found, detail } = draft;
  const { reading } = detail;
  if (state === 'published') return { state, words: 'Published', reading };
  if (state === 'publishing') return { state, words: 'Going live', reading };
  if (state === 'unreadable')
    return { state, words: found?.unreadable ?? 'The file could not be read', reading };
  if (state === 'ready') return { state, words: 'Read', reading };
  const failure = readers.isRunning(draft.id) ? undefined : readers.failureOf(draft.id);
  if (failure) return { state: 'unreadable', words: wordsOf(failure.cause), reading };
  return { ...ofReading(readers.progressOf(draft.id)), reading };
}

const wordsOf = (cause: unknown): string =>
  isDiskFull(cause)
    ? 'The disk of this ODIN is full, so what was read could not be kept. The file is kept, and what is published is not affected: tell whoever runs this ODIN, and try again once there is room.'
    : 'Something failed on our side while the file was read. It is kept; try again, or tell whoever runs this ODIN.';

function ofReading(progress: Progress | undefined): Omit<DraftProgress, 'reading'> {
  if (progress?.stage === 'comparing')
    return { state: 'comparing', words: 'Comparing with the live edition' };
  const run = progress?.stage === 'reading' ? progress.run : undefined;
  if (!run) return { state: 'reading', words: 'Reading the file' };
  if (run.of === undefined)
    return { state: 'reading', words: `Read ${grouped(run.records)} rows`, done: run.records };
  return {
    state: 'reading',
    words: `Read ${grouped(run.records)} of ${grouped(run.of)} rows`,
    ...{ done: run.records, of: run.of },
  };
}
