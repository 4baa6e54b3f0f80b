import type { IncomingMessage } from 'node:http';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { Idle, refusedBy, TooMuch } from './failures.ts';
import type { Fetched, FetchLimits } from './fetched.ts';

/** Read an answer that is no redirect. */
export async function readAnswer(
  answer: IncomingMessage,
  url: URL,
  limits: FetchLimits,
): Promise<Fetched> {
  const { statusCode = 0, headers } = answer;
  if (statusCode === 304) {
    answer.destroy();
    return { status: 'unchanged' };
  }
  if (statusCode !== 200) {
    answer.destroy();
    return refusedBy(statusCode, headers['retry-after']);
  }
  const bytes = await readAll(answer, limits);
  const fileName = fileNameIn(headers['content-disposition']);
  const contentCrs = headers['content-crs'];
  return {
    status: 'fetched',
    bytes,
    url: url.href,
    mediaType: (headers['content-type'] ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '',
    ...(fileName === undefined ? {} : { fileName }),
    ...(headers.etag === undefined ? {} : { etag: headers.etag }),
    ...(headers['last-modified'] === undefined ? {} : { lastModified: headers['last-modified'] }),
    ...(typeof contentCrs === 'string' ? { contentCrs: contentCrs.replace(/^<|>$/g, '') } : {}),
  };
}

const UNPACKERS = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
} as const;

async function readAll(answer: IncomingMessage, limits: FetchLimits): Promise<Uint8Array> {
  answer.setTimeout(limits.mostIdleMs, () => answer.destroy(new Idle()));
  const encoding = (answer.headers['content-encoding'] ?? '').trim().toLowerCase();
  const unpack = Object.hasOwn(UNPACKERS, encoding)
    ? UNPACKERS[encoding as keyof typeof UNPACKERS]
    : undefined;
  const unpacked = unpack ? answer.pipe(unpack()) : answer;
  answer.on('error', (cause) => unpacked.destroy(cause));
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of unpacked) {
    size += (piece as Uint8Array).byteLength;
    if (size > limits.mostBytes) {
      answer.destroy();
      throw new TooMuch();
    }
    pieces.push(piece as Uint8Array);
  }
  return Buffer.concat(pieces, size);
}

/** `attachment; filename="a.csv"`, or its form for other alphabets (RFC 6266). */
function fileNameIn(disposition: string | undefined): string | undefined {
  if (disposition === undefined) return undefined;
  const extended = /filename\*\s*=\s*utf-8''([^;\s]+)/i.exec(disposition)?.[1];
  if (extended !== undefined) {
    try {
      return decodeURIComponent(extended);
    } catch {
      return undefined;
    }
  }
  return /filename\s*=\s*(?:"([^"]*)"|([^;\s]+))/i.exec(disposition)?.slice(1).find(Boolean);
}
