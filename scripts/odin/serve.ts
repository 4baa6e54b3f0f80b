import { readConfig } from '#server/config.ts';
import { type RunningServer, startServer } from '#server/index.ts';
import { type Command, EXIT } from './command.ts';
import { outcomeLine, summaryLine } from './publish-report.ts';

/** Exit code of a server that cannot start. */
const FAILED = 1;

/** `odin serve`: publish what changed, then serve the map until interrupted. */
export const SERVE: Command = {
  name: 'serve',
  summary: 'Publish what changed in data/sources, then serve the map.',
  usage: '',
  options: [],
  notes: [
    'Settings come from the environment: PORT (8080), HOST (127.0.0.1), ODIN_DATA (.odin).',
    'Stops on Ctrl+C, letting answers under way finish.',
  ],
  async run() {
    const begun = performance.now();
    const lines: (string | undefined)[] = [];
    const server = await start((line) => {
      lines.push(line);
      if (line !== undefined) process.stderr.write(`${line}\n`);
    });
    if (server === undefined) return FAILED;
    process.stderr.write(`${summaryLine(lines, performance.now() - begun)}\n`);
    if (server.firstAdministrator !== undefined) {
      process.stderr.write(
        `Nobody has an account yet. Make the first administrator's at ${server.firstAdministrator}\n`,
      );
    }
    process.stdout.write(`ODIN is at ${server.url}\n`);
    await interruption();
    await server.close();
    return EXIT.done;
  },
};

/** Start, or say in one line why that cannot be. */
async function start(tell: (line: string | undefined) => void): Promise<RunningServer | undefined> {
  try {
    return await startServer(readConfig(process.env), {
      onOutcome: (outcome) => tell(outcomeLine(outcome)),
    });
  } catch (cause) {
    process.stderr.write(`${cause instanceof Error ? cause.message : String(cause)}\n`);
    return undefined;
  }
}

/** Resolves on Ctrl+C or when the system asks the process to end. */
const interruption = (): Promise<void> =>
  new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
