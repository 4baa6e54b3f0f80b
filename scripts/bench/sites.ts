/**
 * Site search: seeded sites against layers of polygons, cold, by one measure a layer (the nearest) and by three (the
 * nearest, the share covered and the number met); the surface of the whole city region; and PostGIS asked the same of
 * the same shapes, with a GiST index on each layer, in the same run. Prints times, ratios, the share of the bar, and
 * whether the figures agree. Every time the sites are opened anew, so that nothing of them is known.
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
import { askPostGis } from './sites/ask-postgis.ts';
import { madeUpLayer, madeUpSites, SIDE_M, SOUTH, WEST } from './sites/data.ts';
import { openPostGis, whyNoPostGis } from './sites/postgis.ts';

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

/** Without `cpuS` it is another process whose processor time is not known. */
function say(what: string, { wallS, cpuS }: Partial<Took>, more = ''): void {
  const wall = `${(wallS ?? 0).toFixed(3).padStart(8)} s`;
  const cpu = cpuS === undefined ? ' '.repeat(14) : `${cpuS.toFixed(3).padStart(8)} s cpu`;
  console.log(`${what.padEnd(52)} ${wall}   ${cpu}   ${more}`);
}

const typeOf = (layer: number): string => `bench/layer-${layer}`;

/** What is asked of every layer: the first alone, or all. */
const asked = (layer: number, measures: number): readonly What[] => {
  const of = { type: typeOf(layer) };
  const all: readonly What[] = [
    { kind: 'distance', of },
    { kind: 'share', of },
    { kind: 'count', of, withinM: 0 },
  ];
  return all.slice(0, measures);
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

const MOST_MEASURES = 3;

const measureAll = (candidates: Candidates, context: MeasureContext, measures = MOST_MEASURES) =>
  Array.from({ length: layerCount }, (_, layer) =>
    asked(layer, measures).map((what) => measureColumn(candidates, what, context)),
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
  ours: {
    readonly made: Measured;
    readonly candidates: Candidates;
    readonly one: Took;
    readonly three: Took;
  },
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
    console.log('');
    const compare = (measures: number, own: Took): number[][] => {
      const { made, ...took } = timed(() =>
        askPostGis(peer, layerCount, measures === MOST_MEASURES),
      );
      const each = took.wallS / peerSites;
      const ratio = each / (own.wallS / siteCount);
      say(
        `PostGIS, ${peerSites} sites, ${measures === 1 ? 'one' : 'three'} a layer`,
        { wallS: took.wallS },
        `${(1e3 * each).toFixed(2)} ms a site: ODIN is ${ratio.toFixed(1)} times as fast`,
      );
      return made;
    };
    compare(1, ours.one);
    const made = compare(MOST_MEASURES, ours.three);
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
const openSites = () =>
  openCandidates(
    ruler,
    sites.map((site, at) => ({ key: `${at}`, shape: onGrid(site), attributes: {} })),
  );
const first = timed(openSites);
say('Sites laid out, once an edition', first);
const barS = (BAR_S * siteCount * layerCount) / (10_000 * 20);
const ofBar = ({ cpuS }: Took) => `${((100 * cpuS) / barS).toFixed(0)} % of the bar, by cpu`;
const named = `${siteCount} sites × ${layerCount} layers`;
type Opened = readonly [Candidates, MeasureContext];
const openAnew = (): Opened => [openSites(), openContext(ruler, shapes, [district()])];
const measure = (how: string, measures: number, [of, by]: Opened) => {
  const took = timed(() => measureAll(of, by, measures));
  say(`${named}, ${measures === 1 ? 'one' : 'three'} a layer, ${how}`, took, ofBar(took));
  return took;
};
measure('first ever', 1, [first.made, context.made]);
const one = measure('cold', 1, openAnew());
const opened = openAnew();
const three = measure('cold', MOST_MEASURES, opened);
measure('again', MOST_MEASURES, opened);
surface(context.made);
await besidePostGis(sites, layers, { made: three.made, candidates: opened[0], one, three });
