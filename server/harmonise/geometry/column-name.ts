/** What a heading says its column holds: which axis, and of which kind of coordinates. */
export type AxisName = {
  readonly axis: 'x' | 'y';
  /** `degrees` for longitude and latitude, `metres` for easting and northing, undefined for x and y. */
  readonly unit?: 'degrees' | 'metres';
  /** The heading without its axis word: columns of one position share it. */
  readonly stem: string;
};

const PREFIX =
  '(?:gps|geo|wgs84|wgs|osgb36|osgb|os|grid|ref|map|site|stop|dec|decimal|point|pos|centroid|coord)?';
const AXIS_WORDS: readonly (readonly [RegExp, Omit<AxisName, 'stem'>])[] = [
  [
    new RegExp(
      `^${PREFIX}(?:lon|lng|long|longitude|longtitude|longitud|longit|longi)(?:dd|deg|wgs84)?$`,
    ),
    { axis: 'x', unit: 'degrees' },
  ],
  [
    new RegExp(`^${PREFIX}(?:lat|latitude|lattitude|latitud|latit|lati)(?:dd|deg|wgs84)?$`),
    { axis: 'y', unit: 'degrees' },
  ],
  [new RegExp(`^${PREFIX}(?:east|easting|eastings|eastin|estng)$`), { axis: 'x', unit: 'metres' }],
  [
    new RegExp(`^${PREFIX}(?:north|northing|northings|northin|nrthng)$`),
    { axis: 'y', unit: 'metres' },
  ],
  [new RegExp(`^${PREFIX}x(?:coord|coords|coordinate|coordinates|cord|co|pos)?$`), { axis: 'x' }],
  [new RegExp(`^${PREFIX}y(?:coord|coords|coordinate|coordinates|cord|co|pos)?$`), { axis: 'y' }],
  [/^e$/, { axis: 'x', unit: 'metres' }],
  [/^n$/, { axis: 'y', unit: 'metres' }],
];

/** Words of a heading: `GeoX` → geo, x; `OS_Easting (m)` → os, easting, m. */
export const wordsOf = (heading: string): readonly string[] =>
  heading
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');

/**
 * Tell from a heading whether its column holds one axis of a position: `Easting`, `GeoX`, `GPSLAT`,
 * `Supply Point X Coordinates`, `x_coord`, `LONGITUDE`.
 */
export function readAxisName(heading: string): AxisName | undefined {
  const words = wordsOf(heading);
  for (const [pattern, meaning] of AXIS_WORDS) {
    const found = words.findIndex((word) => pattern.test(word));
    if (found >= 0) return { ...meaning, stem: stemOf(words, found) };
  }
  return undefined;
}

const stemOf = (words: readonly string[], axisWord: number): string =>
  words.filter((_, i) => i !== axisWord).join(' ');

/** True for headings of a column that names the CRS of each row. */
export function isCrsName(heading: string): boolean {
  const joined = wordsOf(heading).join(' ');
  return /\b(?:crs|srs|srid|epsg)\b|coord\w* (?:reference|ref|system)|spatial ref|\bdatum\b|grid type|projection/.test(
    joined,
  );
}

/** True for headings of a column of National Grid references. */
export function isGridReferenceName(heading: string): boolean {
  const joined = wordsOf(heading).join(' ');
  return /\b(?:ngr|osgr|ig ?ref\w*|gridref\w*|grid ref\w*|grid|os ref\w*|map ref\w*|bng)\b/.test(
    joined,
  );
}

/** True for headings that speak of a place on the map: `Location`, `geo_point_2d`, `LatLong`, `XY`. */
export const isPositionName = (heading: string): boolean =>
  /loc|coord|geo|point|posit|pos\b|lat|lo?ng|centroid|grid|map|place|where|east|north|\bxy\b/i.test(
    heading,
  );

/** True for headings of figures that are measures and come in pairs: `voltage`, `Opening hours`, `Size (mm)`. */
export function isMeasureName(heading: string): boolean {
  const joined = wordsOf(heading).join(' ');
  return /volt|\bk?v\b|\b(?:[km]?va|[km]?w|mm|cm|kg|gbp|tel|fax|phone|telephone|hours?|range|ratio|size|dimensions?|diameter|width|height|length|depth|area|power|capacity|output|rating|demand|population|price|cost|value|years?|dates?|times?|dwellings?|units?|floors?|frequency)\b/.test(
    joined,
  );
}

/** Words of a heading that name a CRS beside its axis. */
const CRS_WORDS: readonly (readonly [RegExp, string])[] = [
  [/\bitm\b/, 'EPSG:2157'],
  [/\b(?:irish|irl|tm75|tm65|osni)\b/, 'EPSG:29903'],
  [/\b(?:27700|bng|british national)\b/, 'EPSG:27700'],
  [/\b(?:4326|wgs ?84)\b/, 'EPSG:4326'],
  [/\b(?:4258|etrs ?89)\b/, 'EPSG:4258'],
  [/\b(?:3857|900913|102100|mercator)\b/, 'EPSG:3857'],
  [/\butm ?30n?\b/, 'EPSG:32630'],
  [/\butm ?29n?\b/, 'EPSG:32629'],
  [/\butm ?31n?\b/, 'EPSG:32631'],
];

/** The CRS a heading names beside its axis: `ITM_E`, `Irish Grid Easting`, `x_3857`. */
export function crsOfHeading(heading: string): string | undefined {
  const joined = wordsOf(heading).join(' ');
  return CRS_WORDS.find(([pattern]) => pattern.test(joined))?.[1];
}
