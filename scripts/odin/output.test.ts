import { statSync } from 'node:fs';
import { expect, it } from 'vitest';
import { fileSink } from './output.ts';

it.skipIf(process.platform === 'win32')('fileSink() leaves a device what it is', async () => {
  const sink = fileSink('/dev/null');
  await sink.write('gone');
  await sink.finish();
  expect(statSync('/dev/null').isCharacterDevice()).toBe(true);
});
