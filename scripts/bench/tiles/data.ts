import type { Geometry, Position } from 'geojson';
import type { TileFeature } from '#data/schema/tile.ts';

/** What the bench builds tiles of: made-up things over Greater Manchester, the same every time. */
export type Kind = 'points' | 'polygons' | 'lines';

/** Degrees of the county, about. */
const WEST = -2.73;
const SOUTH = 53.33;
const WIDTH = 0.82;
const HEIGHT = 0.35;
/** Dense places most things are near, and how near, degrees. */
const TOWNS = 60;
const TOWN_SPREAD = 0.02;
/** Degrees of latitude in a metre; a degree of longitude is shorter there. */
const METRE = 1 / 111_320;
const SQUEEZE = 1 / Math.cos((53.5 * Math.PI) / 180);

/** Features of a kind, three of their twelve attributes (nearly) different in each. */
export function* makeFeatures(kind: Kind, count: number): Generator<TileFeature> {
  const random = randomOf({ points: 1, polygons: 2, lines: 3 }[kind]);
  const towns = Array.from({ length: TOWNS }, (): [number, number] => [
    WEST + random() * WIDTH,
    SOUTH + random() * HEIGHT,
  ]);
  const shapes = { points: pointAt, polygons: buildingAt, lines: lineAt };
  const buildings = kind === 'polygons' ? Math.round(count * 0.6) : count;
  for (let i = 0; i < buildings; i++) {
    const geometry = shapes[kind](placeIn(towns, random), random);
    yield { key: i + 1, rank: 0, geometry, properties: propertiesOf(i, random) };
  }
  if (kind !== 'polygons') return;
  let key = buildings;
  for (const geometry of parcels(count - buildings, random)) {
    key++;
    yield { key, rank: 0, geometry, properties: propertiesOf(key, random) };
  }
}

function propertiesOf(i: number, random: () => number): TileFeature['properties'] {
  const of = (words: readonly string[]): string =>
    words[Math.floor(random() * words.length)] as string;
  return {
    ref: `GM${String(i).padStart(7, '0')}`,
    name: `${of(NAMES)} ${of(KINDS)} ${Math.floor(random() * 9000)}`,
    uprn: 10_000_000_000 + Math.floor(random() * 1e9),
    owner: of(OWNERS),
    status: of(STATES),
    material: of(MATERIALS),
    built: 1880 + Math.floor(random() * 145),
    condition: Math.floor(random() * 5),
    rating: Math.round(random() * 400) / 10,
    public: random() < 0.7,
    ward: `Ward ${Math.floor(random() * 215)}`,
    updated: `202${Math.floor(random() * 6)}-0${1 + Math.floor(random() * 9)}-1${Math.floor(random() * 10)}`,
  };
}

const NAMES = [
  'Albert',
  'Bridge',
  'Canal',
  'Dale',
  'Edge',
  'Ford',
  'Grange',
  'Hulme',
  'Irk',
  'Moss',
];
const KINDS = ['Street', 'Road', 'Works', 'Yard', 'Lane', 'Place', 'Brow', 'Fold'];
const OWNERS = ['Council', 'Water company', 'Network operator', 'Transport body', 'Private'];
const STATES = ['existing', 'proposed', 'under-construction', 'disused', 'unknown'];
const MATERIALS = ['brick', 'steel', 'concrete', 'stone', 'timber', 'plastic', 'iron', 'other'];

function placeIn(towns: readonly [number, number][], random: () => number): [number, number] {
  if (random() < 0.25) return [WEST + random() * WIDTH, SOUTH + random() * HEIGHT];
  const [lng, lat] = towns[Math.floor(random() ** 1.5 * towns.length)] as [number, number];
  const reach = TOWN_SPREAD * Math.sqrt(-Math.log(1 - random() * 0.999));
  const angle = random() * 2 * Math.PI;
  return [lng + reach * SQUEEZE * Math.cos(angle), lat + reach * Math.sin(angle)];
}

const rounded = (degrees: number): number => Math.round(degrees * 1e7) / 1e7;

const moved = ([lng, lat]: [number, number], eastM: number, northM: number): Position => [
  rounded(lng + eastM * METRE * SQUEEZE),
  rounded(lat + northM * METRE),
];

const pointAt = (place: [number, number]): Geometry => ({
  type: 'Point',
  coordinates: moved(place, 0, 0),
});

/** An outline of 4 to 38 corners, square ones among them, some with wings. */
function buildingAt(place: [number, number], random: () => number): Geometry {
  const corners = random() < 0.5 ? 4 : 5 + Math.floor(random() * 34);
  const turn = random() * Math.PI;
  const size = 4 + 12 * random() * random() * 3;
  const ring = Array.from({ length: corners }, (_, i): Position => {
    const reach = corners === 4 ? size : size * (i % 2 === 0 ? 1 : 0.72 + 0.2 * random());
    const angle = turn + (2 * Math.PI * i) / corners;
    return moved(place, reach * Math.cos(angle), reach * Math.sin(angle));
  });
  return { type: 'Polygon', coordinates: [[...ring, ring[0] as Position]] };
}

/** A way of 20 to 200 vertices, winding at random. */
function lineAt(place: [number, number], random: () => number): Geometry {
  const vertices = 20 + Math.floor(random() * 190);
  let [east, north, heading] = [0, 0, random() * 2 * Math.PI];
  const coordinates = Array.from({ length: vertices }, (): Position => {
    heading += (random() - 0.5) * 0.5;
    east += 9 * Math.cos(heading);
    north += 9 * Math.sin(heading);
    return moved(place, east, north);
  });
  return { type: 'LineString', coordinates };
}

/** A patchwork of parcels: each border is the same vertices in both neighbours. */
function* parcels(count: number, random: () => number): Generator<Geometry> {
  const columns = Math.ceil(Math.sqrt(count));
  const step = 40;
  const nodes = columns + 1;
  const jitter = Float64Array.from(
    { length: nodes * nodes * 4 },
    () => (random() - 0.5) * step * 0.5,
  );
  const origin: [number, number] = [WEST + 0.3, SOUTH + 0.1];
  /** Corner of the patchwork, or a vertex a third of the way along a border from it. */
  const at = (x: number, y: number, along: 0 | 1 | 2): Position => {
    const i = 4 * (y * nodes + x);
    const [dx, dy] = [along === 1 ? step / 3 : 0, along === 2 ? step / 3 : 0];
    const wobble = along === 0 ? 0 : 2;
    return moved(
      origin,
      x * step + dx + (jitter[i + wobble] as number),
      y * step + dy + (jitter[i + wobble + 1] as number),
    );
  };
  for (let i = 0; i < count; i++) {
    const [x, y] = [i % columns, Math.floor(i / columns)];
    const ring = [at(x, y, 0), at(x, y, 1), at(x + 1, y, 0), at(x + 1, y, 2), at(x + 1, y + 1, 0)];
    ring.push(at(x, y + 1, 1), at(x, y + 1, 0), at(x, y, 2), at(x, y, 0));
    yield { type: 'Polygon', coordinates: [ring] };
  }
}

/** Seeded numbers from 0 to 1 (mulberry32). */
function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
