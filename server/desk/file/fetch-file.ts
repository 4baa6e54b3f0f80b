import { createHash } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import type { Fetch } from '#server/harvest/fetched.ts';
import { guessKind, harvest } from '#server/harvest/index.ts';
import { patiently } from '#server/harvest/patience.ts';
import type { DeskDeps } from '../draft/deps.ts';
import { Refusal } from '../refusal.ts';
import { fileNameOf } from './file-name.ts';

/** A person waits: a busy server is asked again after moments, not minutes. */
const MOST_WAIT_MS = 2_000;

/**
 * Fetches what stands at an address, be it a file or a layer of a server that hands out features.
 *
 * @throws {Refusal} `unreadable` saying why it cannot be had
 */
export function fetchingFiles(fetch: Fetch): NonNullable<DeskDeps['fetchFile']> {
  const wait = async (ms: number): Promise<void> => {
    await setTimeout(Math.min(ms, MOST_WAIT_MS));
  };
  return async (url, _publisher, work) => {
    const got = await harvest({ kind: guessKind(url), url }, patiently(fetch, wait));
    if (got.status !== 'harvested') {
      throw new Refusal('unreadable', got.status === 'failed' ? got.why : 'Nothing came back.');
    }
    const { bytes } = got;
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    return await work({ sha256, fileName: fileNameOf(got.fileName), bytes });
  };
}
