import { findCrs } from './crs.ts';
import { recogniseParameters } from './crs-parameters.ts';

/** What a text says about coordinates. */
export type RecognisedCrs = {
  /** `EPSG:27700`; perhaps one ODIN cannot read, see `findCrs`. */
  readonly id: string;
  /** Axis order the spelling implies: URN and `def/crs` forms follow the registry, the rest put x first. */
  readonly axis: 'xy' | 'yx';
};

/** Codes that mean the same horizontal positions as one we read. Source: EPSG and ESRI registries. */
const SAME_AS: Readonly<Record<string, string>> = {
  '900913': '3857',
  '3785': '3857',
  '102100': '3857',
  '102113': '3857',
  '54004': '3395',
  '4979': '4326',
  '4937': '4258',
  '7405': '27700',
  '84': '4326',
};

/** Registry spellings, the ones that imply the registry's axis order first. */
const REGISTRY_ORDER = [
  /urn:(?:x-)?ogc:def:crs:epsg:[^:]*:(\d{4,6})/i,
  /urn:(?:x-)?ogc:def:crs:epsg:(\d{4,6})/i,
  /\/def\/crs\/epsg\/[^/]*\/(\d{4,6})/i,
];
const TRADITIONAL_ORDER = [
  /\bepsg\.xml#(\d{4,6})/i,
  /\b(?:epsg|esri|srid)\s*[:=#]{0,2}\s*(\d{4,6})\b/i,
  /^\s*(\d{4,6})(?:\.0)?\s*$/,
];

/**
 * Names as they stand in .prj files, MapInfo files and columns, most telling first. Matched against
 * the text in lower case with everything but letters and figures made one space.
 */
const NAMES: readonly (readonly [pattern: RegExp, code: string])[] = [
  [/web mercator|pseudo mercator|mercator auxiliary sphere|google mercator|popular visual/, '3857'],
  [/ed ?(?:19)?50.* utm (?:zone )?29n?\b/, '23029'],
  [/ed ?(?:19)?50.* utm (?:zone )?30n?\b/, '23030'],
  [/ed ?(?:19)?50.* utm (?:zone )?31n?\b/, '23031'],
  [/etrs ?(?:19)?89.* utm (?:zone )?29n?\b/, '25829'],
  [/etrs ?(?:19)?89.* utm (?:zone )?30n?\b/, '25830'],
  [/etrs ?(?:19)?89.* utm (?:zone )?31n?\b/, '25831'],
  [/\butm (?:zone )?29 ?n?\b/, '32629'],
  [/\butm (?:zone )?30 ?n?\b/, '32630'],
  [/\butm (?:zone )?31 ?n?\b/, '32631'],
  [/world mercator/, '3395'],
  [/irish transverse mercator|\birenet95\b|^itm$/, '2157'],
  [/tm75 irish|irish grid tm75/, '29903'],
  [/osni|irish national grid/, '29901'],
  [/tm65|irish grid/, '29902'],
  [/\blaea\b/, '3035'],
  [
    /british nat(?:ional)? grid|british grid|british coordinate|(?:os|ordnance survey) ?national grid|\bosgb? ?grid\b/,
    '27700',
  ],
  [/^(?:uk )?(?:the )?national grid(?: reference)?$|^bng$|^os ?grid$|\bostn ?(?:02|15)\b/, '27700'],
  [/projcs osgb ?(?:19)?36|^osgb ?(?:19)?(?:36)?$|^osgb ?(?:19)?36 easting/, '27700'],
  [/geogcs (?:gcs )?osgb ?(?:19)?36|geogcrs osgb|geogcs osgb/, '4277'],
  [/^os ?gb/, '27700'],
  [/projcs|projcrs|localcs|local cs|engcrs/, ''],
  [/gcs european 1950|geogcs (?:gcs )?ed ?(?:19)?50|^ed ?50$/, '4230'],
  [/\betrs ?(?:19)?89\b|\betrf ?89\b/, '4258'],
  [
    /\bwgs ?(?:19)?84\b|\bcrs ?84\b|^gps$|world geodetic system|^lat(?:itude)?s? (?:and )?lon(?:g|gitude)?s?$|proj longlat datum wgs84/,
    '4326',
  ],
];

/** MapInfo datum numbers. Source: MapInfo Professional user guide, appendix on coordinate systems. */
const MAPINFO_DATUMS: Readonly<Record<string, string>> = {
  '79': '4277',
  '104': '4326',
  '115': '4258',
  '28': '4230',
};

/**
 * Recognise a CRS in what a file says: an authority code, a URN or address, the WKT of a .prj file
 * or GeoPackage, a MapInfo `CoordSys` clause, or the words people write in a column.
 *
 * @returns undefined when nothing is recognised
 */
export function recogniseCrs(text: string): RecognisedCrs | undefined {
  if (/crs84|crs:84/i.test(text)) return { id: 'EPSG:4326', axis: 'xy' };
  for (const pattern of REGISTRY_ORDER) {
    const code = pattern.exec(text)?.[1];
    if (code !== undefined) return withRegistryAxis(code);
  }
  const code =
    authorityCode(text) ??
    firstMatch(TRADITIONAL_ORDER, text) ??
    recogniseParameters(text) ??
    mapInfoCode(text);
  const known = code ?? namedCode(text);
  return known === undefined || known === '' ? undefined : { id: idOf(known), axis: 'xy' };
}

const idOf = (code: string): string => `EPSG:${SAME_AS[code] ?? code}`;

function withRegistryAxis(code: string): RecognisedCrs {
  const id = idOf(code);
  return { id, axis: findCrs(id)?.axis ?? 'xy' };
}

function firstMatch(patterns: readonly RegExp[], text: string): string | undefined {
  for (const pattern of patterns) {
    const found = pattern.exec(text)?.[1];
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The code of a WKT definition itself: authorities of its parts stand before it, so the last counts. */
function authorityCode(text: string): string | undefined {
  if (!/^\s*\w+\s*[[(]/.test(text)) return undefined;
  const root = /(?:AUTHORITY|ID)\s*[[(]\s*"(?:EPSG|ESRI)"\s*,\s*"?(\d{4,6})"?\s*[\])]\s*[\])]\s*$/i;
  return root.exec(text)?.[1];
}

function mapInfoCode(text: string): string | undefined {
  const clause = /Earth\s+Projection\s+(\d+)\s*(?:,\s*(\d+))?/i.exec(text);
  if (!clause) return undefined;
  const [, projection, datum = ''] = clause;
  if (projection === '1') return MAPINFO_DATUMS[datum] ?? '';
  if (projection === '10') return '3857';
  return '';
}

/** Zones far from this country: `WGS 84 / UTM zone 18N`. */
const UTM_ZONE = /\bwgs ?_?(?:19)?84\b.*\butm zone (\d{1,2})(n|s)\b/;

function namedCode(text: string): string | undefined {
  const words = text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
  const [, zone, half] = UTM_ZONE.exec(words) ?? [];
  if (zone !== undefined) return `${half === 's' ? '327' : '326'}${zone.padStart(2, '0')}`;
  return NAMES.find(([pattern]) => pattern.test(words))?.[1];
}
