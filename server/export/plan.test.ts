import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { loadVocabulary } from '#data/load.ts';
import { writeLicences } from './licences.ts';
import { planDownload, type WantedLayer } from './plan.ts';

const { licences } = loadVocabulary(fileURLToPath(new URL('../../data', import.meta.url)));

function layer(id: string, licenceId: string, more: Partial<WantedLayer> = {}): WantedLayer {
  const licence = licences.get(licenceId);
  if (licence === undefined) throw new RangeError(`No licence "${licenceId}"`);
  const dataset = {
    id: `somebody--${id}`,
    title: `All ${id}`,
    publisher: `Publisher of ${id}`,
    edition: 2,
    publishedAt: '2026-10-01T09:00:00.000Z',
    sha256: 'ab'.repeat(32),
    attribution: `© Publisher of ${id} 2026.`,
  };
  return {
    id,
    title: id,
    featureType: 'digital/mast',
    synthetic: false,
    licence,
    features: 3,
    unplaced: 0,
    crs: 'EPSG:4326',
    datasets: [dataset],
    ...more,
  };
}

const MADE = {
  origin: 'https://map.example.org',
  address: 'https://map.example.org/api/download?layers=a',
  at: new Date('2026-11-23T10:00:00Z'),
  asked: ['features in a box'],
};

const three = [layer('a', 'OGL-UK-3.0'), layer('b', 'CC-BY-4.0'), layer('c', 'ODbL-1.0')];

describe('planDownload', () => {
  it('gives each licence a folder of its own where they cannot be one', () => {
    const { plan, files } = planDownload(three, { format: 'geojson', form: 'collective' });
    expect(plan).toMatchObject({
      form: 'collective',
      mergeable: false,
      label: 'Multiple licences, see LICENCES',
      features: 9,
    });
    expect(files.map(({ path }) => path)).toEqual([
      'ogl-uk-3.0/a.geojson',
      'cc-by-4.0/b.geojson',
      'odbl-1.0/c.geojson',
    ]);
  });

  it('merges with share-alike data only under its licence, and says so on the file', () => {
    const two = [layer('a', 'OGL-UK-3.0'), layer('c', 'ODbL-1.0')];
    const { plan, files } = planDownload(two, { format: 'geojson', form: 'merged' });
    expect(plan).toMatchObject({ form: 'merged', label: 'Open Database Licence 1.0' });
    expect(plan.reason).toBe(
      'One file, and all of it under the Open Database Licence 1.0: that licence asks that whatever is made from it carry the same.',
    );
    expect(plan.warnings.join(' ')).toContain('must be kept');
    expect(files.map(({ path }) => path)).toEqual(['features.geojson']);
  });

  it('does not merge two licences that each ask for their own, and says why', () => {
    const two = [layer('c', 'ODbL-1.0'), layer('d', 'CC-BY-SA-4.0')];
    const { plan } = planDownload(two, { format: 'geojson', form: 'merged' });
    expect([plan.form, plan.mergeable]).toEqual(['collective', false]);
    expect(plan.reason).toMatch(/^It cannot be one file: .*licence/);
  });

  it('keeps in a layer that closed data placed', () => {
    const closed = licences.get('RoyalMail-PAF');
    const placed = layer('homes', 'OGL-UK-3.0', { filledFrom: closed ? [closed] : [] });
    const { plan, files } = planDownload([placed], { format: 'csv', form: 'collective' });
    expect([files, plan.refused.length]).toEqual([[], 1]);
    expect(plan.refused[0]?.reason).toContain('filled from data');
  });

  it('puts into one file what may be, when that is asked for', () => {
    const wish = { format: 'gpkg', form: 'merged' } as const;
    const { plan, files } = planDownload(three.slice(0, 2), wish);
    expect(plan.form).toBe('merged');
    expect(files.map(({ path }) => path)).toEqual(['features.gpkg']);
  });

  it('leaves out and names what no licence lets out', () => {
    const closed = [...licences.values()].find(({ tier }) => tier !== 'open')?.id ?? '';
    const { plan, files } = planDownload([layer('a', 'OGL-UK-3.0'), layer('shut', closed)], {
      format: 'csv',
      form: 'collective',
    });
    expect(files.map(({ path }) => path)).toEqual(['a.csv']);
    expect(plan.refused).toEqual([
      { id: 'shut', title: 'shut', reason: expect.stringMatching(/^shut cannot be taken away: /) },
    ]);
  });

  it('keeps layers of two coordinate systems in two GeoPackages', () => {
    const far = layer('far', 'OGL-UK-3.0');
    const near = layer('near', 'OGL-UK-3.0', { crs: 'EPSG:27700' });
    const { plan, files } = planDownload([far, near], { format: 'gpkg', form: 'collective' });
    expect(files.map(({ path, crs }) => [path, crs])).toEqual([
      ['ogl-uk-3.0.gpkg', 'EPSG:27700'],
      ['ogl-uk-3.0-wgs84.gpkg', 'EPSG:4326'],
    ]);
    expect(plan.warnings.join(' ')).toContain('far');
  });
});

describe('LICENCES.txt', () => {
  const { plan } = planDownload([...three, layer('made-up', 'OGL-UK-3.0', { synthetic: true })], {
    format: 'geojson',
    form: 'collective',
  });
  const text = writeLicences(plan, { licences, made: MADE });

  it('names every licence with its address, every dataset with its edition, every credit', () => {
    for (const id of ['OGL-UK-3.0', 'CC-BY-4.0', 'ODbL-1.0']) {
      expect(text).toContain(`(${id})`);
      expect(text).toContain(licences.get(id)?.url);
    }
    expect(text).toContain('“All a”, edition 2 of 2026-10-01');
    expect(text).toContain('© Publisher of b 2026.');
    expect(text).toContain('ab'.repeat(32));
  });

  it('says what must be done under each, and which layers are made up', () => {
    expect(text).toContain('publish a database made from it under the same licence');
    expect(text).toContain('made-up (SYNTHETIC): 3 features');
    expect(text).toContain('Synthetic, made up to show how ODIN works, not fact: made-up.');
  });

  it('says the licence of the whole, the question, and the address that asks it again', () => {
    expect(text).toContain('Licence of the whole: Multiple licences, see LICENCES.');
    expect(text).toContain('Asked for: features in a box.');
    expect(text).toContain(MADE.address);
  });
});
