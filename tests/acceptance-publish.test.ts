import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadVocabulary } from '#data/load.ts';
import { Source } from '#data/schema/source.ts';
import { writeLicences } from '#server/export/licences.ts';
import { planDownload, type WantedLayer } from '#server/export/plan.ts';
import { readConfig } from '../server/config.ts';
import { type Odin, openOdin } from '../server/odin.ts';
import { type Published, publish } from '../server/publishing/publish.ts';

// The acceptance checks of the harmoniser that are about what may go live.

const { licences } = loadVocabulary(fileURLToPath(new URL('../data', import.meta.url)));

const source = (licence: string): Source =>
  Source.parse({
    odin: 1,
    id: 'demonstration-digital/acceptance-masts',
    title: 'Masts',
    publisher: 'demonstration-digital',
    synthetic: true,
    licence: { id: licence, basis: 'stated' },
    type: 'digital/mast',
  });

let folder: string;
let odin: Odin;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'odin-acceptance-'));
  odin = await openOdin(readConfig({ ODIN_DATA: folder }));
});

afterEach(async () => {
  await odin.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Publish a table of so many masts. */
function send(count: number, licence = 'OGL-UK-3.0'): Promise<Published> {
  const rows = Array.from(
    { length: count },
    (_, index) => `M${index},Mast ${'ABCDEFGHIJKLMNOPQRST'[index]},${380_000 + index * 700},391000`,
  );
  const bytes = Buffer.from(['Mast ref,Site name,Easting,Northing', ...rows, ''].join('\n'));
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return publish(
    { resource: { sha256, fileName: 'masts.csv', bytes } },
    source(licence),
    odin.deps,
  );
}

const liveRecords = async (): Promise<number> => {
  const editions = (await odin.deps.store.listLive()).map(({ row }) => row);
  return (await odin.deps.store.pageFeatures({ editions }, { limit: 100 })).length;
};

describe('7: a refresh with 40 % fewer rows', () => {
  it('is held, says so in figures, and the version before stays live', async () => {
    await send(20);
    const outcome = await send(12);
    expect(outcome).toMatchObject({
      status: 'held',
      reason: expect.stringMatching(/12 .*20.*40 %/),
    });
    expect(await liveRecords()).toBe(20);
  });
});

describe('8: licences', () => {
  it('nothing is published whose licence nobody states', async () => {
    const outcome = await send(5, 'unknown');
    expect(outcome.status).not.toBe('published');
    expect(await liveRecords()).toBe(0);
  });

  it('OGL, CC BY and ODbL leave as a zip with a folder each, true LICENCES, and never merged', () => {
    const ids = ['OGL-UK-3.0', 'CC-BY-4.0', 'ODbL-1.0'];
    const wanted = ids.map(wantedUnder);
    const wish = { format: 'geojson', form: 'merged' } as const;
    const { plan, files } = planDownload(wanted, wish);
    expect([plan.form, plan.label]).toEqual(['collective', 'Multiple licences, see LICENCES']);
    expect(plan.reason).toContain('It cannot be one file');
    expect(files.map(({ path }) => path)).toEqual(
      ids.map((id) => `${id.toLowerCase()}/layer-of-${id}.geojson`),
    );
    const text = writeLicences(plan, { licences, made: MADE });
    for (const id of ids) {
      expect(text).toContain(`(${id})`);
      expect(text).toContain(`© Holder of ${id}.`);
    }
  });
});

const MADE = {
  origin: 'https://map.example.org',
  address: 'https://map.example.org/api/download',
  at: new Date('2026-01-31'),
  asked: [],
};

/** A layer of one dataset under a licence. */
function wantedUnder(id: string): WantedLayer {
  const licence = licences.get(id);
  if (licence === undefined) throw new RangeError(`No licence "${id}"`);
  const dataset = {
    id: `holder--${id}`,
    title: `Dataset under ${id}`,
    publisher: `Holder of ${id}`,
    edition: 1,
    publishedAt: '2026-01-31T00:00:00Z',
    sha256: '0'.repeat(64),
    attribution: `© Holder of ${id}.`,
  };
  return {
    id: `layer-of-${id}`,
    title: id,
    featureType: 'digital/mast',
    synthetic: true,
    licence,
    features: 1,
    unplaced: 0,
    crs: 'EPSG:4326',
    datasets: [dataset],
  };
}
