import { afterAll, beforeAll, expect, it } from 'vitest';
import { MAST_DATASET, startTestServer, type TestServer } from '#tests/support/test-server.ts';

let server: TestServer;

beforeAll(async () => {
  server = await startTestServer();
});

afterAll(() => server.close());

it('/api/datasets/:id/editions lists editions and what happened to them', async () => {
  const answer = await server.getJson(`/api/datasets/${MAST_DATASET}/editions`);
  expect(answer).toMatchObject({
    editions: [{ number: 1, status: 'live' }],
    events: [{ kind: 'published', edition: 1 }],
  });
  expect((await server.get('/api/datasets/nothing/editions')).status).toBe(404);
});

it('/api/datasets/:id/editions/:number/changes pages the changes and refuses what is not shown', async () => {
  const path = `/api/datasets/${MAST_DATASET}/editions`;
  expect(await server.getJson(`${path}/1/changes?kind=added,moved&limit=5`)).toEqual({
    changes: [],
  });
  expect((await server.get(`${path}/2/changes`)).status).toBe(404);
  expect((await server.get(`${path}/1/changes?kind=lost`)).status).toBe(400);
});
