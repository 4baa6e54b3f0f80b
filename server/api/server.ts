import { createServer, type RequestListener, type Server } from 'node:http';
import { limitTiles } from './limits.ts';
import type { TileRoute } from './tiles/route.ts';
import { KEEP_ALIVE_MS } from './tiles/send-whole.ts';

/** Limits against clients that send slowly or too much. Source: OWASP, slow HTTP attacks. */
const LIMITS = {
  /** Longest time for the headers, ms. */
  headersTimeout: 15_000,
  /** Longest time for a whole request, ms: a large file over a slow line; each address allows less of its own. */
  requestTimeout: 1_800_000,
  /** How often connections are looked at for the limits, ms. */
  connectionsCheckingInterval: 5_000,
  /** Idle time before a connection is closed, ms. */
  keepAliveTimeout: KEEP_ALIVE_MS,
  /** Largest headers, bytes. */
  maxHeaderSize: 16_384,
};

/** The HTTP server: tiles are answered before anything else, because nearly every request is one. */
export function createHttpServer(tiles: TileRoute, app: RequestListener): Server {
  const isLimited = limitTiles();
  return createServer(LIMITS, (request, response) => {
    if (isLimited(request, response)) return;
    if (!tiles(request, response)) app(request, response);
  });
}
