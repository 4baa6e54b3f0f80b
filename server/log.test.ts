import { spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { newApiToken } from './accounts/secret.ts';

it('threat 39: a token never stands in the log, wherever it was said', () => {
  const token = newApiToken();
  const script = `
    import { openLog } from ${JSON.stringify(new URL('./log.ts', import.meta.url).href)};
    const log = openLog('debug');
    log.warn({ path: '/x?t=${token}', err: new Error('refused ${token}') }, 'said ${token}');`;
  const ran = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
    encoding: 'utf8',
  });
  expect(ran.stderr).toContain('said odin_…');
  expect(ran.stderr).not.toContain(token);
});
