import type { IncomingMessage, ServerResponse } from 'node:http';
import { gunzipSync } from 'node:zlib';
import type { ArchiveFile } from './archive-file.ts';

/** `/tiles/<layer id>/<version>/<z>/<x>/<y>.mvt` */
const ADDRESS =
  /^\/tiles\/([a-z0-9][a-z0-9.-]{0,199})\/([A-Za-z0-9_-]{1,64})\/(\d{1,2})\/(\d{1,6})\/(\d{1,6})\.mvt(?:\?.*)?$/;

/** A version never changes: whoever holds a tile of it need not ask again (RFC 8246). Open to any page. */
const KEPT = {
  'Cache-Control': 'public, max-age=31536000, immutable',
  'Access-Control-Allow-Origin': '*',
};

/** Which archive serves a layer's version; undefined when there is none. */
export type Lookup = (layerId: string, version: string) => ArchiveFile | undefined;

/** Answers a request for a tile and returns true, or leaves it alone and returns false. */
export type TileRoute = (request: IncomingMessage, response: ServerResponse) => boolean;

/**
 * The tile route, made to run before Express: entering Express costs several times what a tile does.
 *
 * Tiles go out as stored (gzip), with a strong ETag, for ever cacheable, readable from any origin.
 * 204: the layer has nothing there; 404: there is no such layer, version or tile. Never throws.
 */
export function createTileRoute(lookup: Lookup): TileRoute {
  return (request, response) => {
    const match = ADDRESS.exec(request.url ?? '');
    if (!match) return false;
    try {
      answer(request, response, { lookup, match });
    } catch {
      // a disk that fails or a file cut short: the next request may do better
      if (response.headersSent) response.destroy();
      else refuse(response, { status: 500, title: 'Something failed on our side' });
    }
    return true;
  };
}

function answer(
  request: IncomingMessage,
  response: ServerResponse,
  { lookup, match }: { lookup: Lookup; match: RegExpExecArray },
): void {
  const { method } = request;
  if (method === 'OPTIONS') allowOthers(response);
  else if (method !== 'GET' && method !== 'HEAD') refuseMethod(response);
  else {
    const [, layerId = '', version = '', z, x, y] = match;
    const archive = lookup(layerId, version);
    const address = { version, z: Number(z), x: Number(x), y: Number(y) };
    if (archive) sendTile(request, response, { archive, ...address });
    else refuseAbsent(response, `There is no version "${version}" of layer "${layerId}".`);
  }
}

type Asked = { archive: ArchiveFile; version: string; z: number; x: number; y: number };

function sendTile(request: IncomingMessage, response: ServerResponse, asked: Asked): void {
  const { archive, version, z, x, y } = asked;
  const found = archive.locate(z, x, y);
  if (!found) {
    if (Math.max(x, y) >= 2 ** z) refuseAbsent(response, `There is no tile ${z}/${x}/${y}.`);
    else response.writeHead(204, KEPT).end();
    return;
  }
  const packed = acceptsGzip(request.headers['accept-encoding']);
  const place = `${version}-${found.offset.toString(36)}-${found.length.toString(36)}`;
  const etag = packed ? `"${place}"` : `"${place}-i"`;
  if (isHeld(request.headers['if-none-match'], etag)) {
    response.writeHead(304, { ...KEPT, ETag: etag, Vary: 'Accept-Encoding' }).end();
    return;
  }
  const stored = archive.read(found.offset, found.length);
  if (stored.length < found.length) {
    throw new RangeError('Cannot read tile: the archive is cut short');
  }
  const bytes = packed ? stored : gunzipSync(stored);
  response.writeHead(200, {
    'Content-Type': 'application/vnd.mapbox-vector-tile',
    'Content-Length': bytes.length,
    ...(packed ? { 'Content-Encoding': 'gzip' } : {}),
    ...KEPT,
    ETag: etag,
    Vary: 'Accept-Encoding',
    'X-Content-Type-Options': 'nosniff',
  });
  response.end(request.method === 'HEAD' ? undefined : bytes);
}

/** Whether gzip may be sent; without the header it may not, for those who forgot to inflate. */
function acceptsGzip(accepted: string | string[] | undefined): boolean {
  if (accepted === undefined) return false;
  const codings = String(accepted).toLowerCase().split(',');
  return codings.some((coding) => {
    const [name = '', ...parameters] = coding.split(';').map((word) => word.trim());
    return (
      (name === 'gzip' || name === '*') && !parameters.some((word) => /^q=0(\.0*)?$/.test(word))
    );
  });
}

/** Whether the client holds this representation. Source: RFC 9110 §13.1.2 (weak comparison). */
function isHeld(held: string | undefined, etag: string): boolean {
  if (held === undefined) return false;
  return held.split(',').some((tag) => {
    const bare = tag.trim();
    return bare === '*' || bare === etag || bare === `W/${etag}`;
  });
}

function allowOthers(response: ServerResponse): void {
  response.writeHead(204, {
    'Access-Control-Allow-Origin': '*',
    'Access-Control-Allow-Methods': 'GET, HEAD, OPTIONS',
    'Access-Control-Allow-Headers': '*',
    'Access-Control-Max-Age': 86_400,
  });
  response.end();
}

function refuseMethod(response: ServerResponse): void {
  response.setHeader('Allow', 'GET, HEAD, OPTIONS');
  refuse(response, { status: 405, title: 'Only GET and HEAD are answered here' });
}

const refuseAbsent = (response: ServerResponse, detail: string): void =>
  refuse(response, { status: 404, title: 'Not found', detail });

/** Answer with `application/problem+json` (RFC 9457), never cached. */
function refuse(
  response: ServerResponse,
  problem: { status: number; title: string; detail?: string },
): void {
  const body = JSON.stringify({ type: 'about:blank', ...problem });
  response.writeHead(problem.status, {
    'Content-Type': 'application/problem+json',
    'Content-Length': Buffer.byteLength(body),
    'Cache-Control': 'no-store',
    'Access-Control-Allow-Origin': '*',
    'X-Content-Type-Options': 'nosniff',
  });
  response.end(body);
}
