import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { fileSink } from './output.ts';

it.skipIf(process.platform === 'win32')('fileSink() leaves a device what it is', async () => {
  const sink = fileSink('/dev/null');
  await sink.write('gone');
  await sink.finish();
  expect(statSync('/dev/null').isCharacterDevice()).toBe(true);
});

it('fileSink() writes every character, in texts shorter and longer than it gathers', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'odin-sink-'));
  const path = join(folder, 'out.txt');
  const texts = ['é', '😀'.repeat(700_000), '', 'x'.repeat(300_000), '£'.repeat(349_525), 'last'];
  try {
    const sink = fileSink(path);
    for (const text of texts) await sink.write(text);
    await sink.finish();
    expect(readFileSync(path, 'utf8') === texts.join('')).toBe(true);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
