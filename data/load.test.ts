import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { findFeatureType } from './features/index.ts';
import { loadGrid, loadVocabulary } from './load.ts';
import { boundsOf } from './schema/geometry.ts';

const DATA = fileURLToPath(new URL('.', import.meta.url));
const vocabulary = loadVocabulary(DATA);

describe('loadVocabulary()', () => {
  const { licences, publishers, sources, districts } = vocabulary;

  it('reads at least thirty licences, each readable by its words', () => {
    expect(licences.size).toBeGreaterThanOrEqual(30);
    const words = [...licences.values()].flatMap(({ id, title, synonyms }) => [
      ...new Set([id, title, ...synonyms].map((word) => word.toLowerCase())),
    ]);
    expect(words.filter((word, index) => words.indexOf(word) !== index)).toEqual([]);
  });

  it('gives each licence terms that agree with each other', () => {
    for (const { id, tier, chip, permissions, obligations, supersededBy } of licences.values()) {
      const { commercialUse, redistribute, derivatives } = permissions;
      const open = [commercialUse, redistribute, derivatives].every((each) => each === 'y');
      expect([id, tier === 'open']).toEqual([id, open && !obligations.limitedPurpose]);
      expect([id, obligations.nonCommercial && commercialUse === 'y']).toEqual([id, false]);
      expect([id, obligations.noDerivatives && derivatives === 'y']).toEqual([id, false]);
      expect([id, chip === 'share-alike']).toEqual([id, obligations.shareAlike && open]);
      if (supersededBy !== undefined) expect(licences.has(supersededBy)).toBe(true);
    }
  });

  it('knows no statement for open: the licence nobody stated is blocked', () => {
    expect(licences.get('unknown')?.tier).toBe('blocked');
  });

  it('reads the ten districts with boundaries, and a council for each', () => {
    expect(districts.map(({ gssCode }) => gssCode)).toEqual([
      ...Array.from({ length: 9 }, (_, index) => `E0800000${index + 1}`),
      'E08000010',
    ]);
    for (const { gssCode, geometry } of districts) {
      const [west = 0, south = 0] = boundsOf(geometry) ?? [];
      expect([west > -2.8 && west < -1.9, south > 53.3 && south < 53.7]).toEqual([true, true]);
      const council = [...publishers.values()].find((each) => each.gssCode === gssCode);
      expect([council?.kind, council?.districts]).toEqual(['district', [gssCode]]);
      expect(council?.organisation).toMatch(/^local-authority:[A-Z]{3}$/);
    }
  });

  it('names publishers so that no word means two of them', () => {
    const words = [...publishers.values()].flatMap(({ id, name, shortName, synonyms }) => [
      ...new Set([id, name, shortName, ...synonyms].map((word) => word.toLowerCase())),
    ]);
    expect(words.filter((word, index) => words.indexOf(word) !== index)).toEqual([]);
  });

  it('gives each source a feature type that exists', () => {
    for (const { id, type } of sources.values()) {
      expect([id, findFeatureType(type)?.id]).toEqual([id, type]);
    }
  });
});

describe('loadVocabulary() of a folder with a fault', () => {
  const folders: string[] = [];
  afterEach(() => {
    for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
  });

  /** A copy of the data folder with one file changed. */
  function copyWith(path: string, text: string): string {
    const folder = mkdtempSync(join(tmpdir(), 'odin-load-'));
    folders.push(folder);
    for (const part of ['licences', 'publishers', 'sources', 'basemap']) {
      cpSync(join(DATA, part), join(folder, part), { recursive: true });
    }
    writeFileSync(join(folder, path), text);
    return folder;
  }

  const ogl = readFileSync(join(DATA, 'licences/OGL-UK-3.0.json'), 'utf8');

  it('names the file that is not JSON', () => {
    const folder = copyWith('licences/OGL-UK-3.0.json', '{ "id": ');
    expect(() => loadVocabulary(folder)).toThrow(/licences\/OGL-UK-3\.0\.json: not JSON/);
  });

  it('names the file and the key that is wrong', () => {
    const folder = copyWith('licences/OGL-UK-3.0.json', ogl.replace('"tier": "open"', '"tier": 1'));
    expect(() => loadVocabulary(folder)).toThrow(/OGL-UK-3\.0\.json[\s\S]*tier/);
  });

  it('refuses a key the schema does not know', () => {
    const folder = copyWith('licences/OGL-UK-3.0.json', ogl.replace('"title"', '"titel"'));
    expect(() => loadVocabulary(folder)).toThrow(/titel/);
  });

  it('refuses a file that is not named after its id', () => {
    const folder = copyWith('licences/OGL.json', ogl);
    expect(() => loadVocabulary(folder)).toThrow('its id "OGL-UK-3.0" is not its file name');
  });

  it('refuses a source of a publisher or licence that is not there', () => {
    const [source] = vocabulary.sources.values();
    if (source === undefined) throw new RangeError('No source');
    const without = (part: object): string =>
      copyWith(`sources/${source.id}.json`, JSON.stringify({ ...source, ...part }));
    expect(() => loadVocabulary(without({ publisher: 'nobody' }))).toThrow(
      `Cannot load source ${source.id}: no publisher "nobody"`,
    );
    const licence = { ...source.licence, id: 'OGL-UK-9' };
    expect(() => loadVocabulary(without({ licence }))).toThrow('no licence "OGL-UK-9"');
  });
});

it('loadGrid() reads Ordnance Survey’s grid', () => {
  expect(loadGrid(DATA).shiftsMm.length).toBe(2 * 701 * 1251);
});
