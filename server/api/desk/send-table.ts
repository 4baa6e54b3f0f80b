import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Response } from 'express';
import { STREAMED, type Streamed } from '../route.ts';

/** Send a table as a file to keep, piece by piece. It is never shown in place, whatever stands in it. */
export async function sendTable(
  response: Response,
  fileName: string,
  pieces: AsyncIterable<string> | Iterable<string>,
): Promise<Streamed> {
  const safe = fileName.replaceAll(/[^a-z0-9.-]+/gi, '-');
  response.set({
    'Content-Type': 'text/csv; charset=utf-8; header=present',
    'Content-Disposition': `attachment; filename="${safe}"`,
    'Content-Security-Policy': "sandbox; default-src 'none'",
  });
  await pipeline(Readable.from(pieces), response);
  return STREAMED;
}
