import type { ServerResponse } from 'node:http';

/** A version never changes: whoever holds a tile of it need not ask again (RFC 8246). Open to any page. */
export const KEPT = [
  'Cache-Control',
  'public, max-age=31536000, immutable',
  'Access-Control-Allow-Origin',
  '*',
];

/** Tell a page of another origin what it may ask. */
export function allowOthers(response: ServerResponse): void {
  response.writeHead(204, {
    'Access-Control-Allow-Origin': '*',
    'Access-Control-Allow-Methods': 'GET, HEAD, OPTIONS',
    'Access-Control-Allow-Headers': '*',
    'Access-Control-Expose-Headers': 'ETag, Content-Range, Accept-Ranges',
    'Access-Control-Max-Age': 86_400,
  });
  response.end();
}

export function refuseMethod(response: ServerResponse): void {
  response.setHeader('Allow', 'GET, HEAD, OPTIONS');
  refuse(response, { status: 405, title: 'Only GET and HEAD are answered here' });
}

export const refuseAbsent = (response: ServerResponse, detail: string): void =>
  refuse(response, { status: 404, title: 'Not found', detail });

export function refuseBusy(response: ServerResponse): void {
  response.setHeader('Retry-After', '1');
  refuse(response, { status: 503, title: 'Too many tiles are being made; ask again' });
}

/** Answer with `application/problem+json` (RFC 9457), never cached. */
export function refuse(
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
