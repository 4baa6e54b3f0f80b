// npm test: install what is missing, run the gate, the unit tests and the browser tests, and count them.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findChromium } from './setup/chromium.mjs';
import { buildClient } from './setup/client.mjs';
import { fingerprint, keep, recall } from './setup/fingerprint.mjs';
import { environment, findNode, install, say } from './setup/install.mjs';
import { findNginx } from './setup/nginx.mjs';

const LAST = 'node_modules/.cache/odin/test.json';
const SOURCES = ['.'];

install();
const node = findNode();
const chromium = findChromium();
const nginx = findNginx();
const print = fingerprint(SOURCES, [
  String(chromium),
  String(nginx),
  String(existsSync('../shared/corpus/MANIFEST.csv')),
]);
const last = recall(LAST);
if (last?.print === print && !process.argv.includes('--force')) {
  say('Nothing changed since the last run, which passed. To run it all again: npm test -- --force');
  process.stdout.write(`${last.line}\n`);
  process.exit(0);
}

const scratch = mkdtempSync(join(tmpdir(), 'odin-test-'));
const total = { passed: 0, failed: 0, skipped: 0 };
const add = (counts) => {
  for (const key of Object.keys(total)) total[key] += counts[key] ?? 0;
};

/** Run a command of ours; its own output goes to the terminal. */
function run(title, args, extraEnv = {}) {
  say(`\n── ${title}`);
  const started = performance.now();
  const { status } = spawnSync(node, args, {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...environment(), ...extraEnv },
  });
  say(
    `   ${status === 0 ? 'ok' : 'FAILED'}, ${((performance.now() - started) / 1000).toFixed(1)} s`,
  );
  return status === 0;
}

const GATE = [
  ['types (tsc)', ['node_modules/typescript/bin/tsc', '-p', '.']],
  [
    'lint, format, file and function size (biome)',
    ['node_modules/@biomejs/biome/bin/biome', 'check', '.'],
  ],
  [
    'import arrows (dependency-cruiser)',
    [
      'node_modules/dependency-cruiser/bin/dependency-cruise.mjs',
      'server',
      'client',
      'tiles',
      'data',
      'scripts',
    ],
  ],
  ['dead code (knip)', ['node_modules/knip/bin/knip.js']],
];
for (const [title, args] of GATE) add(run(`gate: ${title}`, args) ? { passed: 1 } : { failed: 1 });

/** Add a runner's counts; a runner that failed without a failed test (a crash, no report) counts as one. */
function count(ok, reportFile, countsOf) {
  const counts = existsSync(reportFile)
    ? countsOf(JSON.parse(readFileSync(reportFile, 'utf8')))
    : { passed: 0, failed: 0, skipped: 0 };
  add(!ok && counts.failed === 0 ? { ...counts, failed: 1 } : counts);
}

const unit = join(scratch, 'unit.json');
count(
  run(
    'unit tests (vitest)',
    [
      'node_modules/vitest/vitest.mjs',
      'run',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${unit}`,
    ],
    nginx ? { ODIN_NGINX: nginx } : {},
  ),
  unit,
  (report) => ({
    passed: report.numPassedTests,
    failed: report.numFailedTests,
    skipped: report.numPendingTests + report.numTodoTests,
  }),
);

buildClient();
const browser = join(scratch, 'browser.json');
count(
  run(
    'end-to-end tests (Playwright, Chromium, axe)',
    ['node_modules/@playwright/test/cli.js', 'test', '--reporter=list,json'],
    {
      PLAYWRIGHT_JSON_OUTPUT_NAME: browser,
      ...(chromium ? { ODIN_CHROMIUM: chromium } : {}),
    },
  ),
  browser,
  ({ stats }) => ({
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected,
    skipped: stats.skipped,
  }),
);

rmSync(scratch, { recursive: true, force: true });
const line = `${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`;
if (total.failed === 0) keep(LAST, { print, line });
say('');
process.stdout.write(`${line}\n`);
process.exit(total.failed === 0 ? 0 : 1);
