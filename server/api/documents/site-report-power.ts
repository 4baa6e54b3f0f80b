import { SUPPLIERS } from '#data/consultation/consultees.ts';
import type { AttributeValue } from '#data/schema/attribute.ts';
import type { LngLat } from '#data/schema/geometry.ts';
import { toGrid } from '#server/measure/plane-shape.ts';
import type { PowerReport, PowerSource } from '#server/pages/site-report/report.ts';
import type { EditionRow, FeatureShape } from '#server/store/rows.ts';
import type { OpenArea } from '../area/answer.ts';
import { boundsRound } from '../area/layers-here.ts';
import type { Services } from '../services.ts';
import { titleOf } from '../views/feature.ts';

/** How far substations are looked for, metres, and among how many. */
const REACH_M = 20_000;
const AMONG = 400;

const FIGURES = [
  'demand-headroom-mw',
  'headroom-mva',
  'generation-headroom-mw',
  'storage-headroom-mw',
  'firm-capacity-mva',
] as const;

/** What operators say of the substations for a site, and of which ones. */
export async function powerOf(
  area: OpenArea,
  at: LngLat,
  services: Services,
): Promise<PowerReport & { readonly datasets: readonly string[] }> {
  const { byRow, publishers } = await services.catalogue();
  const ofType = (type: string): EditionRow[] =>
    [...byRow.values()].filter(({ source }) => source.type === type);
  const bounds = boundsRound(area.subject, REACH_M, services);
  const editions = ofType('energy/substation').map(({ row }) => row);
  const page = { near: at, offset: 0, limit: AMONG };
  const found =
    editions.length === 0 ? [] : await services.store.nearestFeatures({ editions, bounds }, page);
  const told = found
    .filter(({ attributes }) => FIGURES.some((name) => numberOf(attributes, name) !== undefined))
    .flatMap((feature) => measured(feature, area, services))
    .sort((a, b) => a.metres - b.metres || (a.feature.id < b.feature.id ? -1 : 1));
  const areas = ofType('energy/supply-area');
  const serving = await servedBy(area, areas, services);
  const first = told.find(({ feature }) => serving.some((ref) => isCalled(feature, ref)));
  const rest = told.filter((each) => each !== first);
  const [lead = rest[0], ...others] = first ? [first, ...rest] : rest;
  const chosen = lead ? [lead, ...secondOf(lead, others)] : [];
  const registers = ofType('energy/capacity-register-entry');
  const sources = await Promise.all(
    chosen.map(async ({ feature, metres }, index): Promise<PowerSource> => {
      const basis = index > 0 ? 'second' : first ? 'serving' : 'nearest';
      const queued = await queueAt(feature, registers, services);
      return { ...sourceOf(feature, byRow), basis, metres, ...(queued ? { queued } : {}) };
    }),
  );
  const used = chosen.flatMap(({ feature }) => byRow.get(feature.edition)?.dataset ?? []);
  const ask = (SUPPLIERS.energy ?? []).flatMap((id) => publishers.get(id)?.name ?? []);
  return {
    sources,
    hasSupplyAreas: areas.length > 0,
    hasQueue: registers.length > 0,
    ask,
    datasets: [...new Set([...used, ...(first ? areas : []).map(({ dataset }) => dataset)])],
  };
}

type Attributes = Readonly<Record<string, AttributeValue>>;

function numberOf(attributes: Attributes, name: string): number | undefined {
  const value = Object.hasOwn(attributes, name) ? attributes[name] : undefined;
  return typeof value === 'number' ? value : undefined;
}

function textOf(attributes: Attributes, name: string): string | undefined {
  const value = Object.hasOwn(attributes, name) ? attributes[name] : undefined;
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function measured(feature: FeatureShape, { measure, subject }: OpenArea, { grid }: Services) {
  const plane = toGrid(feature.geometry, grid);
  const apart = plane && measure.separation(subject.held, measure.shape(plane));
  return apart ? [{ feature, metres: apart.distanceM / subject.scale }] : [];
}

/** The next one that is fed from elsewhere, as far as that is stated; else the next. */
function secondOf<Told extends { readonly feature: FeatureShape }>(
  { feature }: Told,
  others: readonly Told[],
): Told[] {
  const parent = textOf(feature.attributes, 'parent');
  const apart = others.find((each) => {
    const own = textOf(each.feature.attributes, 'parent');
    return parent === undefined || (own !== undefined && own !== parent);
  });
  const [next] = others;
  const second = apart ?? next;
  return second ? [second] : [];
}

/** What the supply areas the site lies in call their substations. */
async function servedBy(
  { measure, subject }: OpenArea,
  areas: readonly EditionRow[],
  services: Services,
): Promise<string[]> {
  if (areas.length === 0) return [];
  const query = {
    editions: areas.map(({ row }) => row),
    bounds: boundsRound(subject, 0, services),
  };
  const shapes = await services.store.pageFeatures(query, { limit: AMONG });
  return shapes.flatMap(({ geometry, attributes, name }) => {
    const plane = toGrid(geometry, services.grid);
    const isHere = plane && measure.intersects(subject.held, measure.shape(plane));
    return isHere ? [textOf(attributes, 'substation-ref'), name].flatMap((each) => each ?? []) : [];
  });
}

const isCalled = ({ name, reference }: FeatureShape, called: string): boolean =>
  [name, reference].some((each) => each?.trim().toLowerCase() === called.trim().toLowerCase());

function sourceOf(
  feature: FeatureShape,
  byRow: ReadonlyMap<number, EditionRow>,
): Omit<PowerSource, 'basis' | 'metres'> {
  const { attributes, point } = feature;
  const edition = byRow.get(feature.edition);
  const figures = {
    demandMw: numberOf(attributes, 'demand-headroom-mw'),
    demandMva: numberOf(attributes, 'headroom-mva'),
    generationMw: numberOf(attributes, 'generation-headroom-mw'),
    storageMw: numberOf(attributes, 'storage-headroom-mw'),
    firmMva: numberOf(attributes, 'firm-capacity-mva'),
    peakMva: numberOf(attributes, 'peak-demand-mva'),
    upstream: textOf(attributes, 'parent'),
    asOf: textOf(attributes, 'as-of'),
    voltage: voltageOf(attributes),
  };
  const stated = Object.entries(figures).filter(([, value]) => value !== undefined);
  return {
    title: titleOf(feature),
    at: point,
    dataset: edition ? `${edition.source.title}, edition ${edition.number}` : '',
    synthetic: edition?.source.synthetic ?? false,
    ...(Object.fromEntries(stated) as Partial<PowerSource>),
  };
}

function voltageOf(attributes: Attributes): string | undefined {
  const all = ['voltage-kv-high', 'voltage-kv-low'].flatMap(
    (name) => numberOf(attributes, name) ?? [],
  );
  return all.length === 0 ? undefined : `${all.join('/')}\u00A0kV`;
}

/** What waits before anybody new at a substation, by the register of connections. */
async function queueAt(
  substation: FeatureShape,
  registers: readonly EditionRow[],
  { store }: Services,
): Promise<string | undefined> {
  if (registers.length === 0) return undefined;
  const { point } = substation;
  const page = { near: point, offset: 0, limit: 2_000 };
  const all = await store.nearestFeatures({ editions: registers.map(({ row }) => row) }, page);
  const waiting = all.filter(
    ({ attributes }) =>
      textOf(attributes, 'connection-status') !== 'connected' &&
      ['primary', 'bsp', 'gsp'].some((name) =>
        isCalled(substation, textOf(attributes, name) ?? ' '),
      ),
  );
  const sum = waiting.reduce(
    (mw, { attributes }) => mw + (numberOf(attributes, 'export-mw') ?? 0),
    0,
  );
  return waiting.length === 0
    ? 'none recorded'
    : `${waiting.length}, ${sum.toFixed(1)}\u00A0MW export`;
}
