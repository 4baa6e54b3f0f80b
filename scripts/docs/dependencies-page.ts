import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { page, table } from './markdown.ts';

const Package = z.object({ version: z.string().optional(), license: z.string().optional() });
const Lock = z.object({ packages: z.record(z.string(), Package) });
const Manifest = z.object({
  dependencies: z.record(z.string(), z.string()),
  devDependencies: z.record(z.string(), z.string()),
  optionalDependencies: z.record(z.string(), z.string()),
});

const GROUPS = [
  ['dependencies', 'The server'],
  ['devDependencies', 'The client, which is built from them, the gate and the tests'],
  ['optionalDependencies', 'The runtime'],
] as const;

/** Packages that are named where a licence has no more. */
const FEW = 3;
/** For packages that do not say in their manifest. */
const UNSTATED = 'not stated';

const read = (name: string): unknown =>
  JSON.parse(readFileSync(fileURLToPath(new URL(`../../${name}`, import.meta.url)), 'utf8'));

/**
 * `docs/dependencies.md`: what ODIN is built from, as the lockfile pins it. A change of version or licence shows in
 * the diff of this page, where somebody reviews it.
 */
export function dependenciesPage(): string {
  const manifest = Manifest.parse(read('package.json'));
  const { packages } = Lock.parse(read('package-lock.json'));
  const sections = GROUPS.flatMap(([group, title]) => {
    const names = Object.entries(manifest[group])
      .filter(([, version]) => !version.startsWith('file:'))
      .map(([name]) => name)
      .sort();
    const rows = names.map((name) => {
      const { version = '', license = UNSTATED } = packages[`node_modules/${name}`] ?? {};
      return [`\`${name}\``, version, license];
    });
    return [`## ${title}`, table(['package', 'version', 'licence'], rows)];
  });
  return page([
    '# What ODIN is built from',
    '*Written from `package.json` and `package-lock.json` by `node scripts/docs.ts`.* A licence that nobody has agreed to fails the tests.',
    ...sections,
    '## With what those bring along',
    licenceTable(packages),
  ]);
}

/** Licence → how many packages of the lockfile have it. */
export function licencesOf(packages: z.infer<typeof Lock>['packages']): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const [path, { license = UNSTATED }] of Object.entries(packages)) {
    // the project itself, and its own launcher
    if (!path.includes('node_modules/') || path.endsWith('/odin-launch')) continue;
    const names = found.get(license) ?? [];
    found.set(license, [...names, path.slice(path.lastIndexOf('node_modules/') + 13)]);
  }
  return found;
}

/** Licences of every package the lockfile pins. */
export const lockedLicences = (): Map<string, string[]> =>
  licencesOf(Lock.parse(read('package-lock.json')).packages);

function licenceTable(packages: z.infer<typeof Lock>['packages']): string {
  const rows = [...licencesOf(packages)]
    .sort(([a, { length: many }], [b, { length: more }]) => more - many || a.localeCompare(b))
    .map(([licence, names]) => [
      licence,
      String(names.length),
      names.length > FEW ? '' : names.map((name) => `\`${name}\``).join(', '),
    ]);
  return table(['licence', 'packages', 'which, where few'], rows);
}
