import { spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Control } from './control.ts';

/** What of vitest's JSON report is read. */
const Report = z.object({
  testResults: z.array(
    z.object({
      message: z.string().optional(),
      assertionResults: z.array(z.object({ fullName: z.string(), status: z.string() })),
    }),
  ),
});

/** How the tests of one file ended. */
export type Outcome = {
  readonly passed: number;
  /** Full names of those that failed. */
  readonly failed: readonly string[];
  /** Why none could run: the file does not load, or what it stands on does not start. */
  readonly fault?: string;
};

/** Run some tests of one file in a copy of the project. Never throws for what a test does. */
export async function runTests(
  folder: string,
  { test, pattern }: Pick<Control, 'test' | 'pattern'>,
  signal: AbortSignal,
): Promise<Outcome> {
  const report = join(folder, '..', 'report.json');
  rmSync(report, { force: true });
  const vitest = join(folder, 'node_modules', 'vitest', 'vitest.mjs');
  const words = ['run', test, '-t', pattern, '--reporter=json', `--outputFile=${report}`];
  const child = spawn(process.execPath, [vitest, ...words, '--cache=false'], {
    cwd: folder,
    signal,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (text) => {
    said += text;
  });
  await new Promise<void>((resolve, reject) => {
    child.on('close', () => resolve());
    child.on('error', reject);
  });
  if (!existsSync(report)) return { passed: 0, failed: [], fault: firstLine(said) };
  return read(Report.parse(JSON.parse(readFileSync(report, 'utf8'))));
}

function read({ testResults }: z.infer<typeof Report>): Outcome {
  const tests = testResults.flatMap(({ assertionResults }) => assertionResults);
  const failed = tests.filter(({ status }) => status === 'failed').map(({ fullName }) => fullName);
  const passed = tests.filter(({ status }) => status === 'passed').length;
  const fault = testResults.map(({ message }) => firstLine(message ?? '')).find(Boolean);
  return { passed, failed, ...(fault === undefined ? {} : { fault }) };
}

const firstLine = (text: string): string => text.trim().split('\n', 1)[0] ?? '';
