import { fileURLToPath } from 'node:url';
import { loadVocabulary } from '#data/load.ts';
import { readConfig } from '#server/config.ts';
import { startServer } from '#server/index.ts';

/**
 * A server over a few of the demonstration's datasets, one of them under terms that let it be seen and nothing more:
 * the demonstration itself is all open. Prints its address; ends with its parent's signal.
 */
const { sources } = loadVocabulary(fileURLToPath(new URL('../../data', import.meta.url)));

/** Shown to everybody, handed out to nobody, and nothing said of commercial use. */
const VIEW_ONLY = { id: 'INSPIRE-conditions', basis: 'stated' as const };

const some = [
  'openstreetmap/substations',
  'ordnance-survey/hospitals',
  'demonstration-tameside/allotments',
  'department-for-transport/metrolink-stops',
].flatMap((id) => sources.get(id) ?? []);

const { url } = await startServer(readConfig({ ...process.env, PORT: '0', HOST: '127.0.0.1' }), {
  sources: some.map((source) =>
    source.id === 'department-for-transport/metrolink-stops'
      ? { ...source, licence: VIEW_ONLY }
      : source,
  ),
});
process.stdout.write(`ODIN is at ${url}\n`);
