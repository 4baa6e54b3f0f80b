import fc from 'fast-check';
import { expect, it } from 'vitest';
import { openCellMemory } from './cell-memory.ts';

it('openCellMemory() cuts what slice() cuts, whatever it has cut before', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ maxLength: 16 }), { maxLength: 400 }), (cells) => {
      const memory = openCellMemory();
      const text = cells.join(',');
      let at = 0;
      for (const [index, cell] of cells.entries()) {
        expect(memory.cut(text, at, at + cell.length, index % 3)).toBe(cell);
        at += cell.length + 1;
      }
    }),
  );
});
