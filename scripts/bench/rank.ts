/**
 * Ranking 10,000 sites by 20 criteria anew after one weight has moved, beside the plain way of doing it: every
 * criterion of every site held against its value again, in objects. Both in the same process, in turns; both must put
 * the same sites in the same order. Prints processor time, the ratio and the share of the 20 ms a moving slider leaves.
 *
 *     node scripts/bench/rank.ts [--sites 10000] [--runs 60]
 */
import { cpus } from 'node:os';
import { judge, worthOf } from '#data/siting/columns.ts';
import type { Must, Prefer } from '#data/siting/criterion.ts';
import { prepareRanking } from '#data/siting/prepared.ts';
import { rankSites, rerank } from '#data/siting/rank.ts';
import type { Measured, Ranking } from '#data/siting/ranking.ts';
import { robustnessOf } from '#data/siting/robustness.ts';
import type { SiteSearch } from '#data/siting/search.ts';
import { setWeight } from '#data/siting/weights.ts';
import { writeWhat } from '#data/siting/what-text.ts';
import { quantile } from './http-client.ts';
import { seededRandom } from './seeded.ts';

const words = process.argv.slice(2);
const numberOf = (name: string, usual: number): number =>
  words.includes(name) ? Number(words[words.indexOf(name) + 1]) : usual;
const SITES = numberOf('--sites', 10_000);
const RUNS = numberOf('--runs', 60);
const MUSTS = 6;
const PREFERS = 20;

/** Milliseconds a frame leaves for ranking while a slider moves. */
const BUDGET_MS = 20;

const random = seededRandom(7);
const what = (index: number) => ({ kind: 'site', attribute: `made-up-${index}` }) as const;
const wordsOf = (index: number) => ({
  id: `c${index}`,
  title: `C ${index}`,
  short: `C ${index}`,
  what: what(index),
});

const must: Must[] = Array.from({ length: MUSTS }, (_, index) => ({
  ...wordsOf(index),
  test: { op: 'at-least', value: 2 },
}));
const prefer: Prefer[] = Array.from({ length: PREFERS }, (_, index) => ({
  ...wordsOf(index),
  id: `p${index}`,
  worth: { kind: 'linear', full: 80 + index, none: index },
  weight: 5,
}));
const search: SiteSearch = {
  profile: 'own',
  ground: { kind: 'sites', types: ['land/brownfield-site'] },
  must,
  prefer,
};

/** One value in ten is a range, one in twenty not known at all. */
function column(index: number): Measured['columns'][number] {
  const low: (number | null)[] = [];
  const high: (number | null)[] = [];
  for (let site = 0; site < SITES; site++) {
    const [value, kind] = [random() * 100, random()];
    low.push(kind < 0.05 ? null : value);
    high.push(kind < 0.05 ? null : kind < 0.15 ? value + 10 : value);
  }
  return {
    what: writeWhat(what(index)),
    title: 'Made up',
    kind: 'number',
    state: 'measured',
    ask: [],
    synthetic: true,
    sources: [],
    low,
    high,
    text: [],
    why: low.map(() => 0),
    thing: low.map(() => -1),
  };
}

const measured: Measured = {
  sites: Array.from({ length: SITES }, (_, index) => ({
    key: `site-${index}`,
    title: `Site ${index}`,
    reference: `R${Math.floor(random() * 1e9)}`,
    synthetic: true,
    areaBasis: 'none',
    outline: 'point',
    errorM: 0,
    at: [-2.2, 53.5],
    bounds: [-2.2, 53.5, -2.2, 53.5],
  })),
  columns: Array.from({ length: PREFERS }, (_, index) => column(index)),
};

/** The plain way: one object a site, every criterion gone through again. */
function plainly(weights: readonly number[]): { index: number; middle: number }[] {
  const sum = weights.reduce((a, b) => a + b, 0);
  const columns = new Map(measured.columns.map((each) => [each.what, each]));
  return measured.sites
    .map((site, index) => {
      const fails = must.filter(
        (each) => judge(each.test, columns.get(writeWhat(each.what)), index) === 0,
      );
      const points = prefer.map((each, at) => {
        const share = ((weights[at] ?? 0) / sum) * 100;
        const worth = worthOf(each.worth, columns.get(writeWhat(each.what)), index);
        return { low: share * worth.low, high: share * worth.high, of: share };
      });
      const low = points.reduce((total, each) => total + each.low, 0);
      const high = points.reduce((total, each) => total + each.high, 0);
      // differences the ranking takes for none
      const [middle, least] = [Math.round((low + high) * 1e6), Math.round(low * 1e6)];
      return { index, reference: site.reference ?? '', fails, points, low, high, middle, least };
    })
    .sort(
      (a, b) => b.middle - a.middle || b.least - a.least || (a.reference < b.reference ? -1 : 1),
    )
    .filter((each) => each.fails.length === 0);
}

const cpuMs = (work: () => unknown): number => {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
};

const weightsAt = (run: number): number[] =>
  setWeight(prefer, `p${run % PREFERS}`, 5 + ((run * 7) % 60)).map(({ weight }) => weight);

const prepared = prepareRanking(measured, search);
const times = { rerank: [] as number[], plain: [] as number[] };
let ranking: Ranking | undefined;
for (let run = 0; run < RUNS; run++) {
  const weights = weightsAt(run);
  times.rerank.push(cpuMs(() => (ranking = rerank(prepared, weights))));
  let plain: { index: number }[] = [];
  if (run % 6 === 0) times.plain.push(cpuMs(() => (plain = plainly(weights))));
  const differs = plain.findIndex(({ index }, place) => ranking?.ranked[place]?.index !== index);
  if (differs >= 0) throw new Error(`The two ways differ at place ${differs + 1}`);
}

const settled = (list: readonly number[]): readonly number[] =>
  list.slice(Math.ceil(list.length / 6));
const typical = {
  rerank: quantile(settled(times.rerank), 0.5),
  plain: quantile(settled(times.plain), 0.5),
};
const worst = quantile(settled(times.rerank), 0.95);
const ms = (value: number): string => `${value.toFixed(1)} ms`;
console.log(`${cpus()[0]?.model ?? 'unknown processor'}, Node ${process.version}`);
console.log(
  `${SITES} sites × ${PREFERS} criteria, ${MUSTS} musts, ${ranking?.ranked.length ?? 0} ranked`,
);
console.log(`a weight moves   ${ms(typical.rerank)} (95 in 100 within ${ms(worst)})`);
console.log(
  `  of ${BUDGET_MS} ms       ${Math.round((typical.rerank / BUDGET_MS) * 100)} %, at worst ${Math.round((worst / BUDGET_MS) * 100)} %`,
);
console.log(
  `the plain way    ${ms(typical.plain)}: ${(typical.plain / typical.rerank).toFixed(1)} times as long`,
);
const moved = (value: number): SiteSearch => ({
  ...search,
  must: must.map((each, at) => (at === 0 ? { ...each, test: { op: 'at-least', value } } : each)),
});
const thresholds = Array.from({ length: 24 }, (_, step) =>
  cpuMs(() => rankSites(measured, moved(3 + step))),
);
console.log(`a must moves     ${ms(quantile(settled(thresholds), 0.5))}`);
const hundred: Measured = {
  sites: measured.sites.slice(0, 100),
  columns: measured.columns,
};
console.log(
  `1,000 draws      ${ms(cpuMs(() => robustnessOf(hundred, { ...search, must: [] })))} over 100 ranked`,
);
