/**
 * `npm run threats`: every control against the threats is taken away once, in a copy of the last commit, and a test
 * is seen to fail without it. `-- 27 40` takes these rows of the threat table alone.
 *
 * A control is caught when its tests pass with it and at least one of them fails without it; tests that cannot run
 * catch nothing. Ends with 1 when any control is not caught.
 */
import { fileURLToPath } from 'node:url';
import { type Control, editsOf } from './control.ts';
import { CONTROLS, ELSEWHERE } from './controls.ts';
import { type Copy, openCopy } from './copy.ts';
import { type Outcome, runTests } from './run-tests.ts';

const PROJECT = fileURLToPath(new URL('../..', import.meta.url));

/** Whether a control is caught, and what there is to say of it. */
type Verdict = { readonly isCaught: boolean; readonly words: string };

async function main(words: readonly string[]): Promise<number> {
  const rows = new Set(words.map(Number));
  const isAsked = ({ row }: { readonly row: number }): boolean => rows.size === 0 || rows.has(row);
  const asked = CONTROLS.filter(isAsked);
  if (asked.length === 0) {
    console.error(`No control is of row ${words.join(', ')}`);
    return 1;
  }
  const interrupted = new AbortController();
  process.once('SIGINT', () => interrupted.abort());
  const copy = openCopy(PROJECT);
  try {
    const judge = openJudge(copy, interrupted.signal);
    let caught = 0;
    for (const control of asked) {
      const { isCaught, words: said } = await judge(control);
      if (isCaught) caught++;
      console.info(`row ${control.row}: ${said} — ${control.title}`);
    }
    for (const { row, title, reason } of ELSEWHERE.filter(isAsked)) {
      console.info(`row ${row}: elsewhere — ${title}: ${reason}`);
    }
    console.info(`${caught} of ${asked.length} controls caught`);
    return caught === asked.length ? 0 : 1;
  } finally {
    copy.remove();
  }
}

/** Judges controls one by one; tests several of them share are seen to pass once. */
function openJudge(copy: Copy, signal: AbortSignal): (control: Control) => Promise<Verdict> {
  const whole = new Map<string, Promise<Outcome>>();
  const run = (control: Control): Promise<Outcome> => runTests(copy.folder, control, signal);
  return async (control) => {
    const { test, pattern } = control;
    const key = `${test} ${pattern}`;
    const passing = whole.get(key) ?? run(control);
    whole.set(key, passing);
    const before = await passing;
    if (before.passed === 0 || before.failed.length > 0) {
      return missed(`“${pattern}” of ${test} does not pass as it is`, before);
    }
    const after = await copy.lacking(editsOf(control), () => run(control));
    const [first, ...others] = after.failed;
    if (first === undefined) return missed(`“${pattern}” of ${test} says nothing`, after);
    const more = others.length === 0 ? '' : ` and ${others.length} more`;
    return { isCaught: true, words: `caught by “${first}”${more}` };
  };
}

const missed = (why: string, { failed: [first], fault }: Outcome): Verdict => ({
  isCaught: false,
  words: `NOT caught: ${[why, first, fault].filter(Boolean).join('; ')}`,
});

process.exitCode = await main(process.argv.slice(2));
