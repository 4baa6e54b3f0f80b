import type { EditionEvent } from '#data/schema/change.ts';
import { readConfig } from '#server/config.ts';
import { type Odin, openOdin } from '#server/odin.ts';
import { restoreEdition } from '#server/publishing/editions.ts';
import { takeDown } from '#server/publishing/release.ts';
import type { EditionRow } from '#server/store/rows.ts';
import { onlyOperand, textOption } from './arguments.ts';
import { comparisonLine } from './change-report.ts';
import { type Arguments, type Command, EXIT, WrongCall } from './command.ts';
import { byOf, WORD_OPTIONS } from './descriptor.ts';

/** `odin editions`: what was published of a source, and taking it back. */
export const EDITIONS: Command = {
  name: 'editions',
  summary: 'List the editions of a source; restore or withdraw one.',
  usage: 'SOURCE [--restore N | --withdraw] [--why TEXT] [--by NAME]',
  options: [
    { name: '--restore', value: 'N', help: 'make edition N the live one, a held one too' },
    { name: '--withdraw', help: 'take the dataset off the map; its page says who and why' },
    ...WORD_OPTIONS,
  ],
  notes: ['Nothing is deleted: a withdrawn edition can be restored.'],
  async run(given) {
    const dataset = onlyOperand(given, 'source').replace('/', '--');
    const odin = await openOdin(readConfig(process.env));
    try {
      await act(dataset, given, odin);
      const editions = await odin.deps.store.listEditions(dataset);
      if (editions.length === 0) throw new WrongCall(`Nothing was published of “${dataset}”`);
      const events = await odin.deps.store.listEvents(dataset);
      process.stdout.write(
        `${[...editions.flatMap(editionLines), ...events.map(eventLine)].join('\n')}\n`,
      );
      return EXIT.done;
    } finally {
      await odin.close();
    }
  },
};

async function act(dataset: string, given: Arguments, { deps }: Odin): Promise<void> {
  const restore = textOption(given, '--restore');
  const withdraw = given.options.has('--withdraw');
  if (restore === undefined && !withdraw) return;
  if (restore !== undefined && withdraw) throw new WrongCall('Restore or withdraw, not both');
  const why = textOption(given, '--why');
  if (why === undefined) throw new WrongCall('Say why: --why "…"');
  const told = { by: byOf(given), why };
  try {
    const { drawn } = withdraw
      ? await takeDown(dataset, told, deps)
      : await restoreEdition(dataset, Number(restore), told, deps);
    await drawn;
  } catch (cause) {
    if (!(cause instanceof RangeError)) throw cause;
    throw new WrongCall(cause.message, { cause });
  }
}

function editionLines({
  number,
  status,
  publishedAt,
  report,
  comparison,
  held,
}: EditionRow): string[] {
  const counts = `${report.records} records, ${report.features} on the map`;
  return [
    `Edition ${number}  ${status}  ${publishedAt.slice(0, 10)}  ${report.fileName}  ${counts}`,
    ...(comparison ? [`    ${comparisonLine(comparison)}`] : []),
    ...(held ? [`    held: ${held}`] : []),
  ];
}

const eventLine = ({ kind, edition, by, at, why }: EditionEvent): string =>
  `${at.slice(0, 16).replace('T', ' ')}  edition ${edition} ${kind} by ${by}${why ? `: ${why}` : ''}`;
