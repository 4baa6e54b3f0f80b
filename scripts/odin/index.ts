import { isDiskFull } from '#server/store/full-disk.ts';
import { readArguments } from './arguments.ts';
import { type Command, EXIT, WrongCall } from './command.ts';
import { nearest } from './nearest.ts';

/** A command is one file and one line here; only the one that is asked for is loaded. */
const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  inspect: async () => (await import('./inspect.ts')).INSPECT,
  harmonise: async () => (await import('./harmonise.ts')).HARMONISE,
  publish: async () => (await import('./publish.ts')).PUBLISH,
  diff: async () => (await import('./diff.ts')).DIFF,
  decide: async () => (await import('./decide.ts')).DECIDE,
  editions: async () => (await import('./editions.ts')).EDITIONS,
  harvest: async () => (await import('./harvest.ts')).HARVEST,
  serve: async () => (await import('./serve.ts')).SERVE,
  tiles: async () => (await import('./tiles.ts')).TILES,
  backup: async () => (await import('./backup.ts')).BACKUP,
  audit: async () => (await import('./audit.ts')).AUDIT,
  account: async () => (await import('./account.ts')).ACCOUNT,
  gazetteer: async () => (await import('./gazetteer.ts')).GAZETTEER,
};

/**
 * Run `odin` with what was typed after its name.
 *
 * @returns exit code: 0 done, 2 the file cannot be read, 3 held or refused by publish, 64 a wrong call, 74 the disk is full
 */
export async function main(typed: readonly string[]): Promise<number> {
  const [name, ...rest] = typed;
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    process.stdout.write(await helpOfAll());
    return name === undefined ? EXIT.wrongCall : EXIT.done;
  }
  const load = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (load === undefined) return refuse(unknownCommand(name));
  const command = await load();
  if (rest.includes('--help') || rest.includes('-h')) {
    process.stdout.write(helpOf(command));
    return EXIT.done;
  }
  try {
    return await command.run(readArguments(command, rest));
  } catch (thrown) {
    return stopped(thrown, command.name);
  }
}

/** What whoever typed it is told of what was thrown; a fault of ours is thrown on. */
function stopped(thrown: unknown, name: string): number {
  if (isDiskFull(thrown)) return stop(DISK_FULL, EXIT.diskFull);
  if (!(thrown instanceof WrongCall)) throw thrown;
  return refuse(`${thrown.message}\nSee odin ${name} --help.`);
}

const DISK_FULL =
  'The disk is full, so this was not kept. What is published is not affected: make room, and run it again.';

const refuse = (message: string): number => stop(message, EXIT.wrongCall);

function stop(message: string, code: number): number {
  process.stderr.write(`${message}\n`);
  return code;
}

function unknownCommand(name: string): string {
  const guess = nearest(name, Object.keys(COMMANDS));
  return `There is no command “${name}”.${guess === undefined ? '' : ` Did you mean ${guess}?`}\nSee odin --help.`;
}

async function helpOfAll(): Promise<string> {
  const commands = await Promise.all(Object.values(COMMANDS).map((load) => load()));
  const width = Math.max(...commands.map(({ name }) => name.length));
  const lines = commands.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`);
  return `odin: council and utility files, harmonised to one schema.\n\nUsage: odin COMMAND …\n\n${lines.join('\n')}\n\nodin COMMAND --help says more. Exit codes: 0 done, 2 the file cannot be read, 3 held or refused by publish, 64 a wrong call, 74 the disk is full.\n`;
}

function helpOf(command: Command): string {
  const shown = command.options.map(({ name, value, help }) => ({
    left: value === undefined ? name : `${name} ${value}`,
    help,
  }));
  const width = Math.max(0, ...shown.map(({ left }) => left.length));
  const options = shown.map(({ left, help }) => `  ${left.padEnd(width)}  ${help}`);
  const parts = [
    command.summary,
    `Usage: odin ${command.name} ${command.usage}`,
    options.join('\n'),
    (command.notes ?? []).join('\n'),
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}
