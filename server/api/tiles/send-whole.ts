import type { IncomingMessage, ServerResponse } from 'node:http';

/** Idle time after which a connection is closed, ms; clients are told, so that they do not ask on one that closes. */
export const KEEP_ALIVE_MS = 10_000;

/** An answer of which everything was written beforehand but when it is sent. */
type Whole = {
  /** Status line and headers, each with its line end: made by `startOf`. */
  readonly start: Uint8Array;
  readonly body: Uint8Array;
};

/**
 * Status line and headers of a 200 as they go over the wire.
 *
 * @param head name after value, of our own making: nothing is checked. `Content-Length` must be among them
 */
export function startOf(head: readonly string[]): Uint8Array {
  let text = 'HTTP/1.1 200 OK\r\n';
  for (let i = 0; i < head.length; i += 2) text += `${head[i]}: ${head[i + 1]}\r\n`;
  return Buffer.from(text, 'latin1');
}

/**
 * Send an answer as three buffers in one write, past what `node:http` does to put headers together: a third of the
 * cost of a tile. Reading requests, their order, time limits and keeping the connection stay with `node:http`, which
 * learns from the event `finish` that the answer is out.
 *
 * @returns false, and nothing was sent, where that would not be what `node:http` sends: an answer before this one is
 *   still under way, the connection is to be closed after it, or headers were set
 */
export function sendWhole(
  { socket }: IncomingMessage,
  response: ServerResponse,
  { start, body }: Whole,
): boolean {
  const isOurTurn = response.socket === socket && socket.writable && !response.headersSent;
  if (!isOurTurn || !response.shouldKeepAlive || response.getHeaderNames().length > 0) return false;
  socket.cork();
  socket.write(start);
  socket.write(endNow());
  socket.write(body, (failed) => {
    if (!failed) response.emit('finish');
  });
  socket.uncork();
  return true;
}

const clock = { second: 0, end: Buffer.alloc(0) };

/** The last headers: those that say when it is, the same for all answers of a second. Source: RFC 9110 §6.6.1. */
function endNow(): Uint8Array {
  const now = Date.now();
  const second = Math.floor(now / 1_000);
  if (second !== clock.second) {
    const keeping = `Connection: keep-alive\r\nKeep-Alive: timeout=${KEEP_ALIVE_MS / 1_000}`;
    clock.second = second;
    clock.end = Buffer.from(`Date: ${new Date(now).toUTCString()}\r\n${keeping}\r\n\r\n`, 'latin1');
  }
  return clock.end;
}
