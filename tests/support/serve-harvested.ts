import { createInterface } from 'node:readline';
import { Source } from '#data/schema/source.ts';
import { readConfig } from '#server/config.ts';
import { openPortal } from '#server/harvest/test-portal.ts';
import { harvestDepsOf } from '#server/harvesting/deps.ts';
import { type HarvestedSource, harvestSource } from '#server/harvesting/harvesting.ts';
import { startServer } from '#server/index.ts';
import { openOdin } from '#server/odin.ts';

/**
 * A server with one dataset, fetched from a portal of its own: 40 masts. `halve` on its input leaves 18 at the portal;
 * `fetch` fetches, as the server would by itself when the day comes. Prints its address, and what came of each fetch.
 */
const MASTS = { before: 40, after: 18 };
let count = MASTS.before;
const portal = await openPortal(({ pathname }, response) => {
  if (pathname !== '/masts.csv') return undefined;
  response.setHeader('ETag', `"${count}"`);
  const rows = Array.from(
    { length: count },
    (_, at) => `M${at + 1},${381_500 + 40 * at},${391_000 + 25 * (at % 9)}`,
  );
  return ['Mast ref,Easting,Northing', ...rows, ''].join('\r\n');
});

const source = Source.parse({
  odin: 1,
  id: 'demonstration-digital/masts',
  title: 'Masts (synthetic)',
  publisher: 'demonstration-digital',
  synthetic: true,
  licence: { id: 'OGL-UK-3.0', basis: 'stated' },
  type: 'digital/mast',
  harvest: { kind: 'file', url: `${portal.url}/masts.csv`, every: 'P1W' },
}) as HarvestedSource;

const config = readConfig({
  ...process.env,
  PORT: '0',
  HOST: '127.0.0.1',
  ODIN_HARVEST_HOSTS: new URL(portal.url).host,
});
const odin = await openOdin(config);
const fetchNow = async () => {
  const { run } = await harvestSource(source, harvestDepsOf(odin.deps, config));
  process.stdout.write(`fetched: ${run.status}\n`);
};
await fetchNow();
const { url } = await startServer(config, { sources: [source] });
process.stdout.write(`ODIN is at ${url}\n`);

for await (const line of createInterface({ input: process.stdin })) {
  if (line === 'halve') count = MASTS.after;
  if (line === 'fetch') await fetchNow();
}
