import { describe, expect, it } from 'vitest';
import type { Cell } from '#data/schema/flow.ts';
import { about, CENTRES, degrees, pointOf, table } from '#tests/support/locate.ts';

const metres = about(CENTRES.E08000003, 12);
const lngLats = metres.map(degrees);

/** Degrees, minutes and seconds of an angle, and its letter. */
type Parts = readonly [degrees: number, minutes: number, seconds: string, letter: string];

function partsOf(value: number, letters: string): Parts {
  const size = Math.abs(value);
  const whole = Math.floor(size);
  const minutes = Math.floor((size - whole) * 60);
  const seconds = ((size - whole) * 60 - minutes) * 60;
  return [whole, minutes, seconds.toFixed(4), letters[value < 0 ? 1 : 0] ?? ''];
}

const WORDS: Readonly<Record<string, string>> = { N: 'North', W: 'West' };

const ANGLES: readonly (readonly [name: string, write: (parts: Parts) => string])[] = [
  ['straight quotes', ([d, m, s, h]) => `${d}°${m}'${s}"${h}`],
  ['primes and spaces', ([d, m, s, h]) => `${d}° ${m}′ ${s}″ ${h}`],
  ['curly quotes', ([d, m, s, h]) => `${d}°${m}’${s}”${h}`],
  ['accents', ([d, m, s, h]) => `${d}º${m}´${s}´´${h}`],
  ['backticks', ([d, m, s, h]) => `${d}°${m}\`${s}\`\`${h}`],
  ['a degree sign in the wrong encoding', ([d, m, s, h]) => `${d}Â°${m}'${s}"${h}`],
  ['two single quotes', ([d, m, s, h]) => `${d}°${m}'${s}''${h}`],
  ['the letter first', ([d, m, s, h]) => `${h}${d} ${m} ${s}`],
  ['colons', ([d, m, s, h]) => `${d}:${m}:${s} ${h}`],
  ['hyphens', ([d, m, s, h]) => `${d}-${m}-${s}${h}`],
  ['d, m and s', ([d, m, s, h]) => `${d}d${m}m${s}s${h}`],
  ['abbreviated words', ([d, m, s, h]) => `${d} deg ${m} min ${s} sec ${h}`],
  ['the compass in words', ([d, m, s, h]) => `${d}°${m}'${s}" ${WORDS[h]}`],
  ['decimal minutes', ([d, m, s, h]) => `${d}° ${(m + Number(s) / 60).toFixed(7)}' ${h}`],
];

const comma = (value: number, figures: number) => value.toFixed(figures).replace('.', ',');
const grouped = (value: number, mark: string) => String(value).replace(/(?=\d{3}$)/, mark);

/** Spellings of metres, two cells or one. */
const METRES: readonly (readonly [string, readonly string[], (e: number, n: number) => Cell[]])[] =
  [
    ['thousands commas', ['Easting', 'Northing'], (e, n) => [grouped(e, ','), grouped(n, ',')]],
    ['thin spaces', ['Easting', 'Northing'], (e, n) => [grouped(e, ' '), grouped(n, '\u202f')]],
    ['apostrophes', ['Easting', 'Northing'], (e, n) => [grouped(e, "'"), grouped(n, '’')]],
    ['decimal commas', ['Easting', 'Northing'], (e, n) => [`${e},00`, `${n},0`]],
    [
      'points and commas',
      ['Easting', 'Northing'],
      (e, n) => [`${grouped(e, '.')},0`, `${grouped(n, '.')},00`],
    ],
    ['their unit', ['Easting', 'Northing'], (e, n) => [`${e}m`, `${n} m`]],
    ['unit and letter', ['Easting', 'Northing'], (e, n) => [`${e} mE`, `${n}mN`]],
    ['kilometres', ['Easting (km)', 'Northing (km)'], (e, n) => [e / 1000, n / 1000]],
    ['millimetres', ['Easting', 'Northing'], (e, n) => [e * 1000, n * 1000]],
    ['centimetres', ['Easting', 'Northing'], (e, n) => [e * 100, n * 100]],
    ['one cell', ['Location'], (e, n) => [`${e},${n}`]],
    ['one cell with thousands', ['Location'], (e, n) => [`${grouped(e, ',')} ${grouped(n, ',')}`]],
    ['one cell with letters', ['Location'], (e, n) => [`E: ${e} N: ${n}`]],
    ['one cell, letters behind', ['Location'], (e, n) => [`${e}E ${n}N`]],
    ['one cell with a slash', ['Grid Ref'], (e, n) => [`${e}/${n}`]],
    ['twelve figures', ['Grid Ref'], (e, n) => [`${e}${n}`]],
    ['a grid reference', ['NGR'], (e, n) => [`SJ ${e - 300_000} ${n - 300_000}`]],
    [
      'a grid reference with words',
      ['Grid Reference'],
      (e, n) => [`NGR: SJ ${e - 300_000} ${n - 300_000}`],
    ],
    [
      'grid letters of their own',
      ['Square', 'Easting', 'Northing'],
      (e, n) => ['SJ', e - 300_000, n - 300_000],
    ],
    ['EWKT that lies', ['geom'], (e, n) => [`SRID=4326;POINT(${e} ${n})`]],
    [
      'an Esri point',
      ['shape'],
      (e, n) => [JSON.stringify({ x: e, y: n, spatialReference: { wkid: 27_700 } })],
    ],
  ];

const hex = (x: number, y: number, start: string): string => {
  const bytes = new DataView(new ArrayBuffer(21));
  bytes.setUint8(0, 1);
  bytes.setUint32(1, 1, true);
  bytes.setFloat64(5, x, true);
  bytes.setFloat64(13, y, true);
  return start + Buffer.from(bytes.buffer).toString('hex');
};

const CRS84 = '<http://www.opengis.net/def/crs/OGC/1.3/CRS84>';

/** Spellings of degrees. */
const DEGREES: readonly (readonly [string, readonly string[], (x: number, y: number) => Cell[]])[] =
  [
    ['decimal commas', ['Lat', 'Lon'], (x, y) => [comma(y, 9), comma(x, 9)]],
    ['letters behind', ['Latitude', 'Longitude'], (x, y) => [`${y}N`, `${-x}W`]],
    ['letters and signs', ['Latitude', 'Longitude'], (x, y) => [`${y}° N`, `W ${-x}°`]],
    ['ten-millionths', ['lon', 'lat'], (x, y) => [Math.round(x * 1e7), Math.round(y * 1e7)]],
    ['one cell in quotes', ['LatLong'], (x, y) => [`"${y} ${x}"`]],
    ['one cell with a slash', ['gps'], (x, y) => [`${y} / ${x}`]],
    ['one cell with a bar', ['gps'], (x, y) => [`${y}|${x}`]],
    ['one cell of decimal commas', ['gps'], (x, y) => [`${comma(y, 9)}; ${comma(x, 9)}`]],
    ['a link to a map', ['Map'], (x, y) => [`https://www.google.com/maps?q=${y},${x}`]],
    ['a link to a view', ['Map'], (x, y) => [`https://www.google.co.uk/maps/@${y},${x},17z`]],
    ['a geo: address', ['Map'], (x, y) => [`geo:${y},${x}`]],
    ['a point with a comma', ['WKT'], (x, y) => [`POINT(${x}, ${y})`]],
    ['a point with its CRS', ['geom'], (x, y) => [`${CRS84} POINT(${x} ${y})`]],
    ['binary with 0x', ['geom'], (x, y) => [hex(x, y, '0x')]],
    ['binary with \\x', ['geom'], (x, y) => [hex(x, y, '\\x')]],
    ['an object', ['location'], (x, y) => [JSON.stringify({ lat: y, lng: x })]],
    ['Python’s quotes', ['geometry'], (x, y) => [`{'type': 'Point', 'coordinates': [${x}, ${y}]}`]],
  ];

/** Every row must be placed where it truly is, to 1e-6 degrees. */
function expectPlaced(headings: readonly string[], rows: readonly (readonly Cell[])[]): void {
  const { places } = table(headings, rows);
  for (const [i, place] of places.entries()) {
    const [lng = Number.NaN, lat = Number.NaN] = pointOf(place);
    expect(Math.abs(lng - (lngLats[i]?.[0] ?? 0))).toBeLessThan(1e-6);
    expect(Math.abs(lat - (lngLats[i]?.[1] ?? 0))).toBeLessThan(1e-6);
    expect(place.issues).toEqual([]);
  }
}

describe('buildLocator() reads positions as people write them', () => {
  it.each(ANGLES)('angles with %s, in two cells and in one', (_, write) => {
    const cells = lngLats.map(([x, y]) => [write(partsOf(y, 'NS')), write(partsOf(x, 'EW'))]);
    expectPlaced(['Latitude', 'Longitude'], cells);
    expectPlaced(
      ['Location'],
      cells.map((pair) => [pair.join(', ')]),
    );
  });

  it.each(METRES)('metres with %s', (_, headings, write) => {
    expectPlaced(
      headings,
      metres.map(([e, n]) => write(e, n)),
    );
  });

  it.each(DEGREES)('degrees as %s', (_, headings, write) => {
    expectPlaced(
      headings,
      lngLats.map(([x, y]) => write(x, y)),
    );
  });
});

it.each([
  ['Site ref', (i: number) => `SJ ${1000 + i}`],
  ['Site ref', (i: number) => `SD${100_000 + i * 37}`],
  ['Reference', (i: number) => `SK/${1000 + i * 3}/2012`],
  ['Ref', (i: number) => `A ${123_456 + i}`],
  ['Application no', (i: number) => `H${123_456 + i * 31}`],
  ['UPRN', (i: number) => `${100_012_345_678 + i}`],
  ['Opened', (i: number) => `12-05-${10 + i}`],
  ['Telephone', (i: number) => `0161 234 ${5000 + i}`],
  ['what3words', () => '///filled.count.soap'],
  ['Location', (i: number) => `Plot ${i}, High Street`],
])('buildLocator() does not take “%s” for positions', (heading, write) => {
  const { places } = table(
    [heading],
    metres.map((_, i) => [write(i)]),
  );
  expect(places.every(({ geometry }) => geometry === undefined)).toBe(true);
});

describe('buildLocator() leaves figures in pairs that are no position', () => {
  it.each([
    ['voltage', '132000;33000'],
    ['Opening hours', '0900-1700'],
    ['Plot', '12000, 24000'],
  ])('under “%s” beside latitude and longitude', (heading, cell) => {
    const { places } = table(
      [heading, 'lat', 'lon'],
      lngLats.map(([lng, lat]) => [cell, lat, lng]),
    );
    for (const place of places) {
      expect(place).toMatchObject({ placement: { crs: 'EPSG:4326', from: 'lon, lat' } });
    }
  });

  it('under “voltage” where there is nothing else', () => {
    const { places } = table(
      ['voltage'],
      metres.map(() => ['132000;33000']),
    );
    for (const place of places) expect(place).not.toHaveProperty('placement');
  });
});
