import { readFileSync } from 'node:fs';
import { Source } from '#data/schema/source.ts';
import { readConfig } from '#server/config.ts';
import { openOdin } from '#server/odin.ts';
import { type PublishDeps, preview, publish } from '#server/publish.ts';
import { readDelivery } from '#server/sources.ts';
import { type Arguments, type Command, EXIT, WrongCall } from './command.ts';
import { outcomeLine, previewLines } from './publish-report.ts';

/** Exit code of a file that was read but stays a draft. */
const REFUSED = 3;

/** `odin publish`: one file under one descriptor, into the data folder. */
export const PUBLISH: Command = {
  name: 'publish',
  summary: 'publish one file under its source descriptor',
  usage: 'FILE --source DESCRIPTOR.json [--preview]',
  options: [
    { name: '--source', value: 'PATH', help: 'descriptor as in data/sources' },
    { name: '--preview', help: 'say what would be published, change nothing' },
  ],
  notes: [
    'Writes to ODIN_DATA (.odin). A server that is running shows it with the next request.',
    'Exit code 3: the file was read but stays a draft, for the reason given.',
  ],
  async run(given) {
    const { path, source } = readCall(given);
    const delivery = await readDelivery(path);
    if (!delivery) throw new WrongCall(`Cannot find the file “${path}”`);
    const odin = await openOdin(readConfig(process.env));
    try {
      return given.options.has('--preview')
        ? await showPreview(delivery, source, odin.deps)
        : await publishNow(delivery, source, odin.deps);
    } finally {
      await odin.close();
    }
  },
};

type Delivery = Parameters<typeof publish>[0];

async function publishNow(delivery: Delivery, source: Source, deps: PublishDeps): Promise<number> {
  const begun = performance.now();
  const outcome = await publish(delivery, source, deps);
  const ms = performance.now() - begun;
  const line = outcomeLine({ source, outcome, ms }) ?? `= ${source.title}  unchanged`;
  process.stdout.write(`${line}\n`);
  return outcome.status === 'refused' ? REFUSED : EXIT.done;
}

async function showPreview(delivery: Delivery, source: Source, deps: PublishDeps): Promise<number> {
  const { finding, refusal } = await preview(delivery, source, deps);
  process.stdout.write(`${previewLines(source, finding, refusal).join('\n')}\n`);
  return refusal === undefined ? EXIT.done : REFUSED;
}

function readCall({ operands, options }: Arguments): { path: string; source: Source } {
  const [path, ...more] = operands;
  const descriptor = options.get('--source');
  if (path === undefined || more.length > 0) throw new WrongCall('Give one file');
  if (typeof descriptor !== 'string') throw new WrongCall('Give its descriptor with --source');
  return { path, source: readSource(descriptor) };
}

function readSource(path: string): Source {
  try {
    return Source.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new WrongCall(`Cannot read the descriptor “${path}”: ${why}`, { cause });
  }
}
