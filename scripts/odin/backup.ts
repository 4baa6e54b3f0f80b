import { readConfig } from '#server/config.ts';
import { backUp, checkBackup, type Manifest, restoreBackup } from '#server/store/backup.ts';
import { onlyOperand } from './arguments.ts';
import { type Command, EXIT, WrongCall } from './command.ts';

/** `odin backup`: copy the data folder while it is in use, see that a copy is good, put one back. */
export const BACKUP: Command = {
  name: 'backup',
  summary: 'Back up the data folder, check a backup, restore one.',
  usage: 'FOLDER [--check | --restore]',
  options: [
    { name: '--check', help: 'read the backup whole and say what is wrong with it' },
    { name: '--restore', help: 'put it into the data folder, which must be empty' },
  ],
  notes: [
    'The server may run meanwhile. A second backup into the same folder copies only what is new.',
    'A backup holds everything, restricted data and sign-ins too: keep it on an encrypted disk.',
  ],
  async run(given) {
    const folder = onlyOperand(given, 'folder of the backup');
    const { dataFolder } = readConfig(process.env);
    if (given.options.has('--check')) return await check(folder);
    try {
      if (given.options.has('--restore')) {
        say(`Restored into ${dataFolder}`, await restoreBackup(folder, dataFolder));
      } else say(`Backed up to ${folder}`, await backUp(dataFolder, folder, new Date()));
    } catch (cause) {
      if (!(cause instanceof RangeError)) throw cause;
      throw new WrongCall(cause.message, { cause });
    }
    return EXIT.done;
  },
};

async function check(folder: string): Promise<number> {
  const { manifest, faults } = await checkBackup(folder);
  if (manifest && faults.length === 0) {
    say('The backup is whole', manifest);
    return EXIT.done;
  }
  process.stderr.write(`${faults.join('\n')}\nIt cannot be relied on: make another.\n`);
  return EXIT.unreadable;
}

function say(what: string, { at, rows, resources }: Manifest): void {
  const editions = rows.edition ?? 0;
  process.stdout.write(
    `${what}: ${editions} editions, ${resources} files handed in, as of ${at.slice(0, 16).replace('T', ' ')} UTC.\n`,
  );
}
