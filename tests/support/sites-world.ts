import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Source } from '#data/schema/source.ts';
import { readConfig } from '#server/config.ts';
import { startServer } from '#server/index.ts';
import { openOdin } from '#server/odin.ts';
import { publish } from '#server/publishing/publish.ts';

/** A site of the register: reference, name, easting, hectares. */
export type TestSite = readonly [reference: string, name: string, easting: number, ha: string];

/** A substation: reference, easting, megawatts of headroom; empty: not stated. */
export type TestSubstation = readonly [reference: string, easting: number, headroomMw: string];

const TRAFFORD = 'E08000009';

const source = (id: string, type: string, area: readonly string[]) =>
  Source.parse({
    odin: 1,
    id,
    title: id,
    publisher: 'demonstration-trafford',
    synthetic: true,
    licence: { id: 'OGL-UK-3.0', basis: 'stated', attribution: `© Test ${id}` },
    coverage: { area: [...area], completeness: 'partial', statement: 'Made up.' },
    type,
  });

export const REGISTER = source('demonstration-trafford/register', 'land/brownfield-site', [
  TRAFFORD,
]);
export const SUBSTATIONS = source('demonstration-trafford/substations', 'energy/substation', [
  TRAFFORD,
]);

/** All stand on this northing, in Trafford. */
export const NORTHING = 391_000;

const resourceOf = (name: string, rows: readonly string[]) => {
  const bytes = Buffer.from([...rows, ''].join('\n'));
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { sha256, fileName: `${name}.csv`, bytes };
};

/** A real server in a folder of its own, to which sites and substations are published. */
export async function openSitesWorld() {
  const folder = mkdtempSync(join(tmpdir(), 'odin-sites-'));
  const config = readConfig({
    ...{ PORT: '0', ODIN_DATA: join(folder, 'data'), ODIN_LOG: 'silent' },
    ODIN_PUBLIC_URL: 'http://odin.test',
  });
  const odin = await openOdin(config);
  const server = await startServer(config, { sources: [], samples: folder });
  const get = (path: string, init?: RequestInit) => fetch(server.url + path, init);
  return {
    odin,
    get,
    getJson: async <T>(path: string) => (await (await get(path)).json()) as T,
    ask: (search: string, path = '/api/sites', more = '') =>
      get(`${path}?search=${encodeURIComponent(search)}${more}`),
    async publishSites(sites: readonly TestSite[]) {
      const rows = sites.map(
        ([reference, name, easting, ha]) =>
          `${reference},${name},${easting},${NORTHING},${ha},not permissioned`,
      );
      const heads = 'SiteReference,SiteNameAddress,GeoX,GeoY,Hectares,PlanningStatus';
      return await publish(
        { resource: resourceOf('register', [heads, ...rows]) },
        REGISTER,
        odin.deps,
      );
    },
    async publishSubstations(substations: readonly TestSubstation[], of = SUBSTATIONS) {
      const rows = substations.map(
        ([reference, easting, headroom]) =>
          `${reference},Substation ${reference},${easting},${NORTHING},primary,${headroom}`,
      );
      const heads = 'Reference,Name,Easting,Northing,Class,Demand headroom';
      return await publish(
        { resource: resourceOf('substations', [heads, ...rows]) },
        of,
        odin.deps,
      );
    },
    /** Publish rows of any other kind, heads first, as a dataset of Trafford. */
    async publishRows(name: string, type: string, rows: readonly string[]) {
      return await publish(
        { resource: resourceOf(name, rows) },
        source(`demonstration-trafford/${name}`, type, [TRAFFORD]),
        odin.deps,
      );
    },
    async close() {
      await server.close();
      await odin.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export type SitesWorld = Awaited<ReturnType<typeof openSitesWorld>>;
