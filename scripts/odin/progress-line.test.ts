import { describe, expect, it } from 'vitest';
import { openProgressLine, progressText } from './progress-line.ts';

describe('progressText()', () => {
  it.each([
    [{ records: 4_096, features: 0 }, 'looking through, 4,096 records'],
    [{ records: 4_096, features: 0, share: 0.021 }, '2 % · looking through, 4,096 records'],
    [
      { records: 500_000, of: 1_000_000, features: 499_998, share: 0.625 },
      '62 % · 500,000 of 1,000,000 records, 499,998 features · 36 s left',
    ],
    [{ records: 2, of: 2, features: 1, share: 1 }, '100 % · 2 of 2 records, 1 features'],
  ])('of %j is %j', (progress, text) => {
    expect(progressText(progress, 60_000)).toBe(text);
  });

  it.each([
    [1_200_000, '20 min left'],
    [12_000_000, '3 h 20 min left'],
  ])('says of %d ms for the first half: %s', (ms, left) => {
    const half = { records: 1, of: 2, features: 1, share: 0.5 };
    expect(progressText(half, ms)).toContain(left);
  });
});

describe('openProgressLine()', () => {
  function linesOf(asked: boolean, isTerminal: boolean): string[] {
    let time = 0;
    const lines: string[] = [];
    const line = openProgressLine(
      { asked, isTerminal },
      (text) => lines.push(text),
      () => time,
    );
    for (; time <= 12_000; time += 100) line.say({ records: time, features: 0 });
    line.clear();
    return lines;
  }

  it('says nothing where nobody asks and nobody looks', () => {
    expect(linesOf(false, false)).toEqual([]);
  });

  it('writes a line every five seconds where asked, none in the first', () => {
    expect(linesOf(true, false)).toEqual(
      ['1,000', '6,000', '11,000'].map((count) => `looking through, ${count} records\n`),
    );
  });

  it('writes the same line again on a terminal, and clears it', () => {
    const lines = linesOf(false, true);
    expect(lines.length).toBeGreaterThan(50);
    expect(lines[0]).toBe('\rlooking through, 1,000 records\x1b[K');
    expect(lines.at(-1)).toBe('\r\x1b[K');
  });
});
