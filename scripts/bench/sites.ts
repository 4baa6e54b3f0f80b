/**
 * Site search: seeded sites against layers of polygons, the nearest, the share covered and the number met of each,
 * cold; the surface of the whole city region; and PostGIS asked the same of the same shapes, with a GiST index on
 * each layer, in the same run. Prints times, ratios, the share of the bar, and whether the figures agree.
 *
 *     node scripts/bench/sites.ts [--sites 10000] [--layers 20] [--peer-sites 1000]
 */
import { cpus, loadavg } from 'node:os';
import { fileURLToPath } from 'node:url';
import type { Geometry, Position } from 'geojson';
import { loadGrid, loadVocabulary } from '#data/load.ts';
import type { What } from '#data/siting/criterion.ts';
import type { Ruler } from '#server/measure/measure.ts';
import { onGrid, toGrid } from '#server/measure/plane-shape.ts';
import { openRuler } from '#server/measure/ruler.ts';
import { type Candidates, openCandidates } from '#server/sites/candidates.ts';
import { cellsOf } from '#server/sites/cells.ts';
import { openRegister } from '#server/sites/column.ts';
import type { MeasureContext } from '#server/sites/context.ts';
import { measureColumn } from '#server/sites/index.ts';
import type { Thing } from '#server/sites/thing.ts';
import { openThings } from '#server/sites/things.ts';
import { type District, openDistricts } from '#server/sites/whereabouts.ts';
import { madeUpLayer, madeUpSites, SIDE_M, SOUTH, WEST } from './sites/data.ts';
import { openPostGis, type PostGis, whyNoPostGis } from './sites/postgis.ts';

const words = process.argv.slice(2);
const numberOf = (name: string, usual: number): number =>
  words.includes(name) ? Number(words[words.indexOf(name) + 1]) : usual;
const siteCount = numberOf('--sites', 10_000);
const layerCount = numberOf('--layers', 20);
const peerSites = Math.min(numberOf('--peer-sites', 1_000), siteCount);
const THINGS = 1_000;

/** What a search of 10,000 sites and 20 layers may take, seconds. Source: the design, §7. */
const BAR_S = 0.5;

type Took = { readonly wallS: number; readonly cpuS: number };

function timed<T>(work: () => T): Took & { readonly made: T } {
  const [cpu, wall] = [process.cpuUsage(), performance.now()];
  const made = work();
  const { user, system } = process.cpuUsage(cpu);
  return { made, wallS: (performance.now() - wall) / 1e3, cpuS: (user + system) / 1e6 };
}

const say = (what: string, { wallS, cpuS }: Took, more = ''): void =>
  console.log(
    `${what.padEnd(52)} ${wallS.toFixed(3).padStart(8)} s   ${cpuS.toFixed(3).padStart(8)} s cpu   ${more}`,
  );

const typeOf = (layer: number): string => `bench/layer-${layer}`;

/** What is asked of every layer. */
const asked = (layer: number): readonly What[] => {
  const of = { type: typeOf(layer) };
  return [
    { kind: 'distance', of },
    { kind: 'share', of },
    { kind: 'count', of, withinM: 0 },
  ];
};

const things = (geometries: readonly Geometry[], layer: number): Thing[] =>
  geometries.map((geometry, at) => ({
    id: `${layer}/${at}`,
    title: `Thing ${at}`,
    dataset: `bench/${layer}`,
    shape: onGrid(geometry),
    attributes: {},
    synthetic: true,
    at: [-2.3, 53.5],
  }));

/** One district round everything. */
function district(): District {
  const [from, to] = [-5_000, SIDE_M + 5_000];
  const ring = [from, from, to, from, to, to, from, to].map(
    (metres, at) => metres + (at % 2 === 0 ? WEST : SOUTH),
  );
  return {
    gssCode: 'bench',
    name: 'Bench',
    shape: { kind: 'polygon', parts: [[Float64Array.from(ring)]] },
  };
}

const measureAll = (candidates: Candidates, context: MeasureContext) =>
  Array.from({ length: layerCount }, (_, layer) =>
    asked(layer).map((what) => measureColumn(candidates, what, context)),
  );

type Measured = ReturnType<typeof measureAll>;

function openContext(ruler: Ruler, layers: readonly Thing[][], districts: readonly District[]) {
  const coverage = districts.map(({ gssCode }) => gssCode);
  const supplies = layers.map((all, layer) => ({
    dataset: `bench/${layer}`,
    featureType: typeOf(layer),
    things: openThings(ruler, all),
    coverage,
    synthetic: true,
  }));
  const suppliesOf = (type: string) => supplies.filter(({ featureType }) => featureType === type);
  return {
    ruler,
    suppliesOf,
    districts: openDistricts(ruler, districts),
    register: openRegister(),
  };
}

/** The same of PostGIS: a row a site and layer. */
function askPostGis(peer: PostGis): number[][] {
  const layers = Array.from(
    { length: layerCount },
    (_, layer) => `
SELECT ${layer}, s.id, n.apart, coalesce(100 * o.area / ST_Area(s.g), 0), o.met FROM site s
CROSS JOIN LATERAL (SELECT ST_Distance(s.g, t.g) AS apart FROM layer_${layer} t ORDER BY s.g <-> t.g LIMIT 1) n
CROSS JOIN LATERAL (SELECT count(*) AS met, ST_Area(ST_Intersection(s.g, ST_Union(t.g))) AS area
  FROM layer_${layer} t WHERE ST_Intersects(s.g, t.g)) o`,
  );
  return peer
    .run(`${layers.join('\nUNION ALL')};`)
    .trim()
    .split('\n')
    .map((row) => row.split('|').map(Number));
}

/** How far our figures are from its, at most. */
function differences(rows: readonly number[][], ours: Measured, candidates: Candidates) {
  let [metres, share, counts] = [0, 0, 0];
  for (const [layer = 0, site = 0, apart = 0, percent = 0, met = 0] of rows) {
    const [distance, covered, count] = ours[layer] ?? [];
    const scale = candidates.figures[candidates.numbers[site] ?? -1]?.scale ?? 1;
    metres = Math.max(metres, Math.abs((distance?.low[site] ?? 0) * scale - apart));
    share = Math.max(share, Math.abs((covered?.low[site] ?? 0) - percent));
    counts += count?.low[site] === met ? 0 : 1;
  }
  return `distances ${(1e3 * metres).toFixed(3)} mm, shares ${share.toFixed(4)} points, ${counts} of ${rows.length} counts differ`;
}

const pairs = (positions: readonly Position[]): string =>
  positions.map((position) => position.join(' ')).join(',');

const wktOf = (geometry: Geometry): string =>
  geometry.type === 'Polygon' ? `POLYGON((${pairs(geometry.coordinates[0] ?? [])}))` : '';

async function besidePostGis(
  sites: readonly Geometry[],
  layers: readonly Geometry[][],
  ours: { readonly made: Measured; readonly candidates: Candidates } & Took,
): Promise<void> {
  const why = whyNoPostGis();
  if (why !== undefined) {
    console.log(`\nBeside PostGIS: left out. ${why}`);
    return;
  }
  const peer = await openPostGis();
  try {
    peer.fill('site', sites.slice(0, peerSites).map(wktOf));
    for (const [layer, all] of layers.entries()) peer.fill(`layer_${layer}`, all.map(wktOf));
    const { made, ...took } = timed(() => askPostGis(peer));
    const each = took.wallS / peerSites;
    console.log('');
    say(`PostGIS, ${peerSites} of the sites`, took, `${(1e3 * each).toFixed(2)} ms a site`);
    const ratio = each / (ours.wallS / siteCount);
    console.log(`ODIN is ${ratio.toFixed(0)} times as fast, cold, site by site.`);
    console.log(`At most apart: ${differences(made, ours.made, ours.candidates)}`);
  } finally {
    await peer.close();
  }
}

/** The hexagons of the whole city region, against the same layers. */
function surface(context: Omit<MeasureContext, 'districts'>): void {
  const data = fileURLToPath(new URL('../../data', import.meta.url));
  const grid = loadGrid(data);
  const { districts } = loadVocabulary(data);
  const held = openDistricts(
    context.ruler,
    districts.flatMap(({ gssCode, name, geometry }) => {
      const shape = toGrid(geometry, grid);
      return shape ? [{ gssCode, name, shape }] : [];
    }),
  );
  const suppliesOf = (type: string) =>
    context.suppliesOf(type).map((supply) => ({
      ...supply,
      coverage: districts.map(({ gssCode }) => gssCode),
    }));
  const made = timed(() =>
    openCandidates(context.ruler, cellsOf(districts, 8, { grid, places: [] })),
  );
  say(`Surface: ${made.made.all.length} cells of level 8 made`, made);
  const took = timed(() => measureAll(made.made, { ...context, suppliesOf, districts: held }));
  say(`Surface: measured against ${layerCount} layers`, took);
}

const sites = madeUpSites(siteCount);
const layers = Array.from({ length: layerCount }, (_, layer) => madeUpLayer(THINGS, 100 + layer));
const shapes = layers.map(things);
const ruler = await openRuler();
console.log(
  `${siteCount} sites, ${layerCount} layers of ${THINGS} polygons; ${cpus().length} × ${cpus()[0]?.model}, load ${loadavg()[0]?.toFixed(1)}\n`,
);
const context = timed(() => openContext(ruler, shapes, [district()]));
say('Layers laid out and indexed, once an edition', context);
const candidates = timed(() =>
  openCandidates(
    ruler,
    sites.map((site, at) => ({ key: `${at}`, shape: onGrid(site), attributes: {} })),
  ),
);
say('Sites laid out, once an edition', candidates);
const cold = timed(() => measureAll(candidates.made, context.made));
const barS = (BAR_S * siteCount * layerCount) / (10_000 * 20);
say(
  'Nearest, share and number, cold',
  cold,
  `${((100 * cold.wallS) / barS).toFixed(0)} % of the bar`,
);
const again = timed(() => measureAll(candidates.made, context.made));
say('The same again', again, `${((100 * again.wallS) / barS).toFixed(0)} % of the bar`);
surface(context.made);
await besidePostGis(sites, layers, { ...cold, candidates: candidates.made });
