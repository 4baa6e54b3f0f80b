import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

/** The living page and the README describe the tree, the rooms and the settings that are there. */
const page = readFileSync('docs/architecture.md', 'utf8');
const readme = readFileSync('README.md', 'utf8');
const settings = [
  ...readFileSync('server/config.ts', 'utf8').matchAll(/^ {2}((?:ODIN_)?[A-Z_]+): /gm),
].map(([, name = '']) => name);

describe('docs/architecture.md', () => {
  it.each(settings)('tells what the setting %s does', (name) => {
    expect(page).toContain(`| \`${name}\` |`);
  });

  it.each(['data', 'server'])('names every room of %s', (folder) => {
    const rooms = readdirSync(folder, { withFileTypes: true }).filter((entry) =>
      entry.isDirectory(),
    );
    for (const { name } of rooms) expect(page, name).toMatch(new RegExp(`\\b${name}/`));
  });

  it('names only rooms that exist', () => {
    const [, tree = ''] = page.split('```');
    let folder = '';
    for (const line of tree.trim().split('\n')) {
      const [, indent = '', name = ''] = /^( *)([a-z.-]+\/?)/.exec(line) ?? [];
      if (indent === '') folder = name;
      const path = indent === '' ? name : `${folder}${name}`;
      expect(existsSync(path), path).toBe(true);
    }
  });
});

describe('README.md', () => {
  it('shows the top of the tree as it is', () => {
    const shown = [...readme.matchAll(/^([a-z]+)\/ {2,}/gm)].map(([, name]) => name);
    expect(shown).toEqual(['data', 'server', 'tiles', 'client', 'scripts', 'tests', 'docs']);
    for (const name of shown) expect(existsSync(name ?? ''), name).toBe(true);
  });

  it.each(
    [...readme.matchAll(/\]\(((?!http)[^)#]+)/g)].map(([, path = '']) => path),
  )('links to %s, which exists', (path) => {
    expect(existsSync(path)).toBe(true);
  });
});
