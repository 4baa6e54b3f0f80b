import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Rooms that decide what a file becomes. */
export const HARMONISING = [
  'data/features',
  'data/gazetteer',
  'data/geodesy',
  'data/issues',
  'data/licences',
  'data/publishers',
  'data/schema',
  'server/catalogue',
  'server/harmonise',
  'server/jobs',
];

/** Rooms that decide what a tile becomes. */
export const TILING = ['data/features', 'server/tiling', 'tiles'];

/**
 * Hash of the code and vocabulary in some folders, tests left out: equal means that the same file gives the same
 * result, so work done before need not be done again.
 *
 * @param root the project's folder
 */
export function codeVersion(root: string, folders: readonly string[]): string {
  const hash = createHash('sha256');
  for (const folder of folders) {
    const entries = readdirSync(join(root, folder), { recursive: true, withFileTypes: true });
    const files = entries
      .filter((entry) => entry.isFile() && !entry.name.includes('.test.'))
      .map((entry) => join(entry.parentPath, entry.name))
      .sort();
    for (const file of files) {
      hash.update(file.slice(root.length)).update('\0').update(readFileSync(file)).update('\0');
    }
  }
  return hash.digest('hex').slice(0, 16);
}
