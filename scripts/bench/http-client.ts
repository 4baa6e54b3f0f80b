import { connect } from 'node:net';

/** An answer, as far as a load bench cares. */
export type Answered = { readonly path: string; readonly status: number; readonly ms: number };

/** What is asked, by whom. */
export type Load = {
  readonly port: number;
  /** Path of the next request; undefined: enough. */
  readonly next: () => string | undefined;
  /** Connections kept alive, each with one request under way. */
  readonly connections: number;
  readonly onAnswer?: (answer: Answered) => void;
};

const HEAD_END = Buffer.from('\r\n\r\n');
/** What a browser's map asks with. */
const ASKING = 'Accept: */*\r\nAccept-Encoding: gzip, deflate, br\r\nUser-Agent: Mozilla/5.0';

/**
 * Ask over plain sockets: `node:http`'s own client costs more than the server it is to load, and a server
 * that waits for its client answers one request a wake-up and looks dearer than it is.
 *
 * @throws Error when a connection fails or an answer has no length
 */
export async function ask({ port, next, connections, onAnswer }: Load): Promise<void> {
  const one = (): Promise<void> =>
    new Promise((resolve, reject) => {
      const socket = connect(port, '127.0.0.1').setNoDelay(true);
      let asked: { path: string; at: number } | undefined;
      const send = (): void => {
        const path = next();
        if (path === undefined) {
          socket.destroy();
          resolve();
          return;
        }
        asked = { path, at: performance.now() };
        socket.write(`GET ${path} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\n${ASKING}\r\n\r\n`);
      };
      const read = readAnswers((status) => {
        const { path, at } = asked as { path: string; at: number };
        onAnswer?.({ path, status, ms: performance.now() - at });
        send();
      });
      socket.on('connect', send).on('data', read);
      socket.on('error', reject).on('close', () => reject(new Error('The server hung up')));
    });
  await Promise.all(Array.from({ length: connections }, one));
}

/** How an answer ends: after so many more bytes, or with the last of its chunks. */
type Rest = { readonly status: number; left: number; readonly chunked: boolean };

/** Follow the answers on a connection, one after the other; calls back at the end of each. */
function readAnswers(onEnd: (status: number) => void): (part: Buffer) => void {
  let head: Buffer = Buffer.alloc(0);
  let rest: Rest | undefined;
  return (part) => {
    if (!rest) {
      head = head.length === 0 ? part : Buffer.concat([head, part]);
      rest = readHead(head);
    } else rest.left -= part.length;
    if (!rest) return;
    if (rest.chunked ? part.subarray(-LAST_CHUNK.length).equals(LAST_CHUNK) : rest.left === 0) {
      const { status } = rest;
      head = Buffer.alloc(0);
      rest = undefined;
      onEnd(status);
    }
  };
}

/** Undefined while the head is not there whole. */
function readHead(bytes: Buffer): Rest | undefined {
  const at = bytes.indexOf(HEAD_END);
  if (at < 0) return undefined;
  const head = bytes.toString('latin1', 0, at).toLowerCase();
  const length = Number(/content-length: (\d+)/.exec(head)?.[1] ?? 0);
  return {
    status: Number(head.slice(9, 12)),
    left: length - (bytes.length - at - HEAD_END.length),
    chunked: head.includes('transfer-encoding: chunked'),
  };
}

const LAST_CHUNK = Buffer.from('0\r\n\r\n');

/** The value below which this share of the values lies. */
export const quantile = (values: readonly number[], share: number): number =>
  values.toSorted((a, b) => a - b)[
    Math.min(values.length - 1, Math.floor(values.length * share))
  ] ?? 0;
