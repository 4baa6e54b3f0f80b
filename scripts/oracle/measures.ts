/**
 * Whether sites are measured right: random sites and groups of things, with holes, in parts, touching, as lines and
 * points, measured by ODIN and by shapely. Distances may differ by 1 mm, areas by 0.01 % of what is measured, numbers
 * not at all; anything beyond ends the run with an error.
 *
 *     node scripts/oracle/measures.ts [--pairs 1000] [--seed 1]
 *
 * Shapely comes from Debian: apt-get install python3-shapely. Where it is missing the script says so and ends well.
 */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Geometry } from 'geojson';
import type { What } from '#data/siting/criterion.ts';
import { seededRandom } from '#scripts/bench/seeded.ts';
import type { Ruler } from '#server/measure/measure.ts';
import { onGrid } from '#server/measure/plane-shape.ts';
import { openRuler } from '#server/measure/ruler.ts';
import { openCandidates } from '#server/sites/candidates.ts';
import { openRegister } from '#server/sites/column.ts';
import { measureColumn } from '#server/sites/index.ts';
import { candidate, randomShape, supply, thing } from '#server/sites/test-ground.ts';
import { openDistricts } from '#server/sites/whereabouts.ts';

const words = process.argv.slice(2);
const numberOf = (name: string, usual: number): number =>
  words.includes(name) ? Number(words[words.indexOf(name) + 1]) : usual;
const pairs = numberOf('--pairs', 1_000);
const seed = numberOf('--seed', 1);

const MOST_APART_M = 1e-3;
const MOST_AREA_SHARE = 1e-4;
/** What both count within, metres of the plane. */
const WITHIN_M = 250;
const TYPE = 'bench/things';

/** A site and things about it, GeoJSON in metres of the National Grid. */
type Round = { readonly site: Geometry; readonly things: readonly Geometry[] };

/** What is measured of a round; metres and square metres of the plane. */
type Figures = {
  readonly distanceM: number;
  readonly areaM2: number;
  readonly on: number;
  readonly within: number;
};

function makeRound(draw: () => number): Round {
  const spread = draw() < 0.5 ? 400 : 3_000;
  const about = () =>
    [380_000 + (draw() - 0.5) * spread, 398_000 + (draw() - 0.5) * spread] as const;
  const site = randomShape(draw, ...about(), 120);
  const count = 1 + Math.floor(draw() * 4);
  return { site, things: Array.from({ length: count }, () => randomShape(draw, ...about(), 180)) };
}

function measure(ruler: Ruler, { site, things }: Round): Figures {
  const candidates = openCandidates(ruler, [candidate('site', site)]);
  const everywhere = {
    gssCode: 'all',
    name: 'All',
    shape: onGrid({
      type: 'Polygon',
      coordinates: [
        [
          [300_000, 300_000],
          [500_000, 300_000],
          [500_000, 500_000],
          [300_000, 500_000],
        ],
      ],
    }),
  };
  const all = things.map((geometry, at) => thing(`${at}`, geometry));
  const supplies = [supply(ruler, TYPE, all, ['all'])];
  const context = {
    ruler,
    districts: openDistricts(ruler, [everywhere]),
    suppliesOf: () => supplies,
    register: openRegister(),
  };
  const scale = candidates.figures[0]?.scale ?? 1;
  const of = { type: TYPE };
  const ask = (what: What) => measureColumn(candidates, what, context);
  const share = ask({ kind: 'share', of });
  const isMeasured = share.state === 'measured' && (candidates.groundM2[0] ?? 0) > 0;
  return {
    distanceM: (ask({ kind: 'distance', of }).low[0] ?? Number.NaN) * scale,
    areaM2: isMeasured ? ((share.low[0] ?? 0) / 100) * (candidates.groundM2[0] ?? 0) : 0,
    on: ask({ kind: 'count', of, withinM: 0 }).low[0] ?? 0,
    within: ask({ kind: 'count', of, withinM: WITHIN_M / scale }).low[0] ?? 0,
  };
}

/** What shapely makes of the same; undefined where there is none. */
function askShapely(rounds: readonly Round[]): Figures[] | undefined {
  const script = fileURLToPath(new URL('measures.py', import.meta.url));
  for (const python of ['/usr/bin/python3', 'python3']) {
    const told = spawnSync(python, [script, `${WITHIN_M}`], {
      input: JSON.stringify(rounds),
      maxBuffer: 1 << 28,
    });
    if (told.status === 0) return JSON.parse(told.stdout.toString());
    if (told.status === 1) throw new Error(`shapely failed: ${told.stderr}`);
  }
  return undefined;
}

/** Ground by which ODIN may be short: what is thinner than 25 cm it calls touching, m². */
const MOST_SLIVER_M2 = 1;

/** How far two areas are apart, as a share of theirs; undefined of a sliver. */
function areaApart(our: number, their: number): number | undefined {
  if (their < 1e-6) return 0;
  const apart = Math.abs(our - their) / their;
  const isSliver = apart > MOST_AREA_SHARE && our < their && their - our < MOST_SLIVER_M2;
  return isSliver ? undefined : apart;
}

function compare(ours: readonly Figures[], theirs: readonly Figures[]): void {
  const both = theirs.flatMap((their, at) => {
    const our = ours[at];
    return our ? [{ our, their, areaShare: areaApart(our.areaM2, their.areaM2) }] : [];
  });
  const apartM = Math.max(
    ...both.map(({ our, their }) => Math.abs(our.distanceM - their.distanceM)),
  );
  const areaShare = Math.max(...both.map((each) => each.areaShare ?? 0));
  const slivers = both.filter((each) => each.areaShare === undefined).length;
  const counts = both.filter(
    ({ our, their }) => our.on !== their.on || our.within !== their.within,
  );
  const overlapped = theirs.filter(({ areaM2 }) => areaM2 > 0).length;
  console.log(`${both.length} sites, ${overlapped} of them overlapped`);
  console.log(`Distances: at most ${(1e3 * apartM).toFixed(6)} mm apart`);
  console.log(
    `Areas: at most ${(100 * areaShare).toFixed(8)} % apart; ${slivers} slivers below ${MOST_SLIVER_M2} m² left out`,
  );
  console.log(`Numbers on the site and within ${WITHIN_M} m: ${counts.length} differ`);
  const isRight =
    both.length === pairs &&
    apartM <= MOST_APART_M &&
    areaShare <= MOST_AREA_SHARE &&
    counts.length === 0;
  console.log(isRight ? 'All as shapely measures them.' : 'NOT as shapely measures them.');
  if (!isRight) process.exitCode = 1;
}

const draw = seededRandom(seed);
const rounds = Array.from({ length: pairs }, () => makeRound(draw));
const theirs = askShapely(rounds);
if (theirs) {
  const ruler = await openRuler();
  compare(
    rounds.map((round) => measure(ruler, round)),
    theirs,
  );
} else console.log('Left out: shapely is not installed. apt-get install python3-shapely');
