import { maskPersonal } from '#server/harmonise/personal/sign.ts';
import type { DraftContext } from '../draft/context.ts';

/** Columns of a layer whose cells leave the server only masked: those that may describe persons. */
export function maskedColumns(
  { closer }: DraftContext,
  layer: string | undefined,
): ReadonlySet<string> {
  const found = closer.layers.find(({ name }) => name === layer)?.columns ?? [];
  return new Set(
    found.filter(({ isPersonal }) => isPersonal).flatMap(({ name, label }) => [name, label]),
  );
}

/** Cells in the order of the columns, those of masked columns masked. */
export const maskedCells = (
  cells: readonly string[],
  columns: readonly string[],
  masked: ReadonlySet<string>,
): readonly string[] =>
  masked.size === 0
    ? cells
    : cells.map((cell, index) => (masked.has(columns[index] ?? '') ? maskPersonal(cell) : cell));
