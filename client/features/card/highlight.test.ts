import fc from 'fast-check';
import { expect, it } from 'vitest';
import { markValue } from './highlight.ts';

const words = (line: string, raw: string) =>
  markValue(line, raw).map(({ text, marked }) => (marked ? `[${text}]` : text));

it('markValue() marks a whole cell rather than a part of another', () => {
  expect(words('A150.00,50.00,No', '50.00')).toEqual(['A150.00,', '[50.00]', ',No']);
});

it('markValue() marks a part when no cell is the value alone', () => {
  expect(words('11kV,', '11')).toEqual(['[11]', 'kV,']);
});

it('markValue() shows the start of the line when the value is not in it', () => {
  expect(words('a,b', 'zzz')).toEqual(['a,b']);
  expect(words('a,b', '')).toEqual(['a,b']);
});

it('markValue() keeps what stands near and says that there is more', () => {
  const [before, , after] = words(`${'x'.repeat(200)},42,${'y'.repeat(200)}`, '42');
  expect(before).toMatch(/^…x+,$/u);
  expect(after).toMatch(/^,y+…$/u);
});

it('markValue() never throws and keeps the value, whatever the line', () => {
  fc.assert(
    fc.property(fc.string(), fc.string({ minLength: 1 }), fc.string(), (before, raw, after) => {
      const marked = markValue(before + raw + after, raw).filter((piece) => piece.marked);
      expect(marked.map(({ text }) => text)).toEqual([raw]);
    }),
  );
});
