import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { spillRoom } from './spill-room.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'odin-spill-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('spillRoom()', () => {
  it('gives back what was put away, from files nobody else sees', () => {
    const room = spillRoom(join(folder, 'layer', 'v1.pmtiles'), 300);
    expect(room.memoryBytes).toBe(300 * 2 ** 20);
    const [one, other] = [room.open(), room.open()];
    expect(one.append(Uint8Array.of(1, 2, 3))).toBe(0);
    expect(other.append(Uint8Array.of(9))).toBe(0);
    expect(one.append(Uint8Array.of(4, 5))).toBe(3);
    expect(readdirSync(join(folder, 'layer'))).toEqual([]);
    const shared = new Uint8Array(new SharedArrayBuffer(3));
    one.read(2, shared);
    expect([...shared]).toEqual([3, 4, 5]);
    expect(() => one.read(3, new Uint8Array(9))).toThrow('shorter');
    for (const file of [one, other]) file.close();
  });
});
