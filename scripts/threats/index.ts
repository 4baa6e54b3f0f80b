/**
 * `npm run threats`: every control against the threats is taken away once, in a copy of the last commit, and a test
 * is seen to fail without it. `-- 27 40` takes these rows of the threat table alone.
 *
 * A control is caught when a test fails without it that passes with it; tests that cannot run catch nothing. Ends
 * with 1 when any control is not caught.
 */
import { fileURLToPath } from 'node:url';
import { EXIT } from '../odin/command.ts';
import { type Control, editsOf } from './control.ts';
import { CONTROLS, ELSEWHERE } from './controls.ts';
import { type Copy, openCopy } from './copy.ts';
import { type Asked, type Outcome, runTests } from './run-tests.ts';

const PROJECT = fileURLToPath(new URL('../..', import.meta.url));

async function main(words: readonly string[]): Promise<number> {
  const rows = new Set(words.map(Number));
  const isAsked = ({ row }: { readonly row: number }): boolean => rows.size === 0 || rows.has(row);
  const controls = CONTROLS.filter(isAsked);
  if (controls.length === 0) {
    console.error(`No control is of row ${words.join(', ')}`);
    return 1;
  }
  const interrupted = new AbortController();
  process.once('SIGINT', () => interrupted.abort());
  const copy = openCopy(PROJECT);
  try {
    const caught = await takeAway(controls, copy, interrupted.signal);
    for (const { row, title, reason } of ELSEWHERE.filter(isAsked)) {
      console.info(`row ${row}: elsewhere — ${title}: ${reason}`);
    }
    console.info(`${caught} of ${controls.length} controls caught`);
    return caught === controls.length ? 0 : 1;
  } catch (cause) {
    if (!interrupted.signal.aborted) throw cause;
    return EXIT.interrupted;
  } finally {
    copy.remove();
  }
}

/** Take controls away one by one, and say of each what missed it. @returns how many were caught */
async function takeAway(
  controls: readonly Control[],
  { folder, lacking }: Copy,
  signal: AbortSignal,
): Promise<number> {
  // with every control in its place; by themselves, as some tests go on from those before them
  const whole = new Map<string, Outcome>();
  let caught = 0;
  for (const control of controls) {
    const { row, title, test, pattern } = control;
    const run = (): Promise<Outcome> => runTests(folder, control, signal);
    const key = `${test} ${pattern}`;
    const before = whole.get(key) ?? (await run());
    whole.set(key, before);
    const verdict = judge(control, before, await lacking(editsOf(control), run));
    if (verdict.isCaught) caught++;
    console.info(`row ${row}: ${verdict.words} — ${title}`);
  }
  return caught;
}

/** Whether a control is caught, and what there is to say of it. */
type Verdict = { readonly isCaught: boolean; readonly words: string };

function judge({ test, pattern }: Asked, whole: Outcome, left: Outcome): Verdict {
  const named = `“${pattern}” of ${test}`;
  if (whole.passed.length === 0 || whole.failed.length > 0) {
    return missed(`${named} does not pass as it is`, whole);
  }
  const [first, ...others] = left.failed.filter((name) => whole.passed.includes(name));
  if (first === undefined) return missed(`${named} says nothing`, left);
  const more = others.length === 0 ? '' : ` and ${others.length} more`;
  return { isCaught: true, words: `caught by “${first}”${more}` };
}

const missed = (why: string, { failed: [first], fault }: Outcome): Verdict => ({
  isCaught: false,
  words: `NOT caught: ${[why, first, fault].filter(Boolean).join('; ')}`,
});

process.exitCode = await main(process.argv.slice(2));
