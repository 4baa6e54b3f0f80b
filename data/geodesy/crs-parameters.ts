/** The numbers of a projection, whatever it is called. Angles in degrees, lengths in metres. */
type Parameters = {
  readonly lat0: number;
  readonly lon0: number;
  readonly scale: number;
  readonly east0: number;
  readonly north0: number;
};

type Known = Parameters & { readonly code: string };

/** Projections known by their numbers alone. Source: EPSG registry. */
const KNOWN: readonly Known[] = [
  { code: '27700', lat0: 49, lon0: -2, scale: 0.9996012717, east0: 400_000, north0: -100_000 },
  { code: '29901', lat0: 53.5, lon0: -8, scale: 1, east0: 200_000, north0: 250_000 },
  { code: '29902', lat0: 53.5, lon0: -8, scale: 1.000035, east0: 200_000, north0: 250_000 },
  { code: '2157', lat0: 53.5, lon0: -8, scale: 0.99982, east0: 600_000, north0: 750_000 },
  { code: '3035', lat0: 52, lon0: 10, scale: 1, east0: 4_321_000, north0: 3_210_000 },
];

/** Scales are written with six figures at least. */
const SCALE_SLACK = 1e-6;

/**
 * Recognise a projection by its numbers: in the WKT of a .prj file that names it `Transverse_Mercator`
 * or `unnamed`, in a proj4 string, or in a MapInfo clause.
 *
 * @returns the EPSG code; undefined when the numbers are incomplete or no projection ODIN reads has them
 */
export function recogniseParameters(text: string): string | undefined {
  const numbers = fromWkt(text) ?? fromProj4(text) ?? fromMapInfo(text);
  if (!numbers) return undefined;
  const known = KNOWN.find((each) => isAlike(each, numbers));
  return known?.code ?? utmCode(numbers, text);
}

function isAlike(a: Parameters, b: Parameters): boolean {
  const near = (one: number, two: number) =>
    Math.abs(one - two) < 1e-6 * Math.max(1, Math.abs(one));
  return (
    Math.abs(a.scale - b.scale) < SCALE_SLACK &&
    near(a.lat0, b.lat0) &&
    near(a.lon0, b.lon0) &&
    near(a.east0, b.east0) &&
    near(a.north0, b.north0)
  );
}

/** Universal transverse Mercator of the datum the text names; WGS 84 when it names none. */
function utmCode(
  { lat0, lon0, scale, east0, north0 }: Parameters,
  text: string,
): string | undefined {
  const zone = (lon0 + 183) / 6;
  if (lat0 !== 0 || scale !== 0.9996 || east0 !== 500_000 || !Number.isInteger(zone))
    return undefined;
  if (zone < 1 || zone > 60 || (north0 !== 0 && north0 !== 10_000_000)) return undefined;
  const two = String(zone).padStart(2, '0');
  if (north0 > 0) return `327${two}`;
  if (/european|ed ?_?(?:19)?50|,\s*28\s*,/i.test(text)) return `230${two}`;
  return /etr[sf]|,\s*115\s*,/i.test(text) ? `258${two}` : `326${two}`;
}

function fromWkt(text: string): Parameters | undefined {
  if (!/PROJECTION|METHOD/i.test(text)) return undefined;
  const find = (names: string): number | undefined => {
    const pattern = new RegExp(
      String.raw`PARAMETER\s*\[\s*"(?:${names})"\s*,\s*(-?[\d.]+(?:e[+-]?\d+)?)`,
      'i',
    );
    const found = pattern.exec(text)?.[1];
    return found === undefined ? undefined : Number(found);
  };
  return complete({
    lat0: find('latitude[_ ]of[_ ](?:origin|center|natural origin|false origin)'),
    lon0: find('central[_ ]meridian|longitude[_ ]of[_ ](?:center|natural origin|false origin)'),
    scale: find('scale[_ ]factor(?: at natural origin)?') ?? 1,
    east0: find('false[_ ]easting'),
    north0: find('false[_ ]northing'),
  });
}

function fromProj4(text: string): Parameters | undefined {
  const proj = /\+proj=(\w+)/.exec(text)?.[1];
  const find = (name: string): number | undefined => {
    const found = new RegExp(String.raw`\+${name}=(-?[\d.]+)`).exec(text)?.[1];
    return found === undefined ? undefined : Number(found);
  };
  const zone = find('zone');
  if (proj === 'utm' && zone !== undefined) {
    const north0 = /\+south/.test(text) ? 10_000_000 : 0;
    return { lat0: 0, lon0: 6 * zone - 183, scale: 0.9996, east0: 500_000, north0 };
  }
  if (proj !== 'tmerc' && proj !== 'laea') return undefined;
  return complete({
    lat0: find('lat_0'),
    lon0: find('lon_0'),
    scale: find('k_0') ?? find('k') ?? 1,
    east0: find('x_0'),
    north0: find('y_0'),
  });
}

/** `Earth Projection 8, 79, "m", -2, 49, 0.9996012717, 400000, -100000`. */
const MAPINFO =
  /Earth\s+Projection\s+8\s*,\s*\d+(?:\s*,\s*-?[\d.]+)*?\s*,\s*"m"\s*,\s*(-?[\d.]+)\s*,\s*(-?[\d.]+)\s*,\s*([\d.]+)\s*,\s*(-?[\d.]+)\s*,\s*(-?[\d.]+)/i;

function fromMapInfo(text: string): Parameters | undefined {
  const found = MAPINFO.exec(text);
  if (!found) return undefined;
  const [lon0 = 0, lat0 = 0, scale = 0, east0 = 0, north0 = 0] = found.slice(1).map(Number);
  return { lat0, lon0, scale, east0, north0 };
}

function complete(
  numbers: {
    readonly [Name in keyof Parameters]: number | undefined;
  },
): Parameters | undefined {
  return Object.values(numbers).every((value) => value !== undefined && Number.isFinite(value))
    ? (numbers as Parameters)
    : undefined;
}
