import { formatGridReference } from '#data/geodesy/grid-reference.ts';
import { toNationalGrid } from '#data/geodesy/ostn15.ts';
import { findProfile } from '#data/profiles/index.ts';
import type { AreaGeometry } from '#data/query/area.ts';
import { writeArea } from '#data/query/area-text.ts';
import type { SiteCandidate, SiteEvidence, SitesAnswer } from '#data/schema/sites.ts';
import { rankSites } from '#data/siting/rank.ts';
import { robustnessOf } from '#data/siting/robustness.ts';
import { councilsOf } from '#server/area/consultees.ts';
import { creditsTold, termsTold } from '#server/catalogue/told.ts';
import { fromGrid } from '#server/measure/plane-shape.ts';
import { RING_M } from '#server/pages/site-report/map.ts';
import type { SiteReport } from '#server/pages/site-report/report.ts';
import { openArea, reportArea } from '../area/answer.ts';
import { type ServicesAt, servicesAt } from '../at-moment.ts';
import { ApiError } from '../problem.ts';
import type { Services } from '../services.ts';
import { evidenceOf } from '../sites/evidence.ts';
import { measureFor } from '../sites/surface.ts';
import { partOfDataset } from '../views/checked-part.ts';
import { type AskedReport, inQuery, reportQuery } from './site-report-asked.ts';
import { consultRows } from './site-report-consult.ts';
import { BACKDROP_CREDITS, type Backdrop, mapOf } from './site-report-map.ts';
import { powerOf } from './site-report-power.ts';
import { sinceOf, usedDatasets } from './site-report-used.ts';
import { worksOf } from './site-report-works.ts';

/** A report that is of one moment. */
type Asked = AskedReport & { readonly asOf: string };

type ComposeContext = {
  /** As whoever asks sees them. */
  readonly services: Services;
  readonly backdrop: Backdrop;
  /** Scheme and host. */
  readonly origin: string;
};

/** A report, and the geometry and lines behind it. */
export type Composed = { readonly report: SiteReport; readonly evidence: SiteEvidence };

/**
 * Make a report: everything in it but what became of the data since follows from what was published at its moment.
 *
 * @throws {ApiError} `not-found` when the site is none of the search's, or is not seen by whoever asks
 */
export async function composeReport(asked: Asked, context: ComposeContext): Promise<Composed> {
  const { services } = context;
  const { search, site: key, asOf } = asked;
  const [measured, at] = await Promise.all([
    measureFor(search, key, { services, asOf }),
    servicesAt(services, asOf),
  ]);
  const index = measured.sites.findIndex((each) => each.key === key);
  const site = measured.sites[index];
  if (!site) throw nowhere(key, at);
  const evidence = await evidenceOf(search, key, { services, asOf });
  return {
    report: await reportOf({ asked, measured, site, index, evidence, at }, context),
    evidence,
  };
}

function nowhere(key: string, { withdrawn }: ServicesAt): ApiError {
  const gone = withdrawn.length > 0 ? ' What was withdrawn since is shown no more.' : '';
  return new ApiError(
    'not-found',
    `The site "${key.slice(0, 80)}" is none of those this search looks through at that moment.${gone}`,
  );
}

type Found = {
  readonly asked: Asked;
  readonly measured: SitesAnswer;
  readonly site: SiteCandidate;
  readonly index: number;
  readonly evidence: SiteEvidence;
  readonly at: ServicesAt;
};

async function reportOf(
  found: Found,
  { services: seen, backdrop, origin }: ComposeContext,
): Promise<SiteReport> {
  const { asked, measured, site, index, evidence, at } = found;
  const { services } = at;
  const catalogue = await services.catalogue();
  const ranking = rankSites(measured, asked.search);
  const standing = [...ranking.ranked, ...ranking.ruledOut].find((each) => each.index === index);
  if (!standing) throw new RangeError(`Cannot find the standing of site ${index}`);
  const around = await reportArea(
    areaTextOf(found, site.outline === 'point' ? site.errorM : 0),
    services,
  );
  const { power, works, ring, council } = await measureNearby(found, services);
  const partial: PartialReport = {
    ...{ measured, search: asked.search, site, standing, ranking, power, asOf: asked.asOf },
    searchTitle: asked.search.title ?? findProfile(asked.search.profile)?.title ?? 'Own search',
    robustness: robustnessOf(measured, asked.search),
    area: around.answer,
    layers: new Map(catalogue.layers.map((layer) => [layer.id, layer])),
    publishers: new Map([...catalogue.publishers].map(([id, { name }]) => [id, name])),
    consult: consultRows(around.answer, catalogue.publishers),
    works: works.kinds,
    ...gridReferenceOf(site, services),
    ...(council === undefined ? {} : { council }),
  };
  const used = usedDatasets(idsUsed(partial, [...power.datasets, ...works.datasets]), catalogue);
  const usedIds = new Set(used.map(({ id }) => id));
  const credits = creditsTold(
    catalogue.datasets.filter(({ id }) => usedIds.has(id)),
    BACKDROP_CREDITS,
  );
  const own = measured.sources[site.source ?? -1]?.dataset;
  const register = used.find(({ id }) => id === own);
  const { districts } = services;
  return {
    ...partial,
    ...(register ? { register } : {}),
    map: mapOf({
      measured,
      ring,
      index,
      evidence,
      found: around,
      districts,
      backdrop,
      credit: creditsTold([], BACKDROP_CREDITS).short,
    }),
    used,
    credits: credits.long,
    terms: termsTold(used.flatMap(({ id }) => partOfDataset(id, catalogue) ?? [])),
    since: sinceOf(used, await seen.catalogue(), {
      withdrawn: at.withdrawn,
      district: site.district,
    }),
    addresses: addressesOf(asked, origin),
  };
}

type PartialReport = Omit<
  SiteReport,
  'map' | 'used' | 'credits' | 'terms' | 'since' | 'addresses' | 'register'
>;

/** How the site is asked about: by its id, by what was drawn, or by the outline of its cell. */
function areaTextOf({ asked, site, evidence }: Found, bufferM = 0): string {
  const buffer = bufferM >= 1 ? `~${Math.round(bufferM)}m` : '';
  const { ground } = asked.search;
  const [, number] = /^area:(\d+)$/.exec(site.key) ?? [];
  if (number !== undefined && ground.kind === 'areas') return ground.areas[Number(number)] ?? '';
  if (site.key.startsWith('cell:')) {
    return writeArea({
      subject: { kind: 'shape', geometry: evidence.geometry as unknown as AreaGeometry },
    });
  }
  return `feature:${site.key}${buffer}`;
}

/** What is measured from the site itself, not from the circle of its area. */
async function measureNearby(found: Found, services: Services) {
  const { site } = found;
  const { publishers } = await services.catalogue();
  const [council] = councilsOf(site.district === undefined ? [] : [site.district], publishers);
  const area = await openArea(areaTextOf(found), services);
  try {
    const power = await powerOf(area, site.at, services);
    const works = await worksOf(area, { council: council?.name, asOf: found.asked.asOf }, services);
    const { measure, subject } = area;
    const ring =
      site.outline === 'boundary'
        ? fromGrid(
            measure.toPlane(measure.buffer(subject.held, RING_M * subject.scale)),
            services.grid,
          )
        : undefined;
    return { power, works, ring, council: council?.name };
  } finally {
    area.close();
  }
}

function gridReferenceOf(
  { at: [lng, lat] }: SiteCandidate,
  { grid }: Services,
): { gridReference?: string } {
  const place = toNationalGrid(grid, lng, lat);
  const gridReference = place && formatGridReference(place[0], place[1], 10);
  return gridReference === undefined ? {} : { gridReference };
}

/** Datasets of everything measured, recorded and told. */
function idsUsed(
  { measured, area, layers }: PartialReport,
  more: readonly string[],
): ReadonlySet<string> {
  const told = [...area.stop, ...area.consult, ...area.note, ...area.near].flatMap(
    ({ sources }) => sources,
  );
  const absent = area.none.flatMap(({ layerId }) => layers.get(layerId)?.datasets ?? []);
  return new Set([
    ...measured.sources.map(({ dataset }) => dataset),
    ...told.map(({ dataset }) => dataset),
    ...absent,
    ...more,
  ]);
}

function addressesOf(asked: Asked, origin: string): SiteReport['addresses'] {
  const query = reportQuery(asked);
  const { asOf: _, ...now } = asked;
  return {
    self: `${origin}/report?${query}`,
    newest: `${origin}/report?${reportQuery(now)}`,
    finder: `${origin}/sites?search=${inQuery(asked.searchText)}&site=${inQuery(asked.site)}`,
    geojson: `${origin}/report/evidence.geojson?${query}`,
    csv: `${origin}/report/evidence.csv?${query}`,
  };
}
