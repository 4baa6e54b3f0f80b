import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LayerChanges } from '#data/schema/layer-changes.ts';
import { MAST_LAYER, startTestServer, type TestServer } from '#tests/support/test-server.ts';

let server: TestServer;

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

describe('/api/layers/:id/changes', () => {
  it('of a layer published once tells that nothing changed since, and on which day it was', async () => {
    const told = await server.getJson<LayerChanges>(`/api/layers/${MAST_LAYER}/changes`);
    expect(told).toMatchObject({ changes: [], truncated: false, totals: { added: 0, removed: 0 } });
    expect(told.days).toHaveLength(1);
    expect(told.datasets).toMatchObject([{ from: { number: 1 }, to: { number: 1 } }]);
  });

  it('before it was first published has no edition to begin from', async () => {
    const told = await server.getJson<LayerChanges>(
      `/api/layers/${MAST_LAYER}/changes?since=2001-01-01`,
    );
    expect(told.datasets[0]?.from).toBeUndefined();
  });

  it('refuses a day that is none', async () => {
    const answer = await server.get(`/api/layers/${MAST_LAYER}/changes?since=last-week`);
    expect(answer.status).toBe(400);
  });
});
