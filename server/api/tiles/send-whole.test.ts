import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sendWhole, startOf } from './send-whole.ts';

const HEAD = ['Content-Type', 'text/plain', 'Content-Length', '5', 'ETag', '"a"'];
const BODY = Buffer.from('whole');
const ORDINARY = 'by node';

let server: Server;
/** Whether each answer was sent whole, and how often each was told to be out. */
const sent: boolean[] = [];
const finished: number[] = [];

beforeAll(async () => {
  server = createServer((request, response) => {
    const number = sent.length;
    finished[number] = 0;
    response.on('finish', () => {
      finished[number] = (finished[number] ?? 0) + 1;
    });
    if (request.url === '/late') {
      sent.push(false);
      setTimeout(() => response.end('late!'), 30);
      return;
    }
    if (request.url === '/set') response.setHeader('X-Set', 'yes');
    const isSent = sendWhole(request, response, { start: startOf(HEAD), body: BODY });
    sent.push(isSent);
    if (!isSent) response.end(ORDINARY);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
});

afterAll(() => {
  server.close();
  server.closeAllConnections();
});

const asking = (path: string, version = '1.1', more = ''): string =>
  `GET ${path} HTTP/${version}\r\nHost: x\r\n${more}\r\n`;
const LAST = asking('/', '1.1', 'Connection: close\r\n');

/** All that comes back over one connection, until the server ends it. */
async function converse(...asked: readonly string[]): Promise<string> {
  sent.length = 0;
  finished.length = 0;
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
  const closed = once(socket, 'close');
  let heard = '';
  socket.setEncoding('latin1').on('data', (part) => {
    heard += part;
  });
  for (const each of asked) {
    socket.write(each);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  await closed;
  return heard;
}

const bodiesOf = (heard: string): string[] => heard.match(/whole|late!|by node/g) ?? [];

describe('sendWhole()', () => {
  it('sends the headers it was given, the date, and how long the connection is kept', async () => {
    const heard = await converse(asking('/'), LAST);
    const [head = ''] = heard.split('\r\n\r\n');
    const lines = head.split('\r\n');
    const date = lines.find((line) => line.startsWith('Date: '))?.slice(6) ?? '';
    expect(Math.abs(Date.parse(date) - Date.now())).toBeLessThan(5_000);
    expect(lines.filter((line) => !line.startsWith('Date: '))).toEqual([
      'HTTP/1.1 200 OK',
      'Content-Type: text/plain',
      'Content-Length: 5',
      'ETag: "a"',
      'Connection: keep-alive',
      'Keep-Alive: timeout=10',
    ]);
  });

  it('answers one request after the other on a connection, each told once to be out', async () => {
    const heard = await converse(asking('/'), asking('/'), asking('/'), LAST);
    expect(bodiesOf(heard)).toEqual(['whole', 'whole', 'whole', ORDINARY]);
    expect([sent, finished]).toEqual([
      [true, true, true, false],
      [1, 1, 1, 1],
    ]);
  });

  it('keeps the order of requests sent at once, one of them answered late', async () => {
    const heard = await converse(
      asking('/') + asking('/late') + asking('/') + asking('/late') + LAST,
    );
    expect(bodiesOf(heard)).toEqual(['whole', 'late!', ORDINARY, 'late!', ORDINARY]);
    expect(finished).toEqual([1, 1, 1, 1, 1]);
  });

  it('reads past a body that was sent along', async () => {
    const heard = await converse(
      `${asking('/', '1.1', 'Content-Length: 3\r\n')}abc${asking('/')}${LAST}`,
    );
    expect(bodiesOf(heard)).toEqual(['whole', expect.any(String), ORDINARY]);
  });

  it.each([
    ['the connection is to be closed', LAST],
    ['the client speaks HTTP/1.0', asking('/', '1.0')],
    ['a header was set', asking('/set', '1.1') + LAST],
  ])('leaves it to node:http where %s', async (_, asked) => {
    const heard = await converse(asked);
    expect([sent[0], bodiesOf(heard)[0]]).toEqual([false, ORDINARY]);
  });
});
