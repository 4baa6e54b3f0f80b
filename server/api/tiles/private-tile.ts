import type { IncomingMessage, ServerResponse } from 'node:http';
import { gunzipSync } from 'node:zlib';
import { PRIVATE } from '../seen/private-answer.ts';
import { acceptsGzip } from './ready-tiles.ts';

/**
 * Send a tile of a layer that is not for everybody: for whoever asked alone.
 *
 * @param bytes gzipped; none where the layer has nothing there
 */
export function sendPrivate(
  request: IncomingMessage,
  response: ServerResponse,
  bytes: Uint8Array,
): void {
  if (bytes.length === 0) {
    response.writeHead(204, PRIVATE).end();
    return;
  }
  const isPacked = acceptsGzip(request.headers);
  const body = isPacked ? bytes : gunzipSync(bytes);
  response.writeHead(200, {
    ...PRIVATE,
    'Content-Type': 'application/vnd.mapbox-vector-tile',
    'Content-Length': body.length,
    ...(isPacked ? { 'Content-Encoding': 'gzip' } : {}),
    'X-Content-Type-Options': 'nosniff',
    'Cross-Origin-Resource-Policy': 'same-origin',
  });
  response.end(request.method === 'HEAD' ? undefined : body);
}
