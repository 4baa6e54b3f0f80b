import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { FEATURE_TYPES } from '#data/features/index.ts';
import { ISSUE_REGISTER, type IssueCode } from '#data/issues/register.ts';
import { RESERVED_CODES } from '#data/issues/reserved.ts';
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

const CODES = Object.keys(ISSUE_REGISTER) as IssueCode[];
const RESERVED = new Set(RESERVED_CODES.flatMap(({ codes }) => codes));
const GIVEN = sourcesIn('server', 'scripts/odin');

it.each(CODES)('docs/issues.md explains %s in a section of its own', (code) => {
  const [, after = ''] = read('issues.md').split(`<a id="${code}"></a>`);
  const [section = ''] = after.split('<a id=');
  expect(section).toContain(`### \`${code}\``);
  expect(section).toMatch(/\*\*To mend it:\*\* .{10,}/);
  expect(section).toMatch(
    RESERVED.has(code) ? /\*\*Not given yet\.\*\*/ : /\*\*Example:\*\* .+ → .+/,
  );
});

it('every code of the register is given somewhere or reserved, and none is both', () => {
  const isGiven = (code: string): boolean => GIVEN.includes(`'${code}'`);
  expect(CODES.filter((code) => !isGiven(code) && !RESERVED.has(code))).toEqual([]);
  expect(CODES.filter((code) => isGiven(code) && RESERVED.has(code))).toEqual([]);
});

it('docs/schema.md has every feature type', () => {
  const page = read('schema.md');
  expect(FEATURE_TYPES.filter(({ id }) => !page.includes(`\`${id}\``))).toEqual([]);
});

/** Everything the program says, tests left out. */
function sourcesIn(...folders: readonly string[]): string {
  return folders
    .flatMap((folder) =>
      readdirSync(new URL(`../${folder}/`, import.meta.url), { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
        .map((name) => readFileSync(new URL(`../${folder}/${name}`, import.meta.url), 'utf8')),
    )
    .join('\n');
}
