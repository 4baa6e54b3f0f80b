import type { Issue } from '#data/schema/issue.ts';
import { readConfig } from '#server/config.ts';
import { openOdin } from '#server/odin.ts';
import { type ChangePreview, previewChanges } from '#server/publishing/preview-changes.ts';
import { readDelivery } from '#server/sources.ts';
import { onlyOperand, textOption } from './arguments.ts';
import { changeLine, comparisonLine } from './change-report.ts';
import { type Command, EXIT, WrongCall } from './command.ts';
import { descriptorNamed } from './descriptor.ts';

/** Exit code of a file that would not replace the live edition. */
const HELD = 3;
/** Changes printed unless more are asked for. */
const PRINTED = 40;

/** `odin diff`: what publishing a file would change. */
export const DIFF: Command = {
  name: 'diff',
  summary: 'Compare a file with the edition that is live; nothing is published.',
  usage: 'FILE --source DESCRIPTOR [--limit N]',
  options: [
    { name: '--source', value: 'DESCRIPTOR', help: 'id of a source, or a descriptor file' },
    { name: '--limit', value: 'N', help: `changes printed; ${PRINTED} unless said, 1000 at most` },
  ],
  notes: [
    '+ added, - removed, ~ changed or moved.',
    'Exit code 3: the file would be held or refused, for the reasons given.',
  ],
  async run(given) {
    const path = onlyOperand(given, 'file');
    const named = textOption(given, '--source');
    if (named === undefined) throw new WrongCall('Give its descriptor with --source');
    const limit = Number(textOption(given, '--limit') ?? PRINTED);
    if (!Number.isInteger(limit) || limit < 0) throw new WrongCall('--limit takes a whole number');
    const delivery = await readDelivery(path);
    if (!delivery) throw new WrongCall(`Cannot find the file “${path}”`);
    const odin = await openOdin(readConfig(process.env));
    try {
      const source = descriptorNamed(named, odin.vocabulary.sources);
      const found = await previewChanges(delivery, source, odin.deps);
      process.stdout.write(`${diffLines(found, limit).join('\n')}\n`);
      return found.refusal === undefined && found.holding.length === 0 ? EXIT.done : HELD;
    } finally {
      await odin.close();
    }
  },
};

function diffLines(found: ChangePreview, limit: number): string[] {
  const { comparison, changes, issues, holding, refusal } = found;
  if (refusal !== undefined) return [`It would stay a draft: ${refusal}`];
  if (!comparison) return ['Nothing of this source is live yet: every record would be new.'];
  const { added, removed, changed, moved } = comparison;
  const shown = changes.slice(0, limit);
  const more = added + removed + changed + moved > shown.length && changes.length >= shown.length;
  return [
    comparisonLine(comparison),
    ...shown.map((each) => `  ${changeLine(each)}`),
    ...(more && shown.length < changes.length ? [`  … and more: --limit ${changes.length}`] : []),
    ...issues.map(issueLine),
    holding.length === 0
      ? 'It may be published.'
      : 'It would be held: publish it with --accept "reason" if this is meant.',
  ];
}

const issueLine = ({ severity, code, message }: Issue): string =>
  `  ${severity}  ${code}: ${message}`;
