import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Problem } from '#data/schema/service.ts';
import {
  MAST_DATASET,
  MAST_LAYER,
  startTestServer,
  type TestServer,
} from '#tests/support/test-server.ts';

let server: TestServer;

beforeAll(async () => {
  server = await startTestServer();
}, 120_000);

afterAll(() => server?.close());

describe('refusals', () => {
  it.each([
    ['/api/features?bbox=1,2,3', 400, 'bbox'],
    ['/api/features?bbox=2,1,1,2', 400, 'bbox'],
    ['/api/features?limit=1e9', 400, 'limit'],
    ['/api/features?limit=5000', 400, 'limit'],
    ['/api/features?limit=1&limit=2', 400, 'limit'],
    ['/api/features?colour=red', 400, 'colour'],
    ['/api/search', 400, 'q'],
    [`/api/datasets/${MAST_DATASET}/issues?severity=bad`, 400, 'severity'],
    ['/api/resources/abc/lines', 400, 'sha256'],
    [`/api/resources/${'0'.repeat(64)}/lines`, 404, 'published file'],
    ['/api/datasets/nothing', 404, 'nothing'],
    ['/api/layers/nothing/features', 404, 'nothing'],
    ['/api/features/odin:no/thing:1', 404, 'odin:no/thing:1'],
    ['/api/nothing', 404, '/api/nothing'],
  ])('%s is %i and says why', async (path, status, word) => {
    const response = await server.get(path);
    expect(response.status).toBe(status);
    expect(response.headers.get('content-type')).toContain('application/problem+json');
    const problem = Problem.parse(await response.json());
    expect([problem.status, problem.detail]).toEqual([status, expect.stringContaining(word)]);
  });

  it.each([
    '/api/layers/%E0%A4%A',
    '/api/layers/%00',
    '/api/features/..%2f..%2fetc%2fpasswd',
    '/..%2f..%2fetc/passwd',
    '/assets/..%2f..%2fpackage.json',
    '/basemap/%2e%2e/%2e%2e/package.json',
    '/tiles/..%2f..%2fx/v/1/1/1.mvt',
    '/data/%3Cscript%3E',
    '/api/search?q[a]=b',
    '/api/features?__proto__=1',
    `/api/search?q=${'x'.repeat(8_000)}`,
    '/%',
  ])('%s is refused without harm', async (path) => {
    const response = await server.get(path);
    expect(response.status).toBeGreaterThanOrEqual(400);
    expect(response.status).toBeLessThan(500);
    expect(await response.text()).not.toContain('<script>');
  });

  it('answers only GET and HEAD', async () => {
    const response = await server.get('/api/layers', { method: 'POST', body: '{}' });
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
    expect((await server.get('/api/layers', { method: 'HEAD' })).status).toBe(200);
  });
});

describe('pages', () => {
  const PAGES = [
    '/data',
    `/data/${MAST_DATASET}`,
    '/licences',
    '/licences/OGL-UK-3.0',
    `/licences?datasets=${MAST_DATASET}&licences=NUAR&make=merged`,
    '/coverage?types=all',
    '/help',
    '/help/issues',
  ];

  /** A script of our own by its address, and data that no browser runs and nothing published can end. */
  const OURS =
    /<script src="\/coverage-grid\.js" defer><\/script>|<script type="application\/ld\+json">[^<]*<\/script>/g;

  it.each(PAGES)('%s is a document in which nothing published can run', async (path) => {
    const response = await server.get(path);
    const text = await response.text();
    expect([response.status, response.headers.get('content-type')]).toEqual([
      200,
      'text/html; charset=utf-8',
    ]);
    expect(text.replaceAll(OURS, '')).not.toMatch(/<script|javascript:|\son\w+=/i);
    expect(text.match(/<h1[ >]/g)).toHaveLength(1);
  });

  it('the dataset page shows hostile text as text, and says that it is synthetic', async () => {
    const text = await (await server.get(`/data/${MAST_DATASET}`)).text();
    expect(text).toContain('Masts &lt;script&gt;');
    expect(text).toContain('class="synthetic"');
    expect(text).toContain(`/?layers=${MAST_LAYER}`);
  });

  it('every answer but a tile carries the security headers', async () => {
    for (const path of [...PAGES, '/api/health', '/api/nothing', '/nothing', '/page.css']) {
      const { headers } = await server.get(path);
      expect(headers.get('content-security-policy')).toContain("script-src 'self';");
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('x-frame-options')).toBe('DENY');
      expect(headers.get('referrer-policy')).toBe('strict-origin-when-cross-origin');
      expect(headers.get('x-powered-by')).toBeNull();
    }
  });
});
