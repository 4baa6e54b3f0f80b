import { spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { newApiToken } from './accounts/secret.ts';

/** What stands on standard error after something was said to a log of a process of its own. */
function logged(saying: string): string {
  const script = `
    import { openLog } from ${JSON.stringify(new URL('./log.ts', import.meta.url).href)};
    const log = openLog('debug');
    ${saying}`;
  const ran = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
    encoding: 'utf8',
  });
  return ran.stderr;
}

it('threat 39: a token never stands in the log, wherever it was said', () => {
  const token = newApiToken();
  const said = logged(
    `log.warn({ path: '/x?t=${token}', err: new Error('refused ${token}') }, 'said ${token}');`,
  );
  expect(said).toContain('said odin_…');
  expect(said).not.toContain(token);
});

it('threat 46: an event is one line of the log, whatever somebody wrote into it', () => {
  const hostile = ['/a\n{"level":50,"msg":"forged"}', '/b\r\nforged', '/c\u0000\u001b[2J'];
  const said = logged(
    `for (const path of ${JSON.stringify(hostile)}) log.warn({ path, err: new Error(path) }, path);`,
  );
  const lines = said.trimEnd().split('\n');
  expect(lines.map((line) => (JSON.parse(line) as { path: string }).path)).toEqual(hostile);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be there
  expect(said).not.toMatch(/[\u0000-\u0009\u000b-\u001f]/);
});
