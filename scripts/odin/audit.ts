import { resolve } from 'node:path';
import { readConfig } from '#server/config.ts';
import { readHeads, verifyAudit, writeHead } from '#server/store/accounts/audit-chain.ts';
import { openStore } from '#server/store/open.ts';
import { onlyOperand } from './arguments.ts';
import { type Command, EXIT, WrongCall } from './command.ts';

/** The chain is not as it was written. */
const SPOILT = 3;

/** `odin audit`: whether the record of who read what is as it was written. */
export const AUDIT: Command = {
  name: 'audit',
  summary: 'Check the audit of readings and agreements; write its end down.',
  usage: 'verify | head',
  options: [],
  notes: [
    'verify: follows the chain of hashes and names the first row that is wrong; exit code 3 when one is.',
    'head: prints the end of the chain and writes it to audit-heads.jsonl in the data folder. Keep copies elsewhere:',
    'they show when rows were cut off the end, or all of it was written anew.',
  ],
  async run(given) {
    const what = onlyOperand(given, 'verify or head');
    if (what !== 'verify' && what !== 'head') throw new WrongCall('Say verify or head');
    const folder = resolve(readConfig(process.env).dataFolder);
    const store = openStore(folder);
    try {
      if (what === 'head') {
        await writeHead(folder, store.access, new Date());
        const head = await store.access.auditHead();
        process.stdout.write(head ? `${head.seq} ${head.hash}\n` : 'Nothing was written yet.\n');
        return EXIT.done;
      }
      const verdict = await verifyAudit(store.access, readHeads(folder));
      process.stdout.write(
        verdict.ok
          ? `As it was written: ${verdict.rows} ${verdict.rows === 1 ? 'row' : 'rows'}.\n`
          : `Row ${verdict.seq} is wrong: ${verdict.fault}.\n`,
      );
      return verdict.ok ? EXIT.done : SPOILT;
    } finally {
      await store.close();
    }
  },
};
