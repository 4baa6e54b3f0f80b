/**
 * The server of the load bench: the real one, over the demonstration data, in a process of its own. Told
 * `publish`, it publishes a file in that same process, as an upload would be. Started by
 * `scripts/bench/load.ts`.
 *
 *     node scripts/bench/load/server.ts FOLDER
 */
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { Source } from '#data/schema/source.ts';
import { readConfig } from '#server/config.ts';
import { startServer } from '#server/index.ts';
import { openOdin } from '#server/odin.ts';
import { publish } from '#server/publishing/publish.ts';
import { readDelivery } from '#server/sources.ts';

const [folder = ''] = process.argv.slice(2);
const config = readConfig({ PORT: '0', ODIN_DATA: join(folder, 'data'), ODIN_LOG: 'silent' });

const TREES = Source.parse({
  odin: 1,
  id: 'demonstration-land/bench-trees',
  title: 'Trees of the load bench',
  publisher: 'demonstration-land',
  synthetic: true,
  licence: { id: 'OGL-UK-3.0', basis: 'stated', attribution: 'Made up for a bench' },
  coverage: { area: ['E08000003'], completeness: 'sample' },
  file: 'trees.csv',
  type: 'environment/tree',
});

const server = await startServer(config);
const odin = await openOdin(config);
const loop = monitorEventLoopDelay({ resolution: 5 });
loop.enable();

/** What the process went through since it was last asked: delays in ms, and the stage of the longest. */
function tell(): void {
  const { user, system } = process.cpuUsage();
  process.send?.({
    ...{ kind: 'told', cpuUs: user + system, rssMb: process.memoryUsage().rss / 1e6 },
    ...{ longestMs: loop.max / 1e6, p99Ms: loop.percentile(99) / 1e6 },
  });
  loop.reset();
}

/** Processor time of this thread so far, ms. */
function threadMs(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1_000;
}

async function publishTrees(): Promise<void> {
  const begun = performance.now();
  const longest = new Map<string, number>();
  let stage = 'reading';
  let used = threadMs();
  // by the thread's own processor time: what else the machine does is none of the server's doing
  const look = setInterval(() => {
    const now = threadMs();
    longest.set(stage, Math.max(longest.get(stage) ?? 0, now - used));
    used = now;
  }, 2);
  const delivery = await readDelivery(join(folder, 'trees.csv'));
  if (!delivery) throw new Error('No file to publish');
  const { status } = await publish(delivery, TREES, odin.deps, {
    onProgress(progress) {
      if (progress.stage !== stage) process.send?.({ kind: 'stage', stage: progress.stage });
      stage = progress.stage;
    },
  });
  clearInterval(look);
  const seconds = (performance.now() - begun) / 1_000;
  process.send?.({ kind: 'published', status, seconds, longest: [...longest] });
}

process.on('message', (asked) => {
  if (asked === 'tell') tell();
  if (asked === 'publish') void publishTrees();
});
process.on('disconnect', () => process.exit());
process.send?.({ kind: 'up', port: Number(new URL(server.url).port) });
