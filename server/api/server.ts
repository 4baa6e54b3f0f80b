import { createServer, type RequestListener, type Server } from 'node:http';
import type { TileRoute } from './tiles/route.ts';

/** Limits against clients that send slowly or too much. Source: OWASP, slow HTTP attacks. */
const LIMITS = {
  /** Longest time for the headers, ms. */
  headersTimeout: 15_000,
  /** Longest time for a whole request, ms. */
  requestTimeout: 30_000,
  /** Idle time before a connection is closed, ms. */
  keepAliveTimeout: 10_000,
  /** Largest headers, bytes. */
  maxHeaderSize: 16_384,
};

/** The HTTP server: tiles are answered before anything else, because nearly every request is one. */
export function createHttpServer(tiles: TileRoute, app: RequestListener): Server {
  return createServer(LIMITS, (request, response) => {
    if (!tiles(request, response)) app(request, response);
  });
}
