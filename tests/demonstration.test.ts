import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadGrid, loadVocabulary } from '#data/load.ts';
import type { Resource } from '#data/schema/flow.ts';
import type { Harmonised } from '#data/schema/harmonised.ts';
import type { Source } from '#data/schema/source.ts';
import { recogniseLicences } from '#server/catalogue/recognise-licence.ts';
import { harmonise } from '#server/harmonise/index.ts';

/** The demonstration data end to end: every source of data/sources, its file, and the rows its descriptor promises. */
const { publishers, licences, districts, sources } = loadVocabulary('data');
const context = {
  grid: loadGrid('data'),
  publishers,
  licences,
  districts,
  recogniseLicences: (words: string) => recogniseLicences(words, licences),
};

const resourceOf = (fileName: string, bytes: Uint8Array): Resource => ({
  fileName,
  bytes,
  sha256: createHash('sha256').update(bytes).digest('hex'),
});

const outcomes = new Map<string, Harmonised>();

function read(id: string): Harmonised {
  const known = outcomes.get(id);
  if (known) return known;
  const source = sources.get(id);
  if (!source?.file) throw new RangeError(`Cannot find the file of source "${id}"`);
  const outcome = harmonise(
    resourceOf(basename(source.file), readFileSync(join('data/samples', source.file))),
    { source },
    context,
  );
  outcomes.set(id, outcome);
  return outcome;
}

const codesOf = (harmonised: Harmonised): ReadonlySet<string> =>
  new Set(harmonised.issues.map((issue) => issue.code));

const shipped = [...sources.values()].filter((source) => source.file !== undefined);

describe('the demonstration data', () => {
  it('holds at least 16 files in at least 8 formats, and one for each of the ten districts', () => {
    const formats = new Set(shipped.map((source) => read(source.id).format));
    const covered = new Set(shipped.flatMap((source) => source.coverage?.area ?? []));
    expect(shipped.length).toBeGreaterThanOrEqual(16);
    expect(formats.size).toBeGreaterThanOrEqual(8);
    expect(covered.size).toBe(10);
  });

  it.each(
    shipped.map((source) => [source.id, source] as const),
  )('%s is read whole, as its type, under its licence', (id, source) => {
    const { features, unplaced, rejected, records, ...rest } = read(id);
    expect(records).toBe(features.length + unplaced.length + rejected);
    expect(rejected).toBe(0);
    expect(features.length).toBeGreaterThan(0.9 * records);
    expect(rest.featureType).toBe(source.type);
    expect(rest.licence).toBe(source.licence.id);
    expect(rest.issues.filter((issue) => issue.severity === 'critical')).toEqual([]);
  });

  it.each(
    shipped.filter((source) => source.synthetic).map((source) => [source.id, source] as const),
  )('%s says that it is synthetic, in its title and its description', (_id, source: Source) => {
    expect(source.title).toContain('(synthetic)');
    expect(source.description).toContain('Synthetic');
    expect(source.publisher).toMatch(/^demonstration-/);
  });

  it.each([
    ['demonstration-bolton/ev-charge-points', 'crs.digit-lost'],
    ['demonstration-manchester/brownfield-register', 'value.date-invalid'],
    ['demonstration-oldham/brownfield-register', 'table.total-row'],
    ['demonstration-oldham/brownfield-register', 'value.unit-converted'],
    ['demonstration-rochdale/public-land', 'crs.swapped-row'],
    ['demonstration-rochdale/public-land', 'geom.missing'],
    ['demonstration-salford/tree-preservation-zones', 'crs.axes-swapped-fixed'],
    ['demonstration-water/sewers', 'file.missing-sidecar'],
    ['demonstration-tameside/allotments', 'table.delimiter-guessed'],
    ['trafford-council/green-flag-parks', 'table.header-not-first-row'],
    ['ordnance-survey/watercourses', 'crs.axes-from-definition'],
  ])('%s teaches %s', (id, code) => {
    expect(codesOf(read(id))).toContain(code);
  });

  it('every feature of Greater Manchester lies in or beside it', () => {
    for (const source of shipped) {
      const [west, south, east, north] = read(source.id).bounds ?? [0, 0, 0, 0];
      expect([west > -2.8, south > 53.3, east < -1.85, north < 53.72], source.id).toEqual([
        true,
        true,
        true,
        true,
      ]);
    }
  });
});

describe('the tests inside the descriptors', () => {
  const cases = [...sources.values()].flatMap((source) =>
    source.tests.map((test, index) => [source.id, index, source, test] as const),
  );

  it.each(cases)('%s, row %i becomes what it promises', (_id, _index, source, {
    input,
    expect: promised,
  }) => {
    const cells = (values: readonly string[]) =>
      values.map((value) => `"${value.replaceAll('"', '""')}"`).join(',');
    const csv = `${cells(Object.keys(input))}\n${cells(Object.values(input))}\n`;
    const { layer: _layer, read: _read, ...rules } = source;
    const { features, unplaced } = harmonise(
      resourceOf('row.csv', new TextEncoder().encode(csv)),
      { source: rules },
      context,
    );
    expect([...features, ...unplaced][0]?.attributes).toMatchObject(promised);
  });
});
