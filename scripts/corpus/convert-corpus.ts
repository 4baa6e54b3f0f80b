import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Feature } from '#data/schema/feature.ts';
import { eachPosition } from '#data/schema/geometry.ts';
import type { Harmonised } from '#data/schema/harmonised.ts';
import type { HarmoniseContext } from '#server/harmonise/context.ts';
import { harmonise } from '#server/harmonise/index.ts';
import { loadEngine } from '../odin/engine.ts';
import { openFiles } from '../odin/open-file.ts';
import {
  ALWAYS_WGS84,
  AS_DRAWING,
  CONVERSIONS,
  type Conversion,
  OF_POINTS,
  OF_TABLES,
  ORIGINALS,
  type Original,
} from './conversions.ts';
import { CORPUS } from './manifest.ts';

/**
 * Write layers of the corpus in every other format by ogr2ogr, harmonise each copy and compare it with the
 * original: the same features at the same places, of the same type, with the same values.
 *
 * @param only take the originals whose file name holds it
 * @returns exit code: 1 when a copy differs, 0 also where ogr2ogr is absent
 */
export function convertCorpus(only: string): number {
  if (spawnSync('ogr2ogr', ['--version']).status !== 0) {
    console.log('ogr2ogr is not here: nothing to compare.');
    return 0;
  }
  const { context } = loadEngine();
  const folder = mkdtempSync(join(tmpdir(), 'odin-convert-'));
  let differing = 0;
  try {
    for (const original of ORIGINALS.filter(({ file }) => file.includes(only))) {
      const found = read(`${CORPUS}${original.file}`, context);
      for (const conversion of conversionsOf(original)) {
        const said = compareCopy({ original, found, conversion, folder }, context);
        if (said.length > 0) differing++;
        const words = said.length === 0 ? 'same' : `\n    ! ${said.join('\n    ! ')}`;
        console.log(`${original.file} as ${conversion.name}: ${words}`);
      }
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
  console.log(`${differing} copies differ.`);
  return differing === 0 ? 0 : 1;
}

const read = (path: string, context: HarmoniseContext): Harmonised => {
  const { resource, companions } = openFiles([path]);
  return harmonise(resource, { companions }, context);
};

function conversionsOf({ shape, crs }: Original): readonly Conversion[] {
  if (shape === 'table') return OF_TABLES;
  return [
    ...CONVERSIONS,
    ...(shape === 'line' ? [] : [AS_DRAWING]),
    ...(crs === 'EPSG:4326' ? ALWAYS_WGS84 : []),
    ...(shape === 'point' && crs === 'EPSG:4326' ? OF_POINTS : []),
  ];
}

type Copy = {
  readonly original: Original;
  readonly found: Harmonised;
  readonly conversion: Conversion;
  readonly folder: string;
};

/** What differs between an original and its copy; the reason when there is no copy. */
function compareCopy(
  { original, found, conversion, folder }: Copy,
  context: HarmoniseContext,
): readonly string[] {
  const own = mkdtempSync(join(folder, 'copy-'));
  const path = join(own, nameOf(original.file, conversion.file));
  const source = original.shape === 'table' ? [] : (original.given ?? []);
  const ran = spawnSync(
    'ogr2ogr',
    [...conversion.given, path, `${CORPUS}${original.file}`, ...source],
    { encoding: 'utf8' },
  );
  // What ogr2ogr cannot write in a format, such as MultiPoints in DXF, nobody will send.
  if (ran.status !== 0 || !existsSync(path)) return [];
  return differences(found, read(path, context), conversion);
}

/** The copy keeps the name of the original, as it tells what the layer is. */
function nameOf(file: string, copy: string): string {
  const stem = (file.split('/').at(-1) ?? file).replace(/\.[^.]+$/, '');
  return `${stem}${copy.slice(copy.lastIndexOf('.'))}`;
}

function differences(
  original: Harmonised,
  copy: Harmonised,
  { toleranceDeg, keeps }: Conversion,
): readonly string[] {
  const said: string[] = [];
  if (!copy.readable) return [`not read: ${copy.issues[0]?.message}`];
  const [want, got] = [original.features.length, copy.features.length];
  if (want !== got) said.push(`${got} features instead of ${want}`);
  const off = farthest(original.features, copy.features);
  if (!(off <= toleranceDeg)) said.push(`positions are off by up to ${off} degrees`);
  if (keeps === 'positions') return said;
  if (original.featureType !== copy.featureType) {
    said.push(`${copy.featureType} instead of ${original.featureType}`);
  }
  return [...said, ...differingValues(original.features, copy.features)];
}

/** Some formats order features anew: each side's vertices are compared in the order of the place. */
function farthest(left: readonly Feature[], right: readonly Feature[]): number {
  const [a, b] = [boxes(left), boxes(right)];
  let most = 0;
  for (const side of [0, 1, 2, 3] as const) {
    const [sortedA, sortedB] = [a, b].map((each) =>
      each.map((box) => box[side]).sort((x, y) => x - y),
    );
    for (const [index, edge] of (sortedA ?? []).entries()) {
      most = Math.max(most, Math.abs(edge - (sortedB?.[index] ?? Number.POSITIVE_INFINITY)));
    }
  }
  return most;
}

function boxes(features: readonly Feature[]): (readonly [number, number, number, number])[] {
  return features.map(({ geometry }) => {
    const [lngs, lats]: [number[], number[]] = [[], []];
    eachPosition(geometry, ([lng, lat]) => {
      lngs.push(lng ?? Number.NaN);
      lats.push(lat ?? Number.NaN);
    });
    const [west, east] = [
      lngs.reduce((x, y) => Math.min(x, y)),
      lngs.reduce((x, y) => Math.max(x, y)),
    ];
    return [
      west,
      lats.reduce((x, y) => Math.min(x, y)),
      east,
      lats.reduce((x, y) => Math.max(x, y)),
    ];
  });
}

/** Attributes whose values, taken together, are not the same. */
function differingValues(left: readonly Feature[], right: readonly Feature[]): readonly string[] {
  const names = new Set([...left, ...right].flatMap(({ attributes }) => Object.keys(attributes)));
  return [...names].flatMap((name) => {
    const [a, b] = [valuesOf(left, name), valuesOf(right, name)];
    const at = a.findIndex((value, index) => value !== b[index]);
    return at < 0 && a.length === b.length ? [] : [`“${name}” is ${b[at]} instead of ${a[at]}`];
  });
}

const valuesOf = (features: readonly Feature[], name: string): readonly string[] =>
  features.map(({ attributes }) => JSON.stringify(attributes[name]) ?? '–').sort();
