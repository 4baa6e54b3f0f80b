import { createHash, randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { LongResource, Resource } from '#data/schema/flow.ts';
import { resourceIn } from '#server/jobs/resource-file.ts';
import { ApiError } from '../problem.ts';

/** What is taken in, and where it waits. */
export type Receiving = {
  /** Folder for files on their way in. */
  readonly temporary: string;
  /** Longest file, bytes. */
  readonly mostBytes: number;
  /** As its sender calls it; metadata only. */
  readonly fileName: string;
};

/**
 * Take in a file piece by piece, never in memory whole, and hand it over; nothing of it is left afterwards but what
 * was kept of it.
 *
 * What is refused on its way in is read to its end and thrown away, so that its sender hears why.
 *
 * @throws {ApiError} `too-large` as soon as it is
 */
export async function receiveFile<T>(
  body: Readable,
  { temporary, mostBytes, fileName }: Receiving,
  work: (resource: Resource | LongResource) => Promise<T>,
): Promise<T> {
  await mkdir(temporary, { recursive: true });
  const path = join(temporary, `upload-${randomUUID()}`);
  const hash = createHash('sha256');
  let sizeBytes = 0;
  const counted = new Transform({
    transform(piece: Buffer, _, done) {
      sizeBytes += piece.length;
      if (sizeBytes > mostBytes) {
        done(new ApiError('too-large', `A file may have ${Math.round(mostBytes / 1e6)} MB here.`));
        return;
      }
      hash.update(piece);
      done(null, piece);
    },
  });
  try {
    // a sender cut off in the middle of its file would never read why
    const pieces = body.iterator({ destroyOnReturn: false });
    await pipeline(pieces, counted, createWriteStream(path, { flags: 'wx' })).catch((cause) => {
      body.resume();
      throw cause;
    });
    return await work(resourceIn({ path, fileName, sha256: hash.digest('hex') }));
  } finally {
    await rm(path, { force: true });
  }
}
