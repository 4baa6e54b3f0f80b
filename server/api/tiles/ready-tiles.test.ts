import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { acceptsGzip, keepReady, readyTile } from './ready-tiles.ts';

const tileOf = (bytes: number, etag = '"x"') =>
  readyTile(new Uint8Array(bytes), etag, { coding: 'gzip' });

describe('keepReady()', () => {
  it('keeps what is asked for and lets go of what is not', () => {
    const ready = keepReady(20_000);
    ready.put('hot', tileOf(1_000));
    for (let i = 0; i < 50; i++) {
      ready.put(`cold ${i}`, tileOf(1_000));
      expect(ready.get('hot')).toBeDefined();
    }
    expect(ready.get('cold 1')).toBeUndefined();
    expect(ready.get('cold 49')).toBeDefined();
  });

  it('keeps no tile that would fill half the room, and none at all in no room', () => {
    const ready = keepReady(20_000);
    ready.put('large', tileOf(10_000));
    expect(ready.get('large')).toBeUndefined();
    const none = keepReady(0);
    none.put('small', tileOf(1));
    expect([none.get('small'), none.bytes()]).toEqual([undefined, 0]);
  });

  it('never keeps more than it may, whatever is put and asked', () => {
    const step = fc.record({
      address: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g'),
      bytes: fc.nat(9_000),
      put: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const ready = keepReady(20_000);
        for (const { address, bytes, put } of steps) {
          if (put) ready.put(address, tileOf(bytes, `"${address}"`));
          const found = ready.get(address);
          if (found) expect(found.etag).toBe(`"${address}"`);
          expect(ready.bytes()).toBeLessThanOrEqual(20_000);
        }
      }),
    );
  });
});

describe('acceptsGzip()', () => {
  it.each([
    ['gzip', true],
    ['gzip, deflate, br, zstd', true],
    ['br;q=1, GZIP;q=0.5', true],
    ['*', true],
    ['gzip;q=0', false],
    ['gzip;q=0.0, br', false],
    ['br', false],
    ['', false],
    [undefined, false],
  ])('reads %j as %j', (accepted, may) => {
    expect(acceptsGzip(accepted === undefined ? {} : { 'accept-encoding': accepted })).toBe(may);
  });
});
