import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Source } from '#data/schema/source.ts';
import { loadDescriptors, readDescriptor, saveDescriptor } from './descriptors.ts';

const sourceOf = (id: string, title = 'Masts'): Source =>
  Source.parse({
    odin: 1,
    id,
    title,
    publisher: 'demonstration-digital',
    synthetic: true,
    licence: { id: 'OGL-UK-3.0', basis: 'stated' },
    type: 'digital/mast',
  });
const MASTS = sourceOf('demonstration-digital/masts');
const BUNDLED = new Map([[MASTS.id, MASTS]]);

let folder: string;
const put = (path: string, text: string): void => {
  const file = join(folder, 'sources', path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
};

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'odin-descriptors-'));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('loadDescriptors()', () => {
  it('gives those that come with ODIN where the deployment has none of its own', () => {
    expect(loadDescriptors(folder, BUNDLED)).toEqual(BUNDLED);
  });

  it('puts the deployment’s own in the place of those that come with ODIN, and adds its others', () => {
    saveDescriptor(folder, sourceOf(MASTS.id, 'Masts as we call them'));
    saveDescriptor(folder, sourceOf('demonstration-digital/poles', 'Poles'));
    put('notes.txt', 'no descriptor');
    const loaded = loadDescriptors(folder, BUNDLED);
    expect([...loaded].map(([id, { title }]) => [id, title])).toEqual([
      ['demonstration-digital/masts', 'Masts as we call them'],
      ['demonstration-digital/poles', 'Poles'],
    ]);
    expect(BUNDLED.get(MASTS.id)?.title).toBe('Masts');
  });

  it.each([
    ['a file that is no JSON', 'a/b.json', '{', /a\/b\.json: SyntaxError/],
    ['a file not of the schema', 'a/b.json', '{"odin":1}', /b\.json:\n.*✖/s],
    [
      'an id that is not its place',
      'a/b.json',
      JSON.stringify(MASTS),
      /its id .* is not its place/,
    ],
  ])('throws, naming the file, on %s', (_, path, text, message) => {
    put(path, text);
    expect(() => loadDescriptors(folder, BUNDLED)).toThrow(message);
    expect(() => loadDescriptors(folder, BUNDLED)).toThrow(TypeError);
  });
});

describe('saveDescriptor()', () => {
  it('writes what readDescriptor() reads, whole, and leaves nothing half written', () => {
    const path = saveDescriptor(folder, MASTS);
    saveDescriptor(folder, { ...MASTS, title: 'Masts again' });
    expect(readDescriptor(path)).toEqual({ ...MASTS, title: 'Masts again' });
    expect(readdirSync(dirname(path))).toEqual(['masts.json']);
  });

  it('refuses what is not of the schema, and leads nowhere outside its folder', () => {
    const escaping = { ...MASTS, id: '../../escaped' };
    expect(() => saveDescriptor(folder, escaping)).toThrow(TypeError);
    expect(existsSync(join(folder, 'sources'))).toBe(false);
  });
});
