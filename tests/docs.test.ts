import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { FEATURE_TYPES } from '#data/features/index.ts';
import { ISSUE_REGISTER } from '#data/issues/register.ts';
import { docsPages } from '../scripts/docs.ts';

const read = (name: string): string =>
  readFileSync(new URL(`../docs/${name}`, import.meta.url), 'utf8');

describe.each([...docsPages()])('docs/%s', (name, text) => {
  it('is what `node scripts/docs.ts` writes from the data', () => {
    expect(read(name)).toBe(text);
  });

  it('has no address of a machine and no table row broken', () => {
    expect(text).not.toMatch(/\/work\/|\/tmp\/|localhost/);
    const rows = text.split('\n').filter((line) => line.startsWith('|'));
    for (const row of rows) expect(row.endsWith('|')).toBe(true);
  });
});

it.each(Object.keys(ISSUE_REGISTER))('docs/issues.md explains %s', (code) => {
  expect(read('issues.md')).toMatch(
    new RegExp(`^\\| \`${code.replace('.', '\\.')}\` \\| .{30,}`, 'm'),
  );
});

it('docs/schema.md has every feature type', () => {
  const page = read('schema.md');
  expect(FEATURE_TYPES.filter(({ id }) => !page.includes(`\`${id}\``))).toEqual([]);
});
