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
  const [own, ...beside] = partsOf(path);
  return read(own?.[1] ?? '', basename(path), Object.fromEntries(beside));
}

type Named = readonly [name: string, bytes: Buffer];

/** A file and the files of its stem, itself first. */
function partsOf(path: string): Named[] {
  const own = basename(path);
  const stem = own.replace(/\.[^.]+$/, '');
  const beside = readdirSync(dirname(path)).filter(
    (name) => name !== own && name.startsWith(`${stem}.`),
  );
  return [own, ...beside].map((name) => [name, readFileSync(join(dirname(path), name))] as const);
}

/** Copies with some bytes changed. */
function damaged(
  parts: readonly Named[],
  changes: readonly (readonly [number, number, number])[],
): Named[] {
  const copies = parts.map(([name, bytes]) => [name, Buffer.from(bytes)] as const);
  for (const [part, at, byte] of changes) {
    const bytes = copies[part]?.[1];
    if (bytes && bytes.length > 0) bytes[at % bytes.length] = byte;
  }
  return copies;
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
    const parts = partsOf(path);
    const flip = fc.tuple(fc.nat(parts.length - 1), fc.nat(), fc.nat(255));
    const flips = fc.array(flip, { minLength: 1, maxLength: 20 });
    const share = fc.double({ min: 0, max: 2, noNaN: true });
    fc.assert(
      fc.property(flips, share, (changes, kept) => {
        const [own, ...beside] = damaged(parts, changes);
        const bytes = own?.[1] ?? Buffer.alloc(0);
        read(
          bytes.subarray(0, Math.floor(bytes.length * kept)),
          basename(path),
          Object.fromEntries(beside),
        );
      }),
      { numRuns: 40 },
    );
  });
});
