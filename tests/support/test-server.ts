import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Source } from '#data/schema/source.ts';
import { readConfig } from '#server/config.ts';
import { type RunningServer, startServer } from '#server/index.ts';
import { ROOT } from '#server/odin.ts';

/** Text that would run if any page let it. */
export const EVIL = '<script>window.x=1</script>';

export const MAST_LAYER = 'mast.ogl-uk-3-0.synthetic';
export const MAST_DATASET = 'demonstration-digital--test-masts';

const MASTS = Source.parse({
  odin: 1,
  id: 'demonstration-digital/test-masts',
  title: `Masts ${EVIL}`,
  description: `For the test ${EVIL}`,
  publisher: 'demonstration-digital',
  synthetic: true,
  licence: { id: 'OGL-UK-3.0', basis: 'stated', attribution: `© Test ${EVIL}` },
  coverage: { area: ['E08000009'], completeness: 'sample' },
  file: 'masts.csv',
  type: 'digital/mast',
});

const STOPS = Source.parse({
  odin: 1,
  id: 'department-for-transport/stops',
  title: 'Metrolink stops',
  publisher: 'department-for-transport',
  licence: { id: 'OGL-UK-3.0', basis: 'stated' },
  file: 'metrolink-stops.csv',
  type: 'transport/tram-stop',
});

// The second mast stands 500 m east of the first; the third has no position.
const CSV = [
  'Mast ref,Site name,Easting,Northing,__proto__,Remarks',
  `M1,${EVIL},381500,391000,kept,=1+1`,
  'M2,"Second, mast",382000,391000,kept too,',
  'M3,Nowhere,,,,',
  '',
].join('\r\n');

/** A real server over two small datasets, one of them hostile, in a folder of its own. */
export type TestServer = {
  readonly get: (path: string, init?: RequestInit) => Promise<Response>;
  /** Scheme, host and port it is reached by now. */
  readonly origin: () => string;
  /** Folder of its database. */
  readonly dataFolder: string;
  readonly getJson: <T>(path: string) => Promise<T>;
  /** Stop it and start it again over the same data. */
  readonly restart: () => Promise<void>;
  readonly close: () => Promise<void>;
};

/** Publish the two datasets and listen on any free port. */
export async function startTestServer(): Promise<TestServer> {
  const folder = mkdtempSync(join(tmpdir(), 'odin-server-'));
  const samples = join(folder, 'samples');
  mkdirSync(samples);
  writeFileSync(join(samples, 'masts.csv'), CSV);
  const stops = join(ROOT, 'data/samples/department-for-transport/metrolink-stops.csv');
  cpSync(stops, join(samples, 'metrolink-stops.csv'));
  const config = readConfig({ PORT: '0', ODIN_DATA: join(folder, 'data'), ODIN_LOG: 'silent' });
  const start = (): Promise<RunningServer> =>
    startServer(config, { sources: [MASTS, STOPS], samples });
  let server = await start();
  const get = (path: string, init?: RequestInit) => fetch(server.url + path, init);
  return {
    get,
    origin: () => server.url,
    dataFolder: config.dataFolder,
    getJson: async <T>(path: string) => (await (await get(path)).json()) as T,
    async restart() {
      await server.close();
      server = await start();
    },
    async close() {
      await server.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
