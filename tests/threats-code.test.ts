import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { lockedLicences } from '../scripts/docs/dependencies-page.ts';

// Threats of the threat table that are read off the code itself; the numbers are the table's.

const sources = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(({ name }) => /\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name))
    .map(({ parentPath, name }) => join(parentPath, name));

/** What a statement of SQL is put together from besides its own words, each with its file. */
function placeholders(file: string, text: string): string[] {
  const statements = text.matchAll(/\.(?:prepare|exec)(?:<[^()]*>)?\(\s*`([^`]*)`/g);
  return [...statements].flatMap(([, sql = '']) =>
    [...sql.matchAll(/\$\{([^}]*)\}/g)].map(([, inside = '']) => `${file}: ${inside}`),
  );
}

/** Names quoted by doubling, constants of the file, and these, which are looked up in closed lists. */
const SAFE = [
  /: [A-Z][A-Z_]*(?:\.\w+(?:\(.*\))*|\[\w+\])*$/,
  /: quoted\(/,
  /: \w+\.map\(quoted\)\.join\(', '\)$/,
  /^server\/store\/features\.ts: table\b/,
  /^server\/store\/pairs\.ts: (?:columnsOf\('\w+'\)|olderColumns)$/,
  /^server\/store\/backup\.ts: quoted$/,
  /^server\/export\/geopackage\.ts: /,
  /^server\/harmonise\/decode\/geopackage(?:\/\w+)?\.ts: (?:list|column|table|length|rows)$/,
];

describe('threat 29: SQL', () => {
  it('is never put together from what somebody typed', () => {
    const found = sources('server').flatMap((file) =>
      placeholders(file, readFileSync(file, 'utf8')),
    );
    expect(found.length).toBeGreaterThan(5);
    expect(found.filter((each) => !SAFE.some((safe) => safe.test(each)))).toEqual([]);
  });

  it('put together from what somebody typed is seen by this test', () => {
    const typed = ['$', '{query.q}'].join('');
    const bad = `db.prepare<[], Row>(\`SELECT * FROM place WHERE name = "${typed}"\`)`;
    expect(placeholders('server/x.ts', bad)).toEqual(['server/x.ts: query.q']);
  });
});

/** Licences a dependency may come under without anybody asking; each allows what MIT allows, or weak copyleft. */
const AGREED = new Set([
  ...['MIT', 'ISC', '0BSD', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', 'BlueOak-1.0.0'],
  ...['Unlicense', 'CC0-1.0', 'OFL-1.1', 'MPL-2.0', '(MIT AND Zlib)', '(MIT OR Apache-2.0)'],
  ...['MIT OR Apache-2.0', 'Apache-2.0 AND MIT', 'MIT AND BSD-3-Clause', '(EDL-1.0 OR EPL-1.0)'],
]);
/** Packages that were looked at one by one, with what was found. */
const LOOKED_AT: Readonly<Record<string, string>> = {
  // credited in NOTICE; loaded as a separate file
  'geos-wasm': 'LGPL-3.0-or-later',
  // BSD-2-Clause and GDAL's (MIT) in its files; only tests and benches load it, with Turf
  arc: 'not stated',
  // BSD-3-Clause, misspelt; with Turf too
  'splaytree-ts': 'BDS-3-Clause',
};

describe('threat 51: dependencies', () => {
  it('come under licences that were agreed to or looked at', () => {
    const strange = [...lockedLicences()].flatMap(([licence, names]) =>
      AGREED.has(licence) ? [] : names.map((name) => [name, licence] as const),
    );
    expect(Object.fromEntries(strange)).toEqual(LOOKED_AT);
  });

  it('that run on the server are fewer than 25', () => {
    const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as {
      dependencies: Record<string, string>;
    };
    expect(Object.keys(dependencies).length).toBeLessThan(25);
  });

  it('are each pinned to bytes', () => {
    const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
      packages: Record<string, { integrity?: string; link?: boolean; inBundle?: boolean }>;
    };
    const loose = Object.entries(packages).filter(
      ([path, { integrity, link, inBundle }]) =>
        path.includes('node_modules/') && !integrity && !link && !inBundle,
    );
    expect(loose.map(([path]) => path)).toEqual([]);
  });
});

const SECRETS = [
  /-----BEGIN (?:[A-Z]+ )?PRIVATE KEY-----/,
  /\bAKIA[0-9A-Z]{16}\b/,
  /\bgh[pousr]_[A-Za-z0-9]{36}\b/,
  /\bodin_[A-Za-z0-9_-]{40,}\b/,
  /\beyJ[A-Za-z0-9_-]{10,}\.eyJ[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]{10,}/,
  /\b(?:password|secret|api[_-]?key)\s*[:=]\s*['"][A-Za-z0-9+/_-]{24,}['"]/i,
];
const isSecret = (text: string): boolean => SECRETS.some((secret) => secret.test(text));

describe('threat 52: secrets', () => {
  it('are in none of the project’s files', () => {
    const files = execFileSync('git', ['ls-files', '-z'], { encoding: 'utf8' }).split('\0');
    const texts = files.filter((file) =>
      /\.(?:[cm]?[jt]sx?|json|md|sql|html|css|ya?ml|sh|txt|csv)$/.test(file),
    );
    expect(texts.length).toBeGreaterThan(500);
    expect(texts.filter((file) => isSecret(readFileSync(file, 'utf8')))).toEqual([]);
  });

  it.each([
    ['a private key', ['-----BEGIN', 'PRIVATE KEY-----'].join(' ')],
    ['a token of ours', `odin_${'a1B2'.repeat(11)}`],
    ['a password in code', `password = "${'x9'.repeat(13)}"`],
  ])('would be seen: %s', (_, canary) => {
    expect(isSecret(canary)).toBe(true);
  });
});
