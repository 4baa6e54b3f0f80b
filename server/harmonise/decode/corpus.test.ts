import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decode } from './index.ts';
import { read } from './testing/read.ts';

/** Real published files, kept outside the project. */
const CORPUS = '../shared/corpus';
const isHere = existsSync(join(CORPUS, 'MANIFEST.csv'));

/** Sheets of instructions whose first row we take for headings and GDAL for data. */
const HEADINGS_NOT_ROWS: Readonly<Record<string, number>> = { 'brentwood/brentwood.xlsm': 97 };

const resourceAt = (path: string) => ({
  sha256: '',
  fileName: basename(path),
  bytes: readFileSync(path),
});

function readCorpus(path: string) {
  const stem = basename(path).replace(/\.[^.]+$/, '');
  const beside = readdirSync(dirname(path)).filter(
    (name) => name !== basename(path) && name.startsWith(`${stem}.`),
  );
  const companions = beside.map((name) => [name, readFileSync(join(dirname(path), name))] as const);
  return read(readFileSync(path), basename(path), Object.fromEntries(companions));
}

function listed(): { file: string; count: number }[] {
  if (!isHere) return [];
  const manifest = decode(resourceAt(join(CORPUS, 'MANIFEST.csv')));
  const [layer] = 'layers' in manifest ? manifest.layers : [];
  return [...(layer?.records(() => {}) ?? [])].map(({ values }) => ({
    file: String(values[0]),
    count: Number(values[2]),
  }));
}

describe.skipIf(!isHere)('decode() of the corpus (skipped where it is absent)', () => {
  it.each(listed())('reads $count records of $file', ({ file, count }) => {
    const found = readCorpus(join(CORPUS, file));
    expect(found.records).toHaveLength(HEADINGS_NOT_ROWS[file] ?? count);
  });

  it.each([
    'formats/nyc_boros.parquet',
    'derived/gm_wards_2023_tab/gm_wards_2023.tab',
    'formats/countries.fgb',
    'derived/gm_layers.gdb.zip',
  ])('never throws on damaged copies of %s', (file) => {
    const path = join(CORPUS, file);
    const stem = basename(path).replace(/\.[^.]+$/, '');
    const names = readdirSync(dirname(path)).filter((name) => name.startsWith(`${stem}.`));
    const parts = names.map((name) => [name, readFileSync(join(dirname(path), name))] as const);
    const flips = fc.array(fc.tuple(fc.nat(parts.length - 1), fc.nat(), fc.nat(255)), {
      minLength: 1,
      maxLength: 20,
    });
    fc.assert(
      fc.property(flips, fc.double({ min: 0, max: 2, noNaN: true }), (changes, share) => {
        const damaged = new Map(parts.map(([name, bytes]) => [name, Buffer.from(bytes)]));
        for (const [part, at, byte] of changes) {
          const bytes = damaged.get(names[part] ?? '');
          if (bytes && bytes.length > 0) bytes[at % bytes.length] = byte;
        }
        const own = damaged.get(basename(path)) ?? Buffer.alloc(0);
        damaged.delete(basename(path));
        const cut = share < 1 ? own.subarray(0, Math.floor(own.length * share)) : own;
        read(cut, basename(path), Object.fromEntries(damaged));
      }),
      { numRuns: 40 },
    );
  });
});
