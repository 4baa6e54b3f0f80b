import { expect, it } from 'vitest';
import { fileNameOf } from './file-name.ts';

/** Controls, and marks that hide or turn letters. */
const HIDDEN = /[\p{Cc}\p{Cf}/\\]/u;

it.each([
  '../../etc/passwd',
  '..\\..\\boot.ini',
  '/etc/shadow',
  'C:\\Windows\\x.csv',
  '.htaccess',
  '...',
  'con',
  'nul.csv',
  'a\u0000b.csv',
  'evil\u202Evsc.exe',
  'x\u200Bz.csv',
  'line\nbreak.csv',
  'tab\t.csv',
  '\u007f.csv',
  ' ',
  '',
  `${'x'.repeat(10_000)}.csv`,
  'é.csv',
  'e\u0301.csv',
  '<b>.csv',
  '"quoted".csv',
  "o'brien.csv",
  'a;rm -rf.csv',
  '%2e%2e%2f.csv',
  '~/.ssh/id',
  'file://x',
  '\\\\host\\share',
  'a/b/c.csv',
  '-rf',
  '|cat',
  '$(x)',
  '`x`',
  '\u2066x\u2069',
  '\ufeffx.csv',
  'x.csv.',
  '.csv',
  'aux',
  'com1.txt',
  'a:b',
  '💡.csv',
])('threat 25: a file’s name is metadata alone: %j', (name) => {
  const kept = fileNameOf(name);
  expect(kept).not.toMatch(HIDDEN);
  expect([...kept].length).toBeLessThanOrEqual(200);
  expect(kept).not.toBe('');
  expect(kept).not.toMatch(/^\./);
});
