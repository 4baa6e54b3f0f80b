import fc from 'fast-check';
import { expect, it } from 'vitest';
import { cell, page, table } from './markdown.ts';

it('table() keeps a bar or a line end inside its cell', () => {
  expect(table(['A', 'B'], [['power=line|cable', 'two\nlines']])).toBe(
    '| A | B |\n|---|---|\n| power=line\\|cable | two lines |',
  );
});

it('cell() is one line without a bare bar, whatever the text', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(cell(text)).not.toMatch(/\n|(^|[^\\])\|/);
    }),
  );
});

it('page() parts with empty lines and ends with one line end', () => {
  expect(page(['# A', 'b'])).toBe('# A\n\nb\n');
});
