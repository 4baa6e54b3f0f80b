import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { openFetcher } from './fetcher.ts';
import type { Get } from './harvested.ts';
import { patiently } from './patience.ts';

/** What a portal answers a request with; nothing: 404. */
export type Answer = (url: URL, response: ServerResponse) => unknown;

/** A server of data on loopback, and a fetcher that may go there. */
export type Portal = {
  readonly url: string;
  readonly get: Get;
  /** Paths with queries, in the order they were asked for. */
  readonly asked: string[];
  /** Waits the fetcher would have made, ms. */
  readonly waits: number[];
  readonly close: () => void;
};

/** Listen on any free port, answering as `answer` says: a value as JSON, text as it is. */
export async function openPortal(answer: Answer): Promise<Portal> {
  const asked: string[] = [];
  const waits: number[] = [];
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', `http://${request.headers.host}`);
    asked.push(request.url ?? '');
    const said = answer(url, response);
    if (response.writableEnded) return;
    if (said === undefined) response.writeHead(404).end();
    else response.end(typeof said === 'string' ? said : JSON.stringify(said));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const fetch = openFetcher({ agent: 'ODIN test', ownHosts: new Set([host]) });
  const wait = async (ms: number) => {
    waits.push(ms);
  };
  return {
    url: `http://${host}`,
    get: patiently(fetch, wait),
    asked,
    waits,
    close: () => server.close(),
  };
}
