import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openReportWorld, type ReportWorld } from '#tests/support/report-world.ts';

let world: ReportWorld;
beforeAll(async () => {
  world = await openReportWorld();
}, 120_000);
afterAll(() => world?.close());

describe('GET /report/evidence', () => {
  it('is a table safe to open: one line a value, with its source and licence', async () => {
    const response = await world.get(`/report/evidence.csv?${world.query('T2')}`);
    expect(response.headers.get('content-type')).toContain('text/csv');
    const [head = [], ...rows] = parseCsv(await response.text());
    expect(head[0]).toBe('part');
    expect(rows.length).toBeGreaterThan(20);
    expect(rows.every((row) => row.length === head.length)).toBe(true);
    expect(rows.flat().filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([]);
    const at = (name: string) => head.indexOf(name);
    const headroom = rows.find((row) => row[at('part')] === 'prefer' && row[at('unit')] === 'MW');
    expect(headroom?.[at('dataset')]).toContain('Primary substations');
    expect(headroom?.[at('synthetic')]).toBe('yes');
    expect(headroom?.[at('licence')]).toBe('OGL-UK-3.0');
    expect(rows.some((row) => row[at('outcome')] === 'not-supplied')).toBe(true);
  });

  it('is GeoJSON of the site and the straight lines it was measured along', async () => {
    const response = await world.get(`/report/evidence.geojson?${world.query()}`);
    const read = (await response.json()) as GeoJSON.FeatureCollection & { synthetic: boolean };
    expect(read.type).toBe('FeatureCollection');
    expect(read.synthetic).toBe(true);
    const [site, ...values] = read.features;
    expect(site?.geometry).toMatchObject({ type: 'Point' });
    const lines = values.filter(({ geometry }) => geometry?.type === 'LineString');
    expect(lines.length).toBeGreaterThan(1);
    for (const { properties } of values) expect(typeof properties?.synthetic).toBe('boolean');
  });

  it('leaves out what may be shown and not copied, and says so', async () => {
    const page = await world.report();
    expect(page).toContain('Rail stations');
    expect(page).toContain('may be shown, and not handed out as one: 1 of ');
    expect(page).toContain('is left out, for its licence allows no copies: Railway stations');
    const text = await (await world.get(`/report/evidence.csv?${world.query()}`)).text();
    const rows = parseCsv(text).filter((row) => row.join().includes('ailway stations'));
    expect(rows.map(([part]) => part)).toEqual(['left-out']);
    const geojson = await (await world.get(`/report/evidence.geojson?${world.query()}`)).text();
    expect(geojson).not.toContain('"Rail stations"');
  });

  it('says the same twice', async () => {
    for (const form of ['csv', 'geojson']) {
      const ask = async () =>
        await (await world.get(`/report/evidence.${form}?${world.query()}`)).text();
      expect(await ask()).toBe(await ask());
    }
  });
});

/** A table as RFC 4180 has it. */
const parseCsv = (text: string): string[][] =>
  [
    ...text
      .replace('\uFEFF', '')
      .matchAll(
        /((?:(?:"(?:[^"]|"")*"|[^",\r\n]*)(?:,|\r\n))*?(?:"(?:[^"]|"")*"|[^",\r\n]*))\r\n/g,
      ),
  ].map(([, line = '']) =>
    [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^",]*))/g)].map(([, quoted, plain]) =>
      quoted === undefined ? (plain ?? '') : quoted.replaceAll('""', '"'),
    ),
  );
