import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CombineAnswer } from '#data/schema/combine.ts';
import type { Coverage } from '#data/schema/coverage.ts';
import {
  MAST_DATASET,
  MAST_LAYER,
  startTestServer,
  type TestServer,
} from '#tests/support/test-server.ts';

const STOPS = 'department-for-transport--stops';
let server: TestServer;

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

const combine = (query: string) => server.getJson<CombineAnswer>(`/api/combine?${query}`);

describe('/api/combine', () => {
  it('answers for datasets, layers and licences, each once', async () => {
    const { parts } = await combine(`datasets=${MAST_DATASET},${STOPS}&layers=${MAST_LAYER}`);
    expect(parts.map(({ id }) => id).sort()).toEqual([STOPS, MAST_DATASET].sort());
    const { possible, blocks } = await combine(`datasets=${STOPS}&licences=SPENW-Shared`);
    expect([possible, blocks.map(({ part }) => part)]).toEqual([false, ['SPENW-Shared']]);
  });

  it('says the same of a page as of a program', async () => {
    const page = await (await server.get(`/licences?datasets=${STOPS}&licences=NUAR`)).text();
    const { headline } = await combine(`datasets=${STOPS}&licences=NUAR`);
    expect(page).toContain(headline);
  });

  it('refuses an unknown dataset as one that is not there, and an empty question', async () => {
    const answers = await Promise.all(
      ['datasets=no--such', 'licences=None', 'layers=none', '', 'make=soup'].map((query) =>
        server.get(`/api/combine?${query}`),
      ),
    );
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 400, 400]);
  });
});

describe('/licences', () => {
  it('leads what was added to an address of its own, and never elsewhere', async () => {
    const sent = await server.get('/licences?datasets=a&add=licence%3ANUAR&make=separate', {
      redirect: 'manual',
    });
    expect([sent.status, sent.headers.get('location')]).toEqual([
      303,
      '/licences?datasets=a&licences=NUAR&make=separate#combine',
    ]);
  });
});

describe('/api/coverage', () => {
  it('counts made-up data as none, and tells every kind when asked', async () => {
    const { rows, measures } = await server.getJson<Coverage>('/api/coverage');
    const masts = rows.find(({ featureType }) => featureType === 'digital/mast');
    expect(masts?.supplied).toBe(0);
    expect(masts?.cells.filter(({ status }) => status === 'synthetic')).toHaveLength(1);
    expect(measures.withoutFaults.of).toBe(1);
    const all = await server.getJson<Coverage>('/api/coverage?types=all');
    expect(all.rows.length).toBeGreaterThan(100);
  });
});

describe('/api/datasets/:id/issues.csv', () => {
  it('gives every issue a line', async () => {
    const { issues } = await server.getJson<{ issues: unknown[] }>(
      `/api/datasets/${MAST_DATASET}/issues?limit=1000`,
    );
    const answer = await server.get(`/api/datasets/${MAST_DATASET}/issues.csv`);
    expect(answer.headers.get('content-disposition')).toContain('issues.csv');
    const lines = (await answer.text()).trim().split('\r\n');
    expect(lines).toHaveLength(issues.length + 1);
  });
});

describe('/api/catalog.jsonld', () => {
  it('tells each dataset with its licence and where to have it', async () => {
    const answer = await server.get('/api/catalog.jsonld');
    expect(answer.headers.get('content-type')).toContain('application/ld+json');
    const catalogue = (await answer.json()) as {
      'dcat:dataset': {
        'dct:identifier': string;
        'dcat:distribution': Record<string, unknown>[];
      }[];
    };
    const stops = catalogue['dcat:dataset'].find((each) => each['dct:identifier'] === STOPS);
    expect(stops?.['dcat:distribution'][0]).toMatchObject({
      'dcat:downloadURL': { '@id': expect.stringMatching(/\/api\/datasets\/.*\/download$/) },
      'dct:license': { '@id': expect.stringContaining('nationalarchives.gov.uk') },
    });
  });
});
