import { readFileSync } from 'node:fs';
import { type Basemap, Basemaps } from '#data/schema/basemap.ts';

/**
 * Read the base maps that are offered beside our own.
 *
 * @param setting JSON (a list), or the path of a file that holds it
 * @throws {Error} naming what cannot be used, and why
 */
export function readBasemaps(setting: string): readonly Basemap[] {
  const text = setting.trimStart().startsWith('[') ? setting : readFileSync(setting, 'utf8');
  const read = Basemaps.safeParse(JSON.parse(text));
  if (read.success) return read.data;
  const faults = read.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
  throw new Error(faults.join('; '));
}
