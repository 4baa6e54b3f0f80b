import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { toNationalGrid } from '#data/geodesy/ostn15.ts';
import { watchGazetteers } from '#data/load.ts';
import { harmonise } from '#server/harmonise/index.ts';
import { context, grid } from '#tests/support/locate.ts';
import { loadGazetteerFiles } from './gazetteer-load.ts';

const CORPUS = join(import.meta.dirname, '../../../shared/corpus');
const POSTCODES = join(CORPUS, 'trafford/trafford_postcodes.csv');
const has = existsSync(POSTCODES);
const folder = mkdtempSync(join(tmpdir(), 'odin-gazetteer-corpus-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
if (!has) it.skip('real postcodes: the corpus is not here', () => undefined);

describe.runIf(has)('the postcodes Trafford publishes', () => {
  it('place its pharmacies, true to a tenth of a metre, and none of its neighbours’', async () => {
    const [made] = await loadGazetteerFiles([POSTCODES], {
      folder,
      toGrid: (lng, lat) => toNationalGrid(grid, lng, lat),
      title: 'Trafford postcodes',
      terms: () => ({ publisher: '', licence: 'OS-CodePoint', attribution: '' }),
      now: new Date(0),
    });
    expect(made?.edition.entries).toBe(11_264);
    const gazetteer = watchGazetteers(folder)();
    const bytes = readFileSync(join(CORPUS, 'gm/gm_pharmacies.csv'));
    const file = { sha256: '', fileName: 'gm_pharmacies.csv', bytes };
    const known = { ...context, publishers: new Map(), licences: new Map(), gazetteer };
    const { features, unplaced, gazetteers } = harmonise(file, {}, known);
    expect([features.length, unplaced.length]).toEqual([57, 574]);
    expect(gazetteers).toMatchObject([{ title: 'Trafford postcodes', placed: 57 }]);

    const rows = readFileSync(POSTCODES, 'utf8').split('\n');
    for (const { geometry, placement, attributes } of features) {
      expect(attributes['district-code'] ?? attributes.gss).toBe('E08000009');
      const row = rows.find((line) => line.startsWith(`${placement.approximate?.value},`));
      const [lng = 0, lat = 0] = (row ?? '').split(',').slice(-2).map(Number);
      const [x = 0, y = 0] = geometry.type === 'Point' ? geometry.coordinates : [];
      expect(Math.max(Math.abs(x - lng), Math.abs(y - lat))).toBeLessThan(1e-6);
    }
  });

  it('neither move nor rename what stands without them', async () => {
    const read = (known: object) => {
      const bytes = readFileSync(join(CORPUS, 'gm/gm_pharmacies.csv'));
      const file = { sha256: '', fileName: 'gm_pharmacies.csv', bytes };
      const base = { ...context, publishers: new Map(), licences: new Map() };
      const { features, unplaced, featureType } = harmonise(file, {}, { ...base, ...known });
      return { ids: [...features, ...unplaced].map(({ id }) => id).sort(), featureType };
    };
    expect(read({ gazetteer: watchGazetteers(folder)() })).toEqual(read({}));
  });
});
