import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo, LookupFunction } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Fetched } from './fetched.ts';
import { openFetcher } from './fetcher.ts';

const LIMITS = { mostBytes: 100_000, mostMs: 3_000, mostIdleMs: 400 };

/** Answers by path, as servers of files do. */
const answers: Readonly<Record<string, RequestListener>> = {
  '/a.csv': (request, response) => {
    if (request.headers['if-none-match'] === '"one"') return response.writeHead(304).end();
    response.setHeader('ETag', '"one"').setHeader('Content-Type', 'text/csv; charset=utf-8');
    response.setHeader('Content-Disposition', "attachment; filename*=UTF-8''lamps%20%C3%A9.csv");
    return response.end('a,b\n1,2\n');
  },
  '/packed': (_, response) => {
    response.setHeader('Content-Encoding', 'gzip').end(gzipSync('a,b\n3,4\n'));
  },
  '/bomb': (_, response) => {
    response.setHeader('Content-Encoding', 'gzip').end(gzipSync(Buffer.alloc(20_000_000)));
  },
  '/not-gzip': (_, response) => {
    response.setHeader('Content-Encoding', 'gzip').end('a,b\n');
  },
  '/away': (_, response) => response.writeHead(302, { Location: 'http://10.0.0.1/a.csv' }).end(),
  '/near': (_, response) => response.writeHead(301, { Location: '/a.csv' }).end(),
  '/round': (_, response) => response.writeHead(302, { Location: '/round' }).end(),
  '/busy': (_, response) => response.writeHead(503, { 'Retry-After': '120' }).end(),
  '/gone': (_, response) => response.writeHead(410).end(),
  '/drip': (_, response) => {
    response.write('a');
  },
};

describe('a fetcher', () => {
  let server: Server;
  let host = '';
  let hits = 0;
  beforeAll(async () => {
    server = createServer((request, response) => {
      hits++;
      const answer = answers[request.url ?? ''];
      if (answer) answer(request, response);
      else response.writeHead(404).end();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });

  const get = (path: string, known = {}): Promise<Fetched> =>
    openFetcher({ agent: 'test', ownHosts: new Set([host]), limits: LIMITS })(
      `http://${host}${path}`,
      known,
    );

  it('gives the bytes, their name and what to ask with next time', async () => {
    const got = await get('/a.csv');
    expect(got).toMatchObject({
      status: 'fetched',
      mediaType: 'text/csv',
      fileName: 'lamps é.csv',
      etag: '"one"',
    });
    expect(await get('/a.csv', { etag: '"one"' })).toEqual({ status: 'unchanged' });
    expect(await get('/near')).toMatchObject({ status: 'fetched', url: `http://${host}/a.csv` });
  });

  it('unpacks what was packed for the way, and counts what comes out', async () => {
    const got = await get('/packed');
    expect(got.status === 'fetched' && Buffer.from(got.bytes).toString()).toBe('a,b\n3,4\n');
    expect(await get('/bomb')).toMatchObject({
      status: 'failed',
      isPassing: false,
      why: expect.stringContaining('larger than'),
    });
    expect(await get('/not-gzip')).toMatchObject({ status: 'failed' });
  });

  it('says why not, and whether to come again', async () => {
    expect(await get('/missing')).toMatchObject({
      isPassing: false,
      why: expect.stringContaining('404'),
    });
    expect(await get('/gone')).toMatchObject({ isPassing: false });
    expect(await get('/busy')).toMatchObject({ isPassing: true, retryAfterS: 120 });
    expect(await get('/drip')).toMatchObject({
      isPassing: true,
      why: 'The server stopped sending.',
    });
    expect(await get('/round')).toMatchObject({
      isPassing: false,
      why: expect.stringContaining('without end'),
    });
  });

  it('threat 30: follows no redirect into a private network', async () => {
    expect(await get('/away')).toMatchObject({
      status: 'failed',
      why: expect.stringMatching(/^The server leads to another address that is not fetched: /),
    });
  });

  it.each([
    ['a private address', [{ address: '127.0.0.1', family: 4 }]],
    [
      'a public and a private one',
      [
        { address: '1.1.1.1', family: 4 },
        { address: '::1', family: 6 },
      ],
    ],
    ['none', []],
  ])('threat 30: connects to no name that resolves to %s', async (_, found) => {
    const before = hits;
    const lookup: LookupFunction = (_name, _options, done) => done(null, found);
    const fetch = openFetcher({ agent: 'test', lookup, limits: LIMITS });
    expect(await fetch('https://files.example.org/a.csv')).toMatchObject({
      status: 'failed',
      why: 'This address is not fetched: it leads into a private network.',
    });
    expect(hits).toBe(before);
  });

  it('threat 30: a name asked for twice cannot mean another address the second time', async () => {
    let asked = 0;
    const lookup: LookupFunction = (_name, _options, done) => {
      asked++;
      done(null, [{ address: asked === 1 ? '203.0.114.1' : '127.0.0.1', family: 4 }]);
    };
    const fetch = openFetcher({ agent: 'test', lookup, limits: { ...LIMITS, mostMs: 300 } });
    const before = hits;
    expect(await fetch('https://files.example.org/a.csv')).toMatchObject({ status: 'failed' });
    expect(asked).toBe(1);
    expect(hits).toBe(before);
  });

  it('is given up when nobody wants it any more', async () => {
    const fetch = openFetcher({
      agent: 'test',
      ownHosts: new Set([host]),
      limits: { ...LIMITS, mostIdleMs: 5_000 },
    });
    const got = await fetch(`http://${host}/drip`, {}, AbortSignal.timeout(50));
    expect(got).toMatchObject({ status: 'failed' });
  });
});
