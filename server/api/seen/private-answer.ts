import type { ServerResponse } from 'node:http';

/** For whoever asked and nobody else: no cache keeps it, no page elsewhere reads it. */
export const PRIVATE: Readonly<Record<string, string>> = {
  'Cache-Control': 'private, no-store',
  Vary: 'Cookie, Authorization, X-ODIN-Purpose',
};

/** Headers that would let others have an answer, or let it be told from another one later. */
const OPENING = [
  'Access-Control-Allow-Origin',
  'Access-Control-Expose-Headers',
  'ETag',
  'Last-Modified',
  'Expires',
];

/**
 * Make an answer private, whatever headers are set on the way: they are put right the moment they are sent. Made so
 * before anything answers.
 */
export function keepPrivate(response: ServerResponse): void {
  const send = response.writeHead;
  const put = (): void => {
    if (response.headersSent) return;
    for (const name of OPENING) response.removeHeader(name);
    for (const [name, value] of Object.entries(PRIVATE)) response.setHeader(name, value);
    response.setHeader('Cross-Origin-Resource-Policy', 'same-origin');
  };
  // what is sent without writeHead comes through it all the same
  response.writeHead = ((...given: Parameters<typeof send>) => {
    put();
    return send.apply(response, given);
  }) as typeof send;
}
