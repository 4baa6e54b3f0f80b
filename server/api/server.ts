import { createServer, type RequestListener, type Server } from 'node:http';

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

/** Answers a request itself and returns true, or leaves it alone and returns false. */
export type Branch = (...given: Parameters<RequestListener>) => boolean;

/** The HTTP server: tiles are answered before anything else, because nearly every request is one. */
export function createHttpServer(tiles: Branch, app: RequestListener): Server {
  return createServer(LIMITS, (request, response) => {
    if (!tiles(request, response)) app(request, response);
  });
}
