import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { readArguments } from './arguments.ts';
import { HARMONISE } from './harmonise.ts';
import { nearest } from './nearest.ts';

const ODIN = fileURLToPath(new URL('../odin.mjs', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'odin-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function file(name: string, content: string): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

const odin = (...typed: string[]) =>
  spawnSync(process.execPath, [ODIN, ...typed], { encoding: 'utf8', maxBuffer: 1 << 26 });

const LIBRARIES = 'name,address,lon,lat,shelves\nSale,Sale Road,-2.32,53.42,9\nUrmston,,,,4\n';

describe('odin harmonise', () => {
  it('writes GeoJSON and a report whose counts agree', () => {
    const path = file('libraries.csv', LIBRARIES);
    const [out, report] = [join(folder, 'out.geojson'), join(folder, 'report.json')];
    const ran = odin('harmonise', path, '--licence', 'OGL v3', '--out', out, '--report', report);
    expect([ran.status, ran.stdout]).toEqual([0, '']);
    const told = JSON.parse(readFileSync(report, 'utf8'));
    expect(told).toMatchObject({
      file: 'libraries.csv',
      format: 'csv',
      encoding: 'utf-8',
      records: 2,
      features: 1,
      unplaced: 1,
      rejected: 0,
      bbox: [-2.32, 53.42, -2.32, 53.42],
      licence: 'OGL-UK-3.0',
      featureType: 'social/library',
      crs: { id: 'EPSG:4326' },
    });
    const collection = JSON.parse(readFileSync(out, 'utf8'));
    expect(collection.features).toHaveLength(told.features);
    expect(collection.features[0]).toMatchObject({
      type: 'Feature',
      geometry: { type: 'Point', coordinates: [-2.32, 53.42] },
      properties: {
        type: 'social/library',
        theme: 'social',
        name: 'Sale',
        'lifecycle-status': 'unknown',
        licence: 'OGL-UK-3.0',
        provenance: {
          line: 2,
          layer: 'libraries',
          file: 'libraries.csv',
          sha256: told.sha256,
          crs: 'EPSG:4326',
          transform: 'none',
          from: 'lon, lat',
        },
        extra: { shelves: '9' },
      },
    });
    expect(collection.unplaced[0]).toMatchObject({
      geometry: null,
      properties: { name: 'Urmston' },
    });
  });

  it('gives GeoJSON with the report inside when nothing is written to a file', () => {
    const ran = odin('harmonise', file('b.csv', LIBRARIES), '--type', 'social/library');
    const collection = JSON.parse(ran.stdout);
    expect(collection.features).toHaveLength(1);
    expect(collection.report).toMatchObject({ records: 2, featureType: 'social/library' });
  });

  it.each([
    ['an empty file', 'empty.csv', ''],
    ['a web page', 'page.csv', '<!doctype html><html><body>Not found</body></html>'],
  ])('exits with 2 and says why for %s', (_what, name, content) => {
    const ran = odin('harmonise', file(name, content));
    expect(ran.status).toBe(2);
    const { report } = JSON.parse(ran.stdout);
    expect(report.issues[0].severity).toBe('critical');
    expect(report).toMatchObject({ features: 0, licence: null, crs: null, bbox: null });
  });

  it('exits with 2 and says why when there is no such file', () => {
    const ran = odin('harmonise', join(folder, 'nowhere.csv'));
    expect(ran.status).toBe(2);
    expect(JSON.parse(ran.stdout).report.issues[0].message).toContain('cannot be opened');
  });

  it('names the nearest file, and refuses several datasets at once', () => {
    const near = odin('harmonise', join(folder, 'librarys.csv'));
    expect(JSON.parse(near.stdout).report.issues[0].message).toContain(
      'Did you mean “libraries.csv”?',
    );
    const two = odin('harmonise', file('one.csv', LIBRARIES), file('two.csv', LIBRARIES));
    expect([two.status, two.stderr]).toEqual([
      64,
      expect.stringContaining('several datasets (“one.csv”, “two.csv”)'),
    ]);
  });

  it('writes the report as a page to read', () => {
    const report = join(folder, 'report.html');
    const ran = odin(
      'harmonise',
      file('c.csv', LIBRARIES),
      '--out',
      '/dev/null',
      '--report',
      report,
    );
    expect(ran.status).toBe(0);
    expect(readFileSync(report, 'utf8')).toContain('<h1>Report on c.csv</h1>');
  });

  it('takes a folder and the loose parts beside a file', () => {
    file('README.md', 'Published under the Open Government Licence v3.0.');
    const ran = odin('inspect', folder);
    expect(ran.status).toBe(0);
  });
});

describe('odin inspect', () => {
  it('describes layers, columns and what they may be', () => {
    const told = JSON.parse(odin('inspect', file('libraries.csv', LIBRARIES)).stdout);
    expect(told).toMatchObject({ format: 'csv', encoding: 'utf-8' });
    const [layer] = told.layers;
    expect(layer).toMatchObject({ name: 'libraries', records: 2, geometryType: 'point' });
    expect(layer.crs).toMatchObject({ id: 'EPSG:4326', axis: 'xy' });
    expect(layer.columns[0]).toEqual({
      name: 'name',
      type: 'text',
      filled: 2,
      examples: ['Sale', 'Urmston'],
    });
    expect(layer.suggestions[0]).toMatchObject({ featureType: 'social/library' });
  });
});

describe('a wrong call', () => {
  it.each([
    [[], ''],
    [['harmonize', 'x.csv'], 'Did you mean harmonise?'],
    [['harmonise'], 'Name the file'],
    [['harmonise', 'x.csv', '--lisence', 'OGL'], 'Did you mean --licence?'],
    [
      ['harmonise', 'x.csv', '--type', 'land/brownfeild-site'],
      'Did you mean land/brownfield-site?',
    ],
    [['harmonise', 'x.csv', '--publisher', 'traford-council'], 'Did you mean trafford-council?'],
    [['harmonise', 'x.csv', '--out'], 'needs a value'],
    [['inspect', 'x.csv', 'y.csv'], 'several datasets'],
  ])('%j exits with 64 and says what is meant', (typed, hint) => {
    const ran = odin(...typed);
    expect(ran.status).toBe(64);
    expect(ran.stdout === '' ? ran.stderr : ran.stdout).toContain(hint);
  });

  it('is not asking for help', () => {
    expect(odin('--help').status).toBe(0);
    expect(odin('harmonise', '--help').stdout).toContain('--licence WORDS');
  });
});

describe('readArguments()', () => {
  it('parts operands from options in either notation', () => {
    const given = readArguments(HARMONISE, [
      'a b.csv',
      '--layer=Data',
      '--type',
      'x/y',
      '--',
      '-z',
    ]);
    expect(given.operands).toEqual(['a b.csv', '-z']);
    expect([...given.options]).toEqual([
      ['--layer', 'Data'],
      ['--type', 'x/y'],
    ]);
  });
});

describe('nearest()', () => {
  it('finds a mistyped word and gives up on a strange one', () => {
    expect(nearest('inspct', ['inspect', 'harmonise'])).toBe('inspect');
    expect(nearest('zzz', ['inspect', 'harmonise'])).toBeUndefined();
  });
});

describe('odin.mjs', () => {
  it('runs by itself, as npx runs it', () => {
    expect(execFileSync(ODIN, ['--help'], { encoding: 'utf8' })).toContain('Usage: odin COMMAND');
  });
});
