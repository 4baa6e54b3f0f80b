import { spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { z } from 'zod';
import type { Control } from './control.ts';

/** What of vitest's JSON report is read. */
const Report = z.object({
  testResults: z.array(
    z.object({
      name: z.string(),
      message: z.string().optional(),
      assertionResults: z.array(z.object({ fullName: z.string(), status: z.string() })),
    }),
  ),
});

/** Which tests are run: a file, and vitest's `-t`. */
export type Asked = Pick<Control, 'test' | 'pattern'>;

/** How tests ended, by their full names. */
export type Outcome = {
  readonly passed: readonly string[];
  readonly failed: readonly string[];
  /** Why none could run: the file does not load, or what it stands on does not start. */
  readonly fault?: string;
};

/** Run some tests of one file in a copy of the project. Never throws for what a test does. */
export async function runTests(
  folder: string,
  asked: Asked,
  signal: AbortSignal,
): Promise<Outcome> {
  const report = join(folder, '..', 'report.json');
  rmSync(report, { force: true });
  const vitest = join(folder, 'node_modules', 'vitest', 'vitest.mjs');
  const options = ['-t', asked.pattern, '--cache=false'];
  const reporting = ['--reporter=json', `--outputFile=${report}`];
  const child = spawn(process.execPath, [vitest, 'run', asked.test, ...options, ...reporting], {
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
  if (!existsSync(report)) return { passed: [], failed: [], fault: firstLine(said) };
  return outcomeOf(Report.parse(JSON.parse(readFileSync(report, 'utf8'))), asked, folder);
}

function outcomeOf(
  { testResults }: z.infer<typeof Report>,
  { test, pattern }: Asked,
  folder: string,
): Outcome {
  const found = testResults.find(({ name }) => relative(folder, name) === test);
  const named = new RegExp(pattern);
  const withStatus = (wanted: string): string[] =>
    (found?.assertionResults ?? [])
      .filter(({ fullName, status }) => status === wanted && named.test(fullName))
      .map(({ fullName }) => fullName);
  const fault = firstLine(found?.message ?? '');
  const [passed, failed] = [withStatus('passed'), withStatus('failed')];
  return { passed, failed, ...(fault === '' ? {} : { fault }) };
}

const firstLine = (text: string): string => text.trim().split('\n', 1)[0] ?? '';
