import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Bounds } from '#data/schema/geometry.ts';
import { decode } from '#server/harmonise/decode/index.ts';
import { openFiles } from '../odin/open-file.ts';

/** The folder of real published files, beside the project and never in it. */
export const CORPUS = fileURLToPath(new URL('../../../shared/corpus/', import.meta.url));

/** True where the corpus stands on this machine. */
export const hasCorpus = (): boolean => existsSync(`${CORPUS}MANIFEST.csv`);

/** What the manifest says of one file. */
export type Listed = {
  /** Path inside the corpus. */
  readonly file: string;
  readonly format: string;
  /** Records (of all layers) as GDAL counts them. */
  readonly records: number;
  /** WGS 84 extent as GDAL finds it, rounded to six decimals; absent for files without coordinates. */
  readonly bounds?: Bounds;
};

/**
 * Every file the manifest of the corpus lists, in its order.
 *
 * @throws Error when the corpus is absent
 */
export function listCorpus(): readonly Listed[] {
  const decoded = decode(openFiles([`${CORPUS}MANIFEST.csv`]).resource);
  const [layer] = 'layers' in decoded ? decoded.layers : [];
  if (layer === undefined) throw new Error('The manifest of the corpus cannot be read');
  const at = (name: string): number => layer.columns.indexOf(name);
  const [file, format, records, box] = [
    at('file'),
    at('format'),
    at('rows_features'),
    at('wgs84_bbox'),
  ];
  return [...layer.records(() => {})].map(({ values }) => {
    const bounds = boundsIn(String(values[box] ?? ''));
    return {
      file: String(values[file]),
      format: String(values[format]),
      records: Number(values[records]),
      ...(bounds === undefined ? {} : { bounds }),
    };
  });
}

function boundsIn(text: string): Bounds | undefined {
  const [west, south, east, north, ...more] = text.split(' ').filter(Boolean).map(Number);
  if (north === undefined || more.length > 0) return undefined;
  return west === undefined || south === undefined || east === undefined
    ? undefined
    : [west, south, east, north];
}
