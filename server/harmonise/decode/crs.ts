import type { DeclaredCrs } from '#data/schema/flow.ts';

/** Longest declaration kept, characters. */
const TEXT_LIMIT = 200;

const NAMES: readonly (readonly [RegExp, string])[] = [
  [/CRS:?84|\bOGC:?.*CRS84\b/i, 'EPSG:4326'],
  [/british[_ ]national[_ ]grid|\bOSGB(36|1936)?[_ /-]+BNG\b/i, 'EPSG:27700'],
  [/web[_ ]mercator|pseudo[- _]mercator|WGS_1984_Mercator_Auxiliary/i, 'EPSG:3857'],
  [/ETRS(89|_1989)?[-_ /]+(extended \/ )?LAEA|ETRS_1989_LAEA/i, 'EPSG:3035'],
  [/(WGS_1984|WGS 84)[_ /]+UTM[_ ]zone[_ ]30N/i, 'EPSG:32630'],
  [/(WGS_1984|WGS 84)[_ /]+UTM[_ ]zone[_ ]31N/i, 'EPSG:32631'],
  [/IRENET95|Irish_Transverse_Mercator|Irish Transverse Mercator/i, 'EPSG:2157'],
  [/TM65|Irish_National_Grid|TM75/i, 'EPSG:29902'],
];

/** Geographic systems, tried when no projected one is named. */
const GEOGRAPHIC: readonly (readonly [RegExp, string])[] = [
  [/GCS_WGS_1984|"WGS[ _]?84"|\bWGS ?84\b/i, 'EPSG:4326'],
  [/GCS_ETRS_1989|"ETRS89"/i, 'EPSG:4258'],
  [/GCS_OSGB_1936|"OSGB ?(19)?36"/i, 'EPSG:4277'],
];

/** Codes that mean the same to us: Esri's and retired ones. */
const ALIASES: Readonly<Record<string, string>> = {
  '102100': '3857',
  '102113': '3857',
  '900913': '3857',
  '3785': '3857',
  '7405': '27700',
  '4937': '4258',
  '4979': '4326',
};

/**
 * The EPSG id a name, URN, URL or well-known text means, or undefined.
 *
 * Reads `EPSG:27700`, `urn:ogc:def:crs:EPSG::27700`, `http://www.opengis.net/def/crs/EPSG/0/27700`,
 * `…/epsg.xml#27700`, `urn:ogc:def:crs:OGC:1.3:CRS84`, and .prj texts by authority or by name.
 */
export function epsgOf(text: string): string | undefined {
  if (/^\s*(PROJCS|GEOGCS|PROJCRS|GEOGCRS|GEODCRS|COMPD_?CS|COMPOUNDCRS|BOUNDCRS)/i.test(text)) {
    return epsgOfWkt(text);
  }
  const code = /\bEPSG(?:\.xml#|[:/]+(?:[\d.]+[:/]+)?|\s+)(\d{4,6})\b/i.exec(text)?.[1];
  if (code) return `EPSG:${ALIASES[code] ?? code}`;
  return named(text, NAMES) ?? named(text, GEOGRAPHIC);
}

function epsgOfWkt(text: string): string | undefined {
  // The authority of the whole stands last; those before it belong to its datum or units.
  const whole =
    /(?:AUTHORITY\s*\[\s*"EPSG"\s*,\s*"?|ID\s*\[\s*"EPSG"\s*,\s*)(\d+)"?\s*\]\s*\]\s*$/i.exec(
      text,
    )?.[1];
  if (whole) return `EPSG:${ALIASES[whole] ?? whole}`;
  const projected = named(text, NAMES);
  if (projected) return projected;
  if (isNationalGrid(text)) return 'EPSG:27700';
  return /^\s*(GEOGCS|GEOGCRS|GEODCRS)/i.test(text) ? named(text, GEOGRAPHIC) : undefined;
}

/** The National Grid by its parameters, whatever the name. Source: EPSG 27700. */
function isNationalGrid(text: string): boolean {
  return (
    /Transverse_Mercator/i.test(text) &&
    /,\s*400000(\.0*)?\s*\]/.test(text) &&
    /,\s*-100000(\.0*)?\s*\]/.test(text) &&
    /0\.99960127/.test(text)
  );
}

function named(text: string, list: typeof NAMES): string | undefined {
  return list.find(([pattern]) => pattern.test(text))?.[1];
}

/** What a file says of its coordinates, as `DeclaredCrs`. */
export function declare(text: string, axis: 'xy' | 'yx' = 'xy'): DeclaredCrs {
  const id = epsgOf(text);
  const said = text.replaceAll(/\s+/g, ' ').trim();
  return { ...(id === undefined ? {} : { id }), text: said.slice(0, TEXT_LIMIT), axis };
}
