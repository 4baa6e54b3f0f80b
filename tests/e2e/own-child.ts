import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/** A server of `tests/support`, in a process and a folder of its own, that is told things while it runs. */
export type OwnChild = {
  readonly address: string;
  readonly data: string;
  /** Lines it has printed so far. */
  readonly said: readonly string[];
  /** Tell it a word and wait for a line that matches. */
  readonly tell: (word: string, answer?: RegExp) => Promise<void>;
  readonly close: () => Promise<void>;
};

/**
 * Start it and wait for its address.
 *
 * @param file in `tests/support`
 * @throws {Error} when it does not come up
 */
export async function startOwnChild(file: string): Promise<OwnChild> {
  const data = mkdtempSync(join(tmpdir(), 'odin-e2e-child-'));
  const program = fileURLToPath(new URL(`../support/${file}`, import.meta.url));
  const child = spawn(process.execPath, [program], {
    env: { ...process.env, ODIN_DATA: data, ODIN_LOG: 'error' },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const said: string[] = [];
  const lines = createInterface({ input: child.stdout });
  lines.on('line', (line) => said.push(line));
  const hear = async (pattern: RegExp, from: number): Promise<string> => {
    for (;;) {
      const found = said.slice(from).find((line) => pattern.test(line));
      if (found !== undefined) return found;
      if (child.exitCode !== null) throw new Error(`It ended:\n${said.join('\n')}`);
      await Promise.race([once(lines, 'line'), once(child, 'exit')]);
    }
  };
  const [, address = ''] = /ODIN is at (\S+)/u.exec(await hear(/ODIN is at/u, 0)) ?? [];
  return {
    address,
    data,
    said,
    async tell(word, answer) {
      const from = said.length;
      child.stdin.write(`${word}\n`);
      if (answer) await hear(answer, from);
    },
    async close() {
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
      rmSync(data, { recursive: true, force: true });
    },
  };
}
