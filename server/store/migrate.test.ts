import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { writeWkb } from '#server/frames/wkb.ts';
import { openStore } from './open.ts';
import { draftOf, resourceOf } from './test-store.ts';

const MIGRATIONS = join(import.meta.dirname, 'migrations');
/** Migrations before records were kept in blocks. */
const BEFORE = readdirSync(MIGRATIONS)
  .sort()
  .findIndex((name) => name.includes('in-blocks'));

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'odin-migrate-'));
  mkdirSync(folder, { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true }));

const SOURCES = {
  name: { columns: ['Name'], raw: 'Sale', rule: 'as published', by: 'suggestion' },
  address: { columns: ['Street', 'Town'], raw: 'A · B', rule: 'combined', by: 'descriptor' },
};

/** A database as the version before left it, with one stop on the map and one without a place. */
function openFormer() {
  const db = new Sqlite(join(folder, 'odin.sqlite'));
  for (const name of readdirSync(MIGRATIONS).sort().slice(0, BEFORE)) {
    db.exec(readFileSync(join(MIGRATIONS, name), 'utf8'));
  }
  db.pragma(`user_version = ${BEFORE}`);
  const { dataset, source, sha256, report } = draftOf(resourceOf('one'));
  db.prepare('INSERT INTO resource VALUES (?, ?, 3, ?)').run(sha256, 'stops.csv', '2026-01-01');
  db.prepare('INSERT INTO dataset (id, publisher) VALUES (?, ?)').run(dataset, source.publisher);
  db.prepare(`INSERT INTO edition (row, dataset, number, status, published_at, sha256, fingerprint,
      layer_id, licence, source, lock, report)
    VALUES (7, ?, 1, 'live', '2026-01-01', ?, 'f', 'stop.ogl-uk-3-0', 'OGL-UK-3.0', ?, '[]', ?)`).run(
    ...[dataset, sha256, JSON.stringify(source), JSON.stringify(report)],
  );
  db.prepare('UPDATE dataset SET live_edition = 7').run();
  const insert = db.prepare(`INSERT INTO feature (row, edition, key, id, type, lifecycle, lng, lat,
      west, south, east, north, name, layer, line, attributes, geometry, placement, native,
      sources, extra, cells)
    VALUES (?, 7, ?, ?, 'transport/stop', 'existing', ?, ?, ?, ?, ?, ?, 'Sale', 'stops', ?, ?, ?, ?, ?,
      ?, ?, ?)`);
  const said = [
    JSON.stringify(SOURCES),
    '{"Zone":3,"Open":true,"__proto__":"kept","Note":""}',
    '["Sale","3","yes"]',
  ];
  const attributes = '{"name":"Sale","address":"Northenden Road","url":"https://x.example"}';
  const at = writeWkb({ type: 'Point', coordinates: [-2.3, 53.4] });
  const native = writeWkb({ type: 'Point', coordinates: [379_000, 391_000] });
  const placement = '{"crs":"EPSG:27700","transform":"OSTN15","from":"x, y"}';
  const box = [-2.3, 53.4, -2.3, 53.4, -2.3, 53.4];
  insert.run(11, 5, 'odin:transport/stop:a', ...box, 2, attributes, at, placement, native, ...said);
  insert.run(
    12,
    6,
    'odin:transport/stop:b',
    ...Array(6).fill(null),
    3,
    attributes,
    null,
    null,
    null,
    ...said,
  );
  db.prepare('INSERT INTO feature_box VALUES (11, -2.3, -2.3, 53.4, 53.4, 7, 7)').run();
  db.close();
}

it('openStore() carries over records of the form before: everything is found, read and searched', async () => {
  openFormer();
  const store = openStore(folder);
  try {
    const found = await store.findFeature('odin:transport/stop:a');
    expect(found).toMatchObject({
      ...{ row: 11, edition: 7, key: 5, name: 'Sale', line: 2, cells: ['Sale', '3', 'yes'] },
      geometry: { type: 'Point', coordinates: [-2.3, 53.4] },
      native: { type: 'Point', coordinates: [379_000, 391_000] },
      placement: { transform: 'OSTN15' },
    });
    expect(found?.sources).toEqual(SOURCES);
    expect(JSON.stringify(found?.extra)).toBe(
      '{"Zone":3,"Open":true,"__proto__":"kept","Note":""}',
    );
    expect((await store.searchFeatures('northend', 5)).map(({ row }) => row)).toEqual([11]);
    expect(await store.searchFeatures('example', 5)).toEqual([]);
    const asked = { editions: [7], bounds: [-2.4, 53.3, -2.2, 53.5] as const };
    expect((await store.pageFeatures(asked, { limit: 5 })).map(({ row }) => row)).toEqual([11]);
    expect([...(await store.countFeatures(asked))]).toEqual([[7, 1]]);
    expect(await store.countKept(7)).toBe(2);
  } finally {
    await store.close();
  }
});
