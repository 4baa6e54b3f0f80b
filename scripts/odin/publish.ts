import type { Source } from '#data/schema/source.ts';
import { type Config, readConfig } from '#server/config.ts';
import { decide, type Word } from '#server/decide.ts';
import { saveDescriptor } from '#server/descriptors.ts';
import { type Odin, openOdin } from '#server/odin.ts';
import type { Delivery, Progress, PublishWatch } from '#server/publishing/delivery.ts';
import { type Published, preview, publish } from '#server/publishing/publish.ts';
import { readDelivery } from '#server/sources.ts';
import { onlyOperand, textOption } from './arguments.ts';
import { comparisonLine } from './change-report.ts';
import { type Arguments, type Command, EXIT, WrongCall } from './command.ts';
import { byOf, descriptorNamed } from './descriptor.ts';
import { Interrupted, watchInterrupt } from './interrupt.ts';
import { PROGRESS_OPTION, type ProgressLine, progressLineFor } from './progress-line.ts';
import { outcomeLine, previewLines } from './publish-report.ts';

/** Exit code of a file that was read but is not shown: a draft, or held. */
const NOT_SHOWN = 3;

/** `odin publish`: one file under one descriptor, into the data folder. */
export const PUBLISH: Command = {
  name: 'publish',
  summary: 'Publish one file under its source descriptor.',
  usage: 'FILE --source DESCRIPTOR [--preview | --accept REASON] [--no-wait] [--progress]',
  options: [
    { name: '--source', value: 'DESCRIPTOR', help: 'id of a source, or a descriptor file' },
    { name: '--preview', help: 'say what would be published, change nothing' },
    { name: '--accept', value: 'REASON', help: 'publish this file though the gate holds it' },
    { name: '--no-wait', help: 'be done once it is on the map; a server draws the tiles far off' },
    { name: '--by', value: 'NAME', help: 'who publishes; the user of this computer unless said' },
    PROGRESS_OPTION,
  ],
  notes: [
    'Writes to ODIN_DATA (.odin). A server that is running shows it with the next request.',
    'It is on the map before its tiles are drawn: near to at once, far off when this command is done.',
    'Exit code 3: the file was read but is not shown, for the reason given; the live edition stays.',
  ],
  async run(given) {
    const path = onlyOperand(given, 'file');
    const named = textOption(given, '--source');
    if (named === undefined) throw new WrongCall('Give its descriptor with --source');
    const found = await readDelivery(path);
    if (!found) throw new WrongCall(`Cannot find the file “${path}”`);
    const delivery = { ...found, by: byOf(given) };
    const config = readConfig(process.env);
    const odin = await openOdin(config);
    const interrupted = watchInterrupt();
    const line = progressLineFor(given);
    const wait = !given.options.has('--no-wait');
    const watch = { onProgress: tellOn(line), signal: interrupted.signal, wait };
    try {
      const source = descriptorNamed(named, odin.vocabulary.sources);
      return given.options.has('--preview')
        ? await showPreview(delivery, source, odin)
        : await publishNow(delivery, source, { given, odin, config, watch });
    } catch (thrown) {
      if (thrown instanceof Interrupted) return EXIT.interrupted;
      throw thrown;
    } finally {
      interrupted.ignore();
      line.clear();
      await odin.close();
    }
  },
};

type Run = {
  readonly given: Arguments;
  readonly odin: Odin;
  readonly config: Config;
  readonly watch: PublishWatch;
};

/** What a publish is about, on the progress line. */
const tellOn =
  (line: ProgressLine) =>
  (progress: Progress): void => {
    if (progress.stage !== 'reading') line.note(noteOf(progress));
    else if (progress.run) line.say(progress.run);
  };

function noteOf(progress: Exclude<Progress, { stage: 'reading' }>): string {
  if (progress.stage === 'tiling') {
    return `on the map; drawing its tiles, ${Math.round(progress.share * 100)} %`;
  }
  if (progress.stage === 'comparing') return 'comparing with the live edition';
  const [done, of] = [progress.done, progress.of].map((count) => count.toLocaleString('en-GB'));
  return `keeping ${done} of ${of} features`;
}

async function publishNow(delivery: Delivery, source: Source, run: Run): Promise<number> {
  const begun = performance.now();
  const { outcome, rules } = await accepting(delivery, source, run);
  const ms = performance.now() - begun;
  const { sources } = run.odin.vocabulary;
  const isNew = JSON.stringify(sources.get(rules.id)) !== JSON.stringify(rules);
  // What is published here is described here: decisions are kept in it, its removal is a withdrawal.
  if (isNew && outcome.status !== 'refused') saveDescriptor(run.config.dataFolder, rules);
  const line = outcomeLine({ source: rules, outcome, ms }) ?? `= ${rules.title}  unchanged`;
  const comparison = 'edition' in outcome ? outcome.edition.comparison : undefined;
  const more = comparison && outcome.status !== 'unchanged' ? [comparisonLine(comparison)] : [];
  process.stdout.write(`${[line, ...more].join('\n')}\n`);
  return outcome.status === 'refused' || outcome.status === 'held' ? NOT_SHOWN : EXIT.done;
}

/** Publish; when the file is held and a person accepts it, keep that as a decision and publish again. */
async function accepting(
  delivery: Delivery,
  source: Source,
  { given, odin, watch }: Run,
): Promise<{ readonly outcome: Published; readonly rules: Source }> {
  const outcome = await publish(delivery, source, odin.deps, watch);
  const why = textOption(given, '--accept');
  if (why === undefined || outcome.status !== 'held') return { outcome, rules: source };
  const word: Word = { by: byOf(given), at: odin.deps.now().toISOString(), why };
  const { sha256 } = delivery.resource;
  const rules = outcome.issues.reduce((ruled, { code, column, layer }) => {
    const where = { ...(column ? { column } : {}), ...(layer ? { layer } : {}) };
    return decide(ruled, { kind: 'accept', code, ...where, sha256 }, word);
  }, source);
  return { outcome: await publish(delivery, rules, odin.deps, watch), rules };
}

async function showPreview(delivery: Delivery, source: Source, { deps }: Odin): Promise<number> {
  const { finding, refusal } = await preview(delivery, source, deps);
  process.stdout.write(`${previewLines(source, finding, refusal).join('\n')}\n`);
  return refusal === undefined ? EXIT.done : NOT_SHOWN;
}
