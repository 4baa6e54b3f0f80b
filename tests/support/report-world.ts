import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { loadVocabulary } from '#data/load.ts';
import type { SitesAnswer } from '#data/schema/sites.ts';
import { Source } from '#data/schema/source.ts';
import { inQuery } from '#server/api/documents/site-report-asked.ts';
import { readConfig } from '#server/config.ts';
import { startServer } from '#server/index.ts';
import { openOdin, ROOT } from '#server/odin.ts';
import { publish } from '#server/publishing/publish.ts';
import { takeDown } from '#server/publishing/release.ts';

/** A server with part of the demonstration and a hostile register of sites, for tests of site reports. */

/** Of the demonstration, what a search for a data centre asks most of. */
const DEMONSTRATION = [
  'demonstration-electricity/primary-substations',
  'demonstration-water/flood-zones',
  'demonstration-digital/fibre-routes',
  'demonstration-trafford/car-parks',
  'ordnance-survey/watercourses',
  'openstreetmap/substations',
  'department-for-transport/rail-stations',
];

const STATIONS = 'department-for-transport/rail-stations';
const VIEW_ONLY = 'INSPIRE-conditions';

const EVIL = '<script>window.x=1</script>';

/** Sites of a register with everything hostile a register can hold. */
const SITES = Source.parse({
  odin: 1,
  id: 'demonstration-manchester/test-register',
  title: `Register ${EVIL}`,
  publisher: 'demonstration-manchester',
  synthetic: true,
  licence: { id: 'OGL-UK-3.0', basis: 'stated', attribution: `© Test ${EVIL}` },
  coverage: { area: ['E08000003', 'E08000009'], completeness: 'full' },
  file: 'register.csv',
  type: 'land/brownfield-site',
});

export const REGISTER = [
  'SiteReference,SiteNameAddress,GeoX,GeoY,Hectares,NetDwellingsRangeFrom',
  `T1,"${EVIL} ""; } \\a",384600,394700,5.66,10`,
  'T2,=HYPERLINK(1),385000,395000,7.10,20',
  'T3,No area,385500,396000,,30',
  'T4,In Trafford,379500,393000,6,40',
  '',
].join('\r\n');

const SEARCH = 'data-centre';

/** Moment everything of the beginning had been published by. */
export const MOMENT = '2026-11-24T09:00:00.000Z';

export type ReportWorld = {
  readonly get: (path: string) => Promise<Response>;
  /** Query of a report: of the site with a reference, with more after it, of another search. */
  readonly query: (reference?: string, more?: string, search?: string) => string;
  /** The page of a report. */
  readonly report: (reference?: string, more?: string, search?: string) => Promise<string>;
  readonly setClock: (iso: string) => void;
  /** Publish the register anew. */
  readonly publishRegister: (text: string) => Promise<string>;
  readonly withdraw: (dataset: string) => Promise<void>;
  readonly close: () => Promise<void>;
};

/** Open it, with everything published at `MOMENT`. */
export async function openReportWorld(): Promise<ReportWorld> {
  const folder = mkdtempSync(join(tmpdir(), 'odin-report-'));
  const samples = join(folder, 'samples');
  let clock = new Date(MOMENT);
  const now = () => clock;
  const config = readConfig({
    PORT: '0',
    ODIN_DATA: join(folder, 'data'),
    ODIN_LOG: 'silent',
    ODIN_PUBLIC_URL: 'http://odin.test',
  });
  const server = await startServer(config, { sources: copySamples(samples), samples, now });
  const odin = await openOdin(config, now);
  const get = (path: string) => fetch(server.url + path, { redirect: 'manual' });
  const answer = (await (await get(`/api/sites?search=${SEARCH}`)).json()) as SitesAnswer;
  const keyOf = (reference: string): string =>
    answer.sites.find((site) => site.reference === reference)?.key ?? '';
  const query = (reference = 'T1', more = `&as-of=${MOMENT}`, search = SEARCH): string =>
    `site=${inQuery(keyOf(reference))}&search=${inQuery(search)}${more}`;
  return {
    get,
    query,
    report: async (...asked) => await (await get(`/report?${query(...asked)}`)).text(),
    setClock(iso) {
      clock = new Date(iso);
    },
    async publishRegister(text) {
      const bytes = Buffer.from(text);
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      const resource = { sha256, fileName: 'register.csv', bytes };
      const source = { ...SITES, gate: { hold: 'never' as const } };
      return (await publish({ resource }, source, odin.deps)).status;
    },
    async withdraw(dataset) {
      const { drawn } = await takeDown(dataset, { by: 'test', why: 'test' }, odin.deps);
      await drawn;
    },
    async close() {
      await server.close();
      await odin.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Rail stations under a licence that lets them be shown and not copied. */
const viewed = (source: Source): Source =>
  source.id === STATIONS ? { ...source, licence: { id: VIEW_ONLY, basis: 'stated' } } : source;

/** Copy the files of the chosen sources, and write the register beside them. */
function copySamples(samples: string): Source[] {
  const { sources } = loadVocabulary(join(ROOT, 'data'));
  const chosen = DEMONSTRATION.flatMap((id) => sources.get(id) ?? []);
  for (const { file = '', earlier = [] } of chosen) {
    for (const each of [file, ...earlier]) {
      mkdirSync(join(samples, dirname(each)), { recursive: true });
      cpSync(join(ROOT, 'data/samples', each), join(samples, each));
    }
  }
  writeFileSync(join(samples, 'register.csv'), REGISTER);
  return [...chosen.map(viewed), SITES];
}

/** What of a page is the report: all but what became of the data since. */
export const articleOf = (page: string): string =>
  page.slice(page.indexOf('<article'), page.indexOf('</article>'));

/** What a page says, its marks taken out. */
export const wordsOf = (page: string): string =>
  page
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll('\u00A0', ' ')
    .replaceAll(/\s+/g, ' ');
