import type { Readable } from 'node:stream';
import { z } from 'zod';
import { ApiError } from '../problem.ts';
import type { HandedIn } from '../route.ts';

/**
 * What was handed in as JSON, in the shape it must have.
 *
 * @throws {ApiError} `bad-request` saying what is wrong with it
 */
export function handedJson<T extends z.ZodType>(body: HandedIn | undefined, shape: T): z.output<T> {
  let given: unknown;
  try {
    given = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body?.bytes));
  } catch {
    throw new ApiError('bad-request', 'Expected JSON.');
  }
  const read = shape.safeParse(given);
  if (read.success) return read.data;
  throw new ApiError('bad-request', `Expected otherwise: ${z.prettifyError(read.error)}`);
}

/** @throws {ApiError} `bad-request` when nothing was handed in */
export function handedStream(body: HandedIn | undefined): Readable {
  if (!body?.stream) throw new ApiError('bad-request', 'Send the file as the body of the request.');
  return body.stream;
}

/** Longest JSON read out of a stream, bytes. */
const MOST_JSON = 100_000;

/** A short JSON body of an address that takes files too. @throws {ApiError} `bad-request` */
export async function streamedJson<T extends z.ZodType>(
  body: HandedIn | undefined,
  shape: T,
): Promise<z.output<T>> {
  const pieces: Buffer[] = [];
  let length = 0;
  for await (const piece of handedStream(body)) {
    const bytes = Buffer.from(piece);
    length += bytes.length;
    if (length > MOST_JSON) throw new ApiError('too-large', 'That is too long for JSON here.');
    pieces.push(bytes);
  }
  return handedJson({ media: 'application/json', bytes: Buffer.concat(pieces) }, shape);
}
