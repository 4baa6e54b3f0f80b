import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { countOf, editsOf, without } from './control.ts';
import { CONTROLS, ELSEWHERE } from './controls.ts';

/** The rows about who asks, what is asked and what is answered; those of files have tests of hostile files. */
const ROWS = [15, ...Array.from({ length: 52 - 21 + 1 }, (_, index) => 21 + index)];

describe('CONTROLS', () => {
  it.each(CONTROLS)('row $row, $title: stands where it is said to, once', (control) => {
    for (const { file, find, put } of editsOf(control)) {
      expect([file, find, countOf(readFileSync(file, 'utf8'), find)]).toEqual([file, find, 1]);
      expect(put).not.toBe(find);
    }
    expect(existsSync(control.test), control.test).toBe(true);
  });

  it('has every row about asking and answering', () => {
    const known = new Set([...CONTROLS, ...ELSEWHERE].map(({ row }) => row));
    expect(ROWS.filter((row) => !known.has(row))).toEqual([]);
    expect([...known].filter((row) => !ROWS.includes(row))).toEqual([]);
  });
});

describe('without()', () => {
  const edit = { file: 'a.ts', find: 'guard();', put: '' };

  it('takes a text away that stands once', () => {
    expect(without('guard(); work();', edit)).toBe(' work();');
  });

  it.each(['work();', 'guard(); guard();'])('refuses %j', (text) => {
    expect(() => without(text, edit)).toThrow(RangeError);
  });
});
