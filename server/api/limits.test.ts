import { EventEmitter, once } from 'node:events';
import { IncomingMessage, ServerResponse } from 'node:http';
import { connect, Socket } from 'node:net';
import type { Request, Response } from 'express';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { startTestServer, type TestServer } from '#tests/support/test-server.ts';
import { bodyInTime, limitTiles } from './limits.ts';
import { createHttpServer } from './server.ts';

let server: TestServer;

beforeAll(async () => {
  server = await startTestServer();
}, 120_000);
afterAll(() => server?.close());

describe('threat 34: who asks too much', () => {
  it('is told to wait, whichever address of their network they ask from', async () => {
    const ask = (address: string) =>
      server.get('/api/areas', {
        method: 'POST',
        body: '{}',
        headers: { 'x-forwarded-for': address, 'content-type': 'application/json' },
      });
    let refused: globalThis.Response | undefined;
    let asked = 0;
    while (!refused && asked < 600) {
      asked += 1;
      const answer = await ask(`2001:db8:1:2::${asked.toString(16)}`);
      if (answer.status === 429) refused = answer;
    }
    expect(asked).toBeGreaterThan(200);
    expect(refused?.headers.get('retry-after')).toBe('1');
    expect((await ask('2001:db8:1:3::1')).status).not.toBe(429);
  });

  it('is told so sooner by forms that prove who somebody is, from this machine too', async () => {
    const sent = { method: 'POST', body: new URLSearchParams({ email: '', password: '' }) };
    const headers = { origin: server.origin(), 'x-forwarded-for': '198.51.100.1' };
    const statuses: number[] = [];
    for (let index = 0; index < 35; index += 1) {
      statuses.push((await server.get('/sign-in', { ...sent, headers })).status);
    }
    expect(statuses.slice(0, 30).every((status) => status === 422)).toBe(true);
    expect(statuses.at(-1)).toBe(429);
  });

  it('is told so for tiles too, more loosely', () => {
    const limit = limitTiles();
    const ask = (remoteAddress: string, url = '/tiles/x/v/0/0/0.mvt') => {
      const request = Object.assign(new IncomingMessage(new Socket()), { url });
      Object.defineProperty(request, 'socket', { value: { remoteAddress } });
      const response = new ServerResponse(request);
      return limit(request, response) ? response.statusCode : 200;
    };
    const statuses = Array.from({ length: 20_000 }, () => ask('198.51.100.3'));
    expect(statuses.slice(0, 6_000).every((status) => status === 200)).toBe(true);
    expect(statuses).toContain(429);
    expect(ask('198.51.100.4')).toBe(200);
    expect(ask('198.51.100.3', '/api/layers')).toBe(200);
  });

  it('cannot pass for another by naming them: only a proxy on this machine is believed', async () => {
    // the last entry is the one the proxy added
    const headers = { origin: server.origin(), 'x-forwarded-for': '192.0.2.1, 198.51.100.1' };
    const sent = { method: 'POST', body: new URLSearchParams({ email: '', password: '' }) };
    expect((await server.get('/sign-in', { ...sent, headers })).status).toBe(429);
  });
});

describe('threat 31: slow clients', () => {
  it('200 connections that drip their headers keep nobody else waiting', async () => {
    const { hostname, port } = new URL(server.origin());
    const slow: Socket[] = await Promise.all(
      Array.from({ length: 200 }, async () => {
        const socket = connect(Number(port), hostname);
        socket.on('error', () => undefined);
        await once(socket, 'connect');
        socket.write('GET /api/health HTTP/1.1\r\nHost: x\r\nX-Slow: ');
        return socket;
      }),
    );
    const drip = setInterval(() => slow.forEach((socket) => void socket.write('.')), 100);
    const times: number[] = [];
    for (let index = 0; index < 100; index += 1) {
      const begun = performance.now();
      expect((await server.get('/api/session')).status).toBe(200);
      times.push(performance.now() - begun);
    }
    clearInterval(drip);
    for (const socket of slow) socket.destroy();
    expect(times.toSorted((a, b) => a - b)[98]).toBeLessThan(500);
  });

  it('headers that never end are given up after a quarter of a minute', () => {
    const nothing = () => false;
    const { headersTimeout, requestTimeout } = createHttpServer(nothing, nothing);
    expect([headersTimeout, requestTimeout]).toEqual([15_000, 1_800_000]);
  });

  it('a body slower than 64 kB a second is given up, half a minute at the earliest', () => {
    vi.useFakeTimers();
    const body = Object.assign(new EventEmitter(), { destroy: vi.fn() });
    const next = vi.fn();
    bodyInTime(6_400_000)(body as unknown as Request, {} as Response, next);
    expect(next).toHaveBeenCalled();
    vi.advanceTimersByTime(99_000);
    expect(body.destroy).not.toHaveBeenCalled();
    vi.advanceTimersByTime(2_000);
    expect(body.destroy).toHaveBeenCalled();
    const quick = Object.assign(new EventEmitter(), { destroy: vi.fn() });
    bodyInTime(10)(quick as unknown as Request, {} as Response, next);
    quick.emit('end');
    vi.advanceTimersByTime(60_000);
    expect(quick.destroy).not.toHaveBeenCalled();
    vi.useRealTimers();
  });

  it('headers longer than 16 kB and forms longer than any are refused', async () => {
    const long = await server.get('/api/session', { headers: { 'x-long': 'x'.repeat(20_000) } });
    expect(long.status).toBe(431);
    const body = new URLSearchParams({ email: 'x'.repeat(30_000) });
    const form = await server.get('/sign-in', {
      method: 'POST',
      body,
      headers: { origin: server.origin() },
    });
    expect(form.status).toBe(413);
  });
});

describe('threat 49: pages with forms', () => {
  it.each([
    '/sign-in',
    '/sign-out',
    '/account',
    '/organisations',
    '/invitation/x',
    '/sign-in/first',
  ])('%s cannot be framed, sniffed or told to others', async (path) => {
    const { headers } = await server.get(path, { redirect: 'manual' });
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    expect(headers.get('content-security-policy')).toContain("form-action 'self'");
    expect(headers.get('x-frame-options')).toBe('DENY');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('strict-origin-when-cross-origin');
    expect(headers.get('cache-control')).toBe('private, no-store');
    expect(headers.get('access-control-allow-origin')).toBeNull();
  });
});
