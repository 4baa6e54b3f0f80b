import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { eachPosition } from '#data/schema/geometry.ts';
import { read } from './testing/read.ts';
import { TINY_FILES } from './testing/tiny-files.ts';

/** Decode, read everything, and check what every caller relies on. */
function survives(
  bytes: Uint8Array,
  name: string,
  companions: Record<string, Uint8Array> = {},
): void {
  const { file, issues } = read(bytes, name, companions);
  for (const found of issues) expect(found.line ?? 1).toBeGreaterThan(0);
  if (!('layers' in file)) {
    expect(file.issues.some(({ severity }) => severity === 'critical')).toBe(true);
    return;
  }
  for (const layer of file.layers) {
    for (const { line, values, geometry } of layer.records(() => {})) {
      expect(line).toBeGreaterThan(0);
      expect(values).toHaveLength(layer.columns.length);
      if (!geometry) continue;
      eachPosition(geometry, (position) => {
        expect(position.length).toBeGreaterThanOrEqual(2);
        expect(position.every(Number.isFinite)).toBe(true);
      });
    }
  }
}

describe.each(TINY_FILES)('decode() of a tiny .$extension', ({
  extension,
  bytes,
  companions,
  count,
}) => {
  const name = `tiny.${extension}`;

  it('reads it whole', () => {
    const found = read(bytes, name, companions);
    expect(found.records).toHaveLength(count);
    expect(
      found.issues.filter(({ severity }) => severity === 'error' || severity === 'critical'),
    ).toEqual([]);
  });

  it('never throws when it is cut short anywhere', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: bytes.length }), (length) => {
        survives(bytes.subarray(0, length), name, companions);
      }),
      { numRuns: 60 },
    );
  });

  it('never throws when bytes are flipped', () => {
    const flips = fc.array(fc.tuple(fc.nat(bytes.length - 1), fc.nat(255)), {
      minLength: 1,
      maxLength: 6,
    });
    fc.assert(
      fc.property(flips, (changes) => {
        const damaged = Buffer.from(bytes);
        for (const [at, byte] of changes) damaged[at] = byte;
        survives(damaged, name, companions);
      }),
      { numRuns: 150 },
    );
  });
});

describe('decode()', () => {
  it('never throws, whatever the bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 2000 }), (bytes) => survives(bytes, 'any.csv')),
      { numRuns: 300 },
    );
  });

  it('never throws, whatever the text', () => {
    const text = fc.string({
      unit: fc.constantFrom('a', '1', ',', ';', '"', '\n', '\r', '{', '[', '<', '>', ':', 'é', ' '),
      maxLength: 300,
    });
    fc.assert(
      fc.property(text, (content) => survives(Buffer.from(content), 'any.csv')),
      { numRuns: 400 },
    );
  });
});
