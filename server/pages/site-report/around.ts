import { SUPPLIERS } from '#data/consultation/consultees.ts';
import { CONSULTATION_RULES } from '#data/consultation/index.ts';
import { findFeatureType } from '#data/features/index.ts';
import type { AreaFinding, AreaNear, AreaNone, AreaSource } from '#data/schema/area.ts';
import { SPACE, sayDistance } from '#data/siting/figures.ts';
import { figureText } from '../area-words.ts';
import type { SiteReport, UsedDataset } from './report.ts';
import { dayText, listed, ownerText, shortLicence } from './words.ts';

/** Rings told of, from the site outwards. */
export const RINGS = ['On site', 'Within 100 m', 'Within 500 m', 'Nearest'] as const;
type Ring = (typeof RINGS)[number];

/** One line of what is recorded on and around the site. */
export type AroundRow = {
  readonly ring: Ring;
  readonly what: string;
  readonly state: 'found' | 'none' | 'not-supplied';
  readonly finding: string;
  readonly synthetic: boolean;
  /** Straight line, metres; absent: on the site, or nothing was found. */
  readonly metres?: number;
  readonly source: string;
  readonly licence: string;
  /** The feature named, where one is. */
  readonly feature?: string;
  /** Ids of the datasets it is told from; empty: nobody supplied one. */
  readonly datasets: readonly string[];
};

/** Metres between the point distances run from and the ground asked about: the radius of a stated area’s circle. */
const inward = ({ site, area }: SiteReport): number =>
  site.outline === 'point' ? (area.area.bufferM ?? 0) : 0;

/** What is recorded on the site and round it, ring by ring; absence as carefully as presence. */
export const aroundRows = (report: SiteReport): AroundRow[] => {
  const rows = [...onSite(report), ...near(report), ...nearest(report), ...notSupplied(report)];
  const place = ({ ring, state }: AroundRow): number => 4 * RINGS.indexOf(ring) + STATES[state];
  return rows.sort((a, b) => place(a) - place(b));
};

const STATES = { found: 0, none: 1, 'not-supplied': 2 } as const;

const onSite = (report: SiteReport): AroundRow[] => [
  ...[...report.area.stop, ...report.area.consult, ...report.area.note].map(foundRow),
  ...noneRows(report),
];

const foundRow = ({ title, figure, detail, synthetic, sources }: AreaFinding): AroundRow => ({
  ring: 'On site',
  what: title,
  state: 'found',
  finding: detail ? `${figureText(figure)}: ${detail}` : figureText(figure),
  synthetic,
  ...sourced(sources),
});

function sourced(
  sources: readonly AreaSource[],
): Pick<AroundRow, 'source' | 'licence' | 'datasets'> {
  return {
    source: sourceText(
      sources.map(({ publisher, edition, updated }) => ({
        shortPublisher: publisher.shortName,
        edition,
        published: updated,
      })),
    ),
    licence: [...new Set(sources.map(({ licence }) => shortLicence(licence.id)))].join(', '),
    datasets: sources.map(({ dataset }) => dataset),
  };
}

/** Whose, which edition and when; the dataset itself is named under “Editions and licences”. */
const sourceText = (
  datasets: readonly Pick<UsedDataset, 'shortPublisher' | 'edition' | 'published'>[],
): string => {
  const texts = datasets.map(
    ({ shortPublisher, edition, published }) =>
      `${ownerText(shortPublisher)}, ed.${SPACE}${edition}, ${dayText(published)}`,
  );
  return [...new Set(texts)].join('; ');
};

/** Kinds a rule would stop or ask for: their absence from the site is told. */
const WATCHED: ReadonlySet<string> = new Set(
  CONSULTATION_RULES.filter(({ group }) => group !== 'note').map(({ type }) => type),
);

/** Watched kinds that were supplied here and are not on the site. */
function noneRows(report: SiteReport): AroundRow[] {
  const { area } = report;
  const found = new Set(
    [...area.stop, ...area.consult, ...area.note].map(({ featureType }) => featureType),
  );
  const kinds = [...area.none, ...area.near].filter(
    ({ featureType }) => WATCHED.has(featureType) && !found.has(featureType),
  );
  const layers = new Map(kinds.map((each) => [each.layerId, each]));
  return [...layers.values()].map((each) => ({
    ring: 'On site' as const,
    what:
      'districts' in each && each.districts
        ? `${kindOf(each)} (${listed(each.districts)} part)`
        : kindOf(each),
    state: 'none' as const,
    finding:
      'completeness' in each && each.completeness
        ? `None recorded, of ${each.completeness === 'sample' ? 'a sample' : 'a partial list'}`
        : 'None recorded',
    synthetic: each.synthetic,
    ...ofLayer(report, each.layerId),
  }));
}

const kindOf = ({ featureType, title }: AreaNone | AreaNear): string =>
  findFeatureType(featureType)?.plural ?? title;

function ofLayer(
  { layers, used }: SiteReport,
  id: string,
): Pick<AroundRow, 'source' | 'licence' | 'datasets'> {
  const ids = layers.get(id)?.datasets ?? [];
  const datasets = used.filter((each) => ids.includes(each.id));
  return {
    source: sourceText(datasets),
    licence: [...new Set(datasets.map(({ licence }) => shortLicence(licence.id)))].join(', '),
    datasets: datasets.map((each) => each.id),
  };
}

/** Lifecycles that go without saying. */
const STANDING: ReadonlySet<string> = new Set(['existing', 'unknown']);

function near(report: SiteReport): AroundRow[] {
  return report.area.near.map(
    ({ title, synthetic, nearest: { title: named, id, distanceM, lifecycle }, sources }) => {
      const name = STANDING.has(lifecycle) ? named : `${named} (${lifecycle.replaceAll('-', ' ')})`;
      const metres = distanceM === 0 ? 0 : distanceM + inward(report);
      return {
        ring: metres <= 100 ? 'Within 100 m' : metres <= 500 ? 'Within 500 m' : 'Nearest',
        what: title,
        state: 'found',
        finding: metres === 0 ? `${name}, touching` : name,
        synthetic,
        metres,
        feature: id,
        ...sourced(sources),
      };
    },
  );
}

/** The nearest of each kind that is neither on the site nor within 500 m of it. */
function nearest(report: SiteReport): AroundRow[] {
  const order = (type: string): string => findFeatureType(type)?.theme ?? '';
  const told = new Set(report.area.near.map(({ layerId }) => layerId));
  const rest = report.area.none.filter(({ layerId }) => !told.has(layerId));
  const sorted = rest.sort((a, b) => (order(a.featureType) < order(b.featureType) ? -1 : 1));
  return sorted.map((each) => {
    const { nearest: found, synthetic, layerId } = each;
    const metres = found && found.distanceM + inward(report);
    return {
      ring: 'Nearest',
      what: kindOf(each),
      state: found ? 'found' : 'none',
      finding: found?.title ?? 'None recorded within 10 km',
      synthetic,
      ...(metres === undefined ? {} : { metres }),
      ...(found ? { feature: found.id } : {}),
      ...ofLayer(report, layerId),
    };
  });
}

/** Kinds nobody supplied here, by who could. */
function notSupplied({ area, publishers, council }: SiteReport): AroundRow[] {
  const kinds = new Map<string, string[]>();
  for (const { name, share, layers } of area.missing) {
    for (const { featureType, title } of layers) {
      if (!WATCHED.has(featureType)) continue;
      const asked = asksOf(featureType).map((id) =>
        id === 'council' ? (council ?? `the council of ${name}`) : (publishers.get(id) ?? id),
      );
      const who = asked[0] ?? 'its publisher';
      const what = share < 0.999 ? `${title} (${name} part)` : title;
      kinds.set(who, [...(kinds.get(who) ?? []), what]);
    }
  }
  return [...kinds].map(([who, titles]) => ({
    ring: 'On site' as const,
    what: [...new Set(titles)].join(', '),
    state: 'not-supplied' as const,
    finding: 'No data supplied',
    synthetic: false,
    source: `Ask ${who}`,
    licence: '–',
    datasets: [],
  }));
}

const asksOf = (type: string): readonly string[] =>
  SUPPLIERS[type] ?? SUPPLIERS[type.slice(0, type.indexOf('/'))] ?? [];

/** `280 m`; nothing on the site itself. */
export const metresText = (metres: number | undefined): string =>
  metres === undefined ? '' : sayDistance(metres);
