import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { Request, Response } from 'express';
import type { Catalogue } from './catalogue.ts';

/** An answer written down: nothing in it changes until the catalogue does. */
export type Written = { readonly etag: string; readonly plain: Buffer; readonly packed: Buffer };

/** Answers kept of one state of the catalogue; their addresses take no parameters, so they are few. */
const kept = new WeakMap<Catalogue, Map<string, Promise<Written>>>();

const pack = promisify(gzip);

/**
 * Send an answer that follows from the catalogue alone, written and gzipped once for everybody.
 *
 * @param path the route's own path: what the answer is kept under
 */
export async function sendSettled(
  response: Response,
  catalogue: Catalogue,
  path: string,
  answer: () => Promise<unknown>,
): Promise<void> {
  const answers = kept.get(catalogue) ?? new Map<string, Promise<Written>>();
  kept.set(catalogue, answers);
  const known = answers.get(path);
  const writing = known ?? write(answer);
  if (!known) {
    answers.set(path, writing);
    // a fault is told to whoever asked; the next may fare better
    writing.catch(() => answers.delete(path));
  }
  sendWritten(response, await writing);
}

/** Send what is written down, packed or plain as it is asked for. */
export function sendWritten(response: Response, { etag, plain, packed }: Written): void {
  const request: Request = response.req;
  const isPacked = request.acceptsEncodings('gzip') === 'gzip';
  response.set('ETag', etag).vary('Accept-Encoding');
  // a coding of our own keeps `compression()` away
  if (isPacked) response.set('Content-Encoding', 'gzip');
  response.send(isPacked ? packed : plain);
}

const write = async (answer: () => Promise<unknown>): Promise<Written> =>
  await writeDown(Buffer.from(JSON.stringify(await answer())));

/** Name and pack the text of an answer. */
export async function writeDown(plain: Buffer): Promise<Written> {
  const hash = createHash('sha256').update(plain).digest('base64url').slice(0, 22);
  // weak: the same words, packed or not
  return { etag: `W/"${hash}"`, plain, packed: await pack(plain) };
}
