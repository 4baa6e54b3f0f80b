import { createWriteStream, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import Sqlite from 'better-sqlite3';
import fc from 'fast-check';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import yazl from 'yazl';
import { watchGazetteers } from '#data/load.ts';
import { type LoadOptions, loadGazetteerFiles } from './gazetteer-load.ts';
import { openGazetteerWriter } from './gazetteer-writer.ts';

// Every row here is made up; headings, folders and names are those the publishers use.
const root = mkdtempSync(join(tmpdir(), 'odin-gazetteer-'));
let folder = root;

const options = (): LoadOptions => ({
  folder,
  toGrid: (lng, lat) => (lng < 0 && lat > 50 ? [379_000, 392_000] : undefined),
  terms: () => ({ publisher: 'ordnance-survey', licence: 'OS-OpenData', attribution: '© OS' }),
  now: new Date('2026-06-01T00:00:00Z'),
});
const load = (paths: string[], more: Partial<LoadOptions> = {}) =>
  loadGazetteerFiles(paths, { ...options(), ...more });
const book = () => watchGazetteers(folder)();

let count = 0;
beforeEach(() => {
  folder = mkdtempSync(join(root, 'data-'));
  count++;
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

function file(name: string, content: string | Uint8Array): string {
  const path = join(mkdtempSync(join(root, `in-${count}-`)), name);
  writeFileSync(path, content);
  return path;
}

async function zip(name: string, members: Record<string, string | Buffer>): Promise<string> {
  const archive = new yazl.ZipFile();
  for (const [member, content] of Object.entries(members)) {
    archive.addBuffer(Buffer.from(content), member);
  }
  archive.end();
  const path = file(name, '');
  await pipeline(archive.outputStream, createWriteStream(path));
  return path;
}

const CODE_POINT = [
  '"M337ZF",10,379000,392000,"E92000001","","","","E08000009","E05000829"',
  '"M1 1AA",90,0,0,"E92000001","","","","E08000003","E05000829"',
  '',
].join('\r\n');
const ONSPD = [
  'pcd,pcd2,pcds,dointr,doterm,oslaua,oseast1m,osnrth1m,osgrdind',
  '"M337ZF","M33 7ZF","M33 7ZF",198001,,"E08000009",379001,392001,1',
  '"M337ZG","M33 7ZG","M33 7ZG",198001,201001,"E08000009",379002,392002,1',
  '"BT11AA","BT1 1AA","BT1 1AA",198001,,"N09000003",333900,374500,1',
].join('\n');
const UPRNS = 'UPRN,X_COORDINATE,Y_COORDINATE,LATITUDE,LONGITUDE\n';

describe('loadGazetteerFiles() reads a product as it is shipped', () => {
  it('Code-Point Open: a ZIP of CSV files without headings, its date in the notes', async () => {
    const path = await zip('codepo_gb.zip', {
      'Data/CSV/m.csv': CODE_POINT,
      'Data/CSV/wn.csv': 'WN1 1AA,50,358000,405000,E92000001,,,,E08000010,E05000839\n',
      'Doc/Code-Point_Open_Column_Headers.csv': 'PC,PQ,EA,NO,CY,RH,LH,CC,DC,WC\nPostcode,…\n',
      'Doc/metadata.txt': 'PRODUCT: OS Code-Point Open\nCOPYRIGHT DATE: 20240510\n',
    });
    const [made] = await load([path]);
    expect(made?.edition).toMatchObject({ id: 'code-point-open-2024-05', entries: 2 });
    expect(made?.leftOut).toEqual(new Map([['no-position', 1]]));
    expect(book().postcode('M33 7ZF')).toMatchObject({ easting: 379_000, accuracyM: 100 });
    expect(book().postcode('WN1 1AA')).toMatchObject({ northing: 405_000, accuracyM: 500 });
  });

  it('ONS Postcode Directory: whole, not once more in parts; ended and BT left out', async () => {
    const path = await zip('ONSPD_MAY_2024.zip', {
      'Data/ONSPD_MAY_2024_UK.csv': ONSPD,
      'Data/multi_csv/ONSPD_MAY_2024_UK_M.csv': ONSPD,
      'Documents/LAD names and codes.csv': 'LAD23CD,LAD23NM\nE08000009,Trafford\n',
    });
    const [made] = await load([path]);
    expect(made?.edition).toMatchObject({ id: 'onspd-2024-05', entries: 1 });
    expect(made?.repeated).toBe(0);
    expect(made?.leftOut).toEqual(
      new Map([
        ['ended', 1],
        ['northern-ireland', 1],
      ]),
    );
  });

  it('OS Open UPRN: a CSV with a byte order mark, cut to an area', async () => {
    const rows = '100012345678,379000.50,392000.25,53.4,-2.3\n10002,530000,180000,51.5,-0.1\n';
    const path = file('osopenuprn_202405.csv', `\ufeff${UPRNS}${rows}`);
    const area = [370_000, 380_000, 400_000, 410_000] as const;
    const [made] = await load([path], { area });
    expect(made?.edition).toMatchObject({ id: 'open-uprn-2024-05', entries: 1, kind: 'uprn' });
    expect(made?.leftOut).toEqual(new Map([['outside', 1]]));
    expect(book().uprn(100012345678)).toMatchObject({ easting: 379_000.5, northing: 392_000.25 });
  });

  it('a GeoPackage, alone and in a ZIP, by its points', async () => {
    const path = join(folder, 'codepo.gpkg');
    const db = new Sqlite(path);
    const point = Buffer.alloc(29);
    point.write('GP\0\x01');
    point[8] = 1;
    point.writeUInt32LE(1, 9);
    point.writeDoubleLE(379_000, 13);
    point.writeDoubleLE(392_000, 21);
    db.exec(`CREATE TABLE gpkg_contents (table_name TEXT);
      CREATE TABLE gpkg_geometry_columns (table_name TEXT, column_name TEXT, srs_id INTEGER);
      CREATE TABLE codepoint (fid INTEGER, postcode TEXT, geometry BLOB);
      INSERT INTO gpkg_contents VALUES ('codepoint');
      INSERT INTO gpkg_geometry_columns VALUES ('codepoint', 'geometry', 27700)`);
    db.prepare('INSERT INTO codepoint VALUES (1, ?, ?)').run('M33 7ZF', point);
    const bytes = db.serialize();
    db.close();
    const [alone] = await load([path]);
    expect(alone?.edition.entries).toBe(1);
    const [zipped] = await load([await zip('codepo.zip', { 'Data/codepo_gb.gpkg': bytes })]);
    expect(zipped?.edition.entries).toBe(1);
    expect(book().postcode('M33 7ZF')).toMatchObject({ easting: 379_000, northing: 392_000 });
    expect(readdirSync(folder).filter((name) => name.startsWith('unpacked'))).toEqual([]);
  });

  it('a table of a council’s own, in degrees, under a title', async () => {
    const path = file(
      'wards.csv',
      'postcode;ward;lon;lat\nM33 7ZF;"Sale; Moor";-2.3;53.4\nx;y;1;2\n',
    );
    const [made] = await load([path], { title: 'Sale postcodes', edition: '2026-01' });
    expect(made?.edition).toMatchObject({ id: 'sale-postcodes-2026-01', title: 'Sale postcodes' });
    expect(made?.leftOut).toEqual(new Map([['unreadable', 1]]));
    expect(book().postcode('M33 7ZF')).toMatchObject({ easting: 379_000 });
  });
});

it('loadGazetteerFiles() makes nothing of a file without addresses, and leaves nothing behind', async () => {
  expect(await load([file('spend.csv', 'Supplier,Amount\nRoads,12\n')])).toEqual([]);
  await expect(load([file('cut.zip', 'PK\u0003\u0004 and no more')])).rejects.toThrow(
    /ZIP archive/,
  );
  expect(readdirSync(folder)).toEqual([]);
});

it('loadGazetteerFiles() never fails but with an Error that says why, whatever the bytes', async () => {
  const headed = fc
    .tuple(fc.constantFrom('PK\u0003\u0004', 'SQLite format 3\0', UPRNS, ONSPD, ''), fc.string())
    .map(([head, rest]) => Buffer.from(head + rest));
  await fc.assert(
    fc.asyncProperty(headed, async (bytes) => {
      const made = await load([file('any.csv', bytes)]).catch((thrown: unknown) => thrown);
      if (!Array.isArray(made)) expect((made as Error).message).not.toBe('');
    }),
    { numRuns: 60 },
  );
});

it('openGazetteerWriter() sorts what is many times its memory, and keeps the first of a key', () => {
  const entries = fc.array(fc.integer({ min: 1, max: 400 }), { maxLength: 300 });
  fc.assert(
    fc.property(entries, fc.integer({ min: 1, max: 40 }), (keys, runEntries) => {
      const path = join(folder, 'sorted.gaz');
      const writer = openGazetteerWriter(path, runEntries);
      for (const [i, key] of keys.entries()) {
        writer.add({ key, easting: i, northing: key, accuracyM: 10 });
      }
      const facts = { id: 'sorted', product: 'sorted', title: 'Sorted', kind: 'uprn' } as const;
      const rest = { publisher: '', licence: 'OGL-UK-3.0', attribution: '', files: [] };
      const { edition, repeated } = writer.finish({ ...facts, ...rest, loadedAt: '' });
      expect(edition.entries).toBe(new Set(keys).size);
      expect(repeated).toBe(keys.length - edition.entries);
      const { uprn } = book();
      for (const key of keys) expect(uprn(key)?.easting).toBe(keys.indexOf(key));
      expect(readdirSync(folder)).toEqual(['sorted.gaz']);
    }),
    { numRuns: 40 },
  );
});
