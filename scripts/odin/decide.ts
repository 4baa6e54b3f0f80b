import type { Decided } from '#data/schema/decision.ts';
import type { Source } from '#data/schema/source.ts';
import { readConfig } from '#server/config.ts';
import { decide } from '#server/decide.ts';
import { saveDescriptor } from '#server/descriptors.ts';
import { onlyOperand } from './arguments.ts';
import { type Command, EXIT } from './command.ts';
import { DECISION_OPTIONS, readDecisions } from './decisions.ts';
import { asked, descriptorNamed, WORD_OPTIONS, wordOf } from './descriptor.ts';
import { loadEngine } from './engine.ts';

/** `odin decide`: what a person decides about a source, kept as a rule of its descriptor. */
export const DECIDE: Command = {
  name: 'decide',
  summary: 'Keep a decision about a source as a rule for every file to come.',
  usage: 'SOURCE [decisions] --why TEXT [--by NAME]',
  options: [...DECISION_OPTIONS, ...WORD_OPTIONS],
  notes: [
    'Without a decision it lists those made. SOURCE is the id of a source, or a descriptor file.',
    'The descriptor is kept in ODIN_DATA/sources; those that come with ODIN are not edited.',
  ],
  async run(given) {
    const { sources, context } = loadEngine();
    const source = descriptorNamed(onlyOperand(given, 'source'), sources);
    const decisions = readDecisions(given, source, context.licences);
    if (decisions.length === 0) {
      process.stdout.write(`${historyLines(source).join('\n')}\n`);
      return EXIT.done;
    }
    const word = wordOf(given);
    const decided = asked(() =>
      decisions.reduce((ruled, each) => decide(ruled, each, word), source),
    );
    const { dataFolder } = readConfig(process.env);
    const path = asked(() => saveDescriptor(dataFolder, decided));
    const lines = (decided.history ?? []).slice(-decisions.length).map(historyLine);
    process.stdout.write(`${[...lines, `Kept in ${path}`].join('\n')}\n`);
    return EXIT.done;
  },
};

function historyLines({ id, history = [] }: Source): string[] {
  return history.length === 0
    ? [`Nothing was decided about ${id} here.`]
    : history.map(historyLine);
}

function historyLine({ decision, by, at, why }: Decided): string {
  const { kind, ...what } = decision;
  return `${at.slice(0, 10)}  ${kind} ${JSON.stringify(what)}  by ${by}: ${why}`;
}
