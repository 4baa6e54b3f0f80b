import type { DeclaredCrs } from '#data/schema/flow.ts';
import { declare } from '../crs.ts';
import type { MapFile } from './map-file.ts';

/**
 * A MapInfo `CoordSys` clause as a declared system.
 * Source: MapInfo projection file (MAPINFOW.PRJ): projection 8 = Transverse Mercator, 1 = longitude and
 * latitude, 10 = Mercator; datum 79 = OSGB 1936, 104 = WGS 84, 115 = ETRS 89.
 */
export function mapinfoCrs(clause: string): DeclaredCrs | undefined {
  if (/nonearth/i.test(clause)) return undefined;
  // MapInfo itself adds the bounds of the table, QGIS its affine units.
  const [system = ''] = clause.split(/\s(?:bounds|affine)\b/i);
  const figures = (/projection\s+(.*)$/i.exec(system)?.[1] ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter((part) => !part.startsWith('"'))
    .map(Number);
  const id = idOf(figures);
  return { ...declare(clause), ...(id === undefined ? {} : { id }) };
}

function idOf([projection = -1, datum = -1, ...rest]: readonly number[]): string | undefined {
  // Longitude and latitude are followed by nothing; others by origin and false easting and northing.
  if (projection === 1)
    return ({ 104: 'EPSG:4326', 115: 'EPSG:4258', 79: 'EPSG:4277' } as Record<number, string>)[
      datum
    ];
  const figures = rest.join(' ');
  // No other system has these figures, whatever datum a writer gives it.
  if (projection === 8 && /^-2 49 0\.99960127\d* 400000 -100000/.test(figures)) {
    return 'EPSG:27700';
  }
  if (projection === 8 && datum === 104 && /^-3 0 0\.9996 500000 0/.test(figures))
    return 'EPSG:32630';
  return projection === 10 && (datum === 157 || datum === 104) ? 'EPSG:3857' : undefined;
}

/** Datums by MapInfo's number of their ellipsoid: Airy 1830, WGS 84, GRS 80. */
const DATUMS: ReadonlyMap<number, number> = new Map([
  [9, 79],
  [28, 104],
  [0, 115],
]);

/** The system of a native table, from the header of its .map. */
export function tableCrs({ projection }: MapFile): DeclaredCrs | undefined {
  const { id, ellipsoid, parameters } = projection;
  if (id === 0) return undefined;
  const text = `MapInfo projection ${id}, ellipsoid ${ellipsoid}, ${parameters.join(', ')}`;
  const found = idOf([id, DATUMS.get(ellipsoid) ?? -1, ...parameters]);
  return { ...(found === undefined ? {} : { id: found }), text, axis: 'xy' };
}
