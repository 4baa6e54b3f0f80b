import { readConfig } from '#server/config.ts';
import { harvestDepsOf } from '#server/harvesting/deps.ts';
import {
  type HarvestOutcome,
  harvestDue,
  harvestSource,
  isHarvested,
} from '#server/harvesting/harvesting.ts';
import { type Odin, openOdin } from '#server/odin.ts';
import { type Arguments, type Command, EXIT, WrongCall } from './command.ts';
import { descriptorNamed } from './descriptor.ts';
import { watchInterrupt } from './interrupt.ts';

/** Runs of a source that are shown. */
const SHOWN = 10;

/** Exit code when something could not be fetched, or is not shown. */
const NOT_SHOWN = 3;

/** `odin harvest`: fetch sources that have an address, as the server does by itself. */
export const HARVEST: Command = {
  name: 'harvest',
  summary: 'Fetch sources from their web addresses and publish what is new.',
  usage: '[SOURCE … | --due] [--runs]',
  options: [
    { name: '--due', help: 'those whose time has come, as the server does by itself' },
    { name: '--runs', help: 'fetch nothing; show what came of the last runs' },
  ],
  notes: [
    'A source has its address in its descriptor: "harvest": { "kind": "arcgis", "url": "https://…", "every": "P1W" }.',
    'Kinds: file, arcgis, wfs, ogc-features, ckan, opendatasoft.',
    'Exit code 3: something could not be fetched or is held; what is live stays.',
  ],
  async run(given) {
    const config = readConfig(process.env);
    const odin = await openOdin(config);
    const interrupted = watchInterrupt();
    try {
      if (given.options.has('--runs')) return await showRuns(given, odin);
      const deps = harvestDepsOf(odin.deps, config);
      const outcomes: HarvestOutcome[] = [];
      const onOutcome = (outcome: HarvestOutcome): void => {
        outcomes.push(outcome);
        process.stdout.write(lineOf(outcome));
      };
      const watch = { signal: interrupted.signal, onOutcome };
      if (given.options.has('--due')) {
        await harvestDue(odin.vocabulary.sources.values(), deps, watch);
      } else
        for (const source of named(given, odin))
          onOutcome(await harvestSource(source, deps, watch));
      if (outcomes.length === 0) process.stdout.write('Nothing is due.\n');
      const isWell = outcomes.every(
        ({ run }) => run.status === 'published' || run.status === 'unchanged',
      );
      return isWell ? EXIT.done : NOT_SHOWN;
    } finally {
      interrupted.ignore();
      await odin.close();
    }
  },
};

function named({ operands }: Arguments, { vocabulary }: Odin) {
  if (operands.length === 0) throw new WrongCall('Name the sources, or say --due.');
  return operands.map((name) => {
    const source = descriptorNamed(name, vocabulary.sources);
    if (isHarvested(source)) return source;
    throw new WrongCall(
      `“${source.id}” has no address to be fetched from: add "harvest" to its descriptor.`,
    );
  });
}

const lineOf = ({ run: { source, status, says } }: HarvestOutcome): string =>
  `${source}  ${status}: ${says}\n`;

async function showRuns(given: Arguments, odin: Odin): Promise<number> {
  for (const source of named(given, odin)) {
    const row = await odin.deps.store.harvests.findHarvest(source.id);
    process.stdout.write(
      `${source.id}, next ${row?.nextAt.slice(0, 16).replace('T', ' ') ?? 'at once'}\n`,
    );
    for (const { at, status, says } of await odin.deps.store.harvests.listRuns(source.id, SHOWN)) {
      process.stdout.write(`  ${at.slice(0, 16).replace('T', ' ')}  ${status}: ${says}\n`);
    }
  }
  return EXIT.done;
}
