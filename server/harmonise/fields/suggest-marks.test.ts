import { describe, expect, it } from 'vitest';
import type { ColumnFacts } from '../profile.ts';
import { buildProfiler } from '../profile.ts';
import { evidenceOfMarks } from './suggest-marks.ts';

/** Facts of a table given column by column. */
function factsOf(table: Readonly<Record<string, readonly string[]>>): readonly ColumnFacts[] {
  const columns = Object.keys(table);
  const profiler = buildProfiler(columns);
  const length = Math.max(...Object.values(table).map((cells) => cells.length));
  for (let row = 0; row < length; row++) {
    profiler.see({ line: row + 2, values: columns.map((name) => table[name]?.[row] ?? null) });
  }
  return profiler.facts().columns;
}

const typeOf = (table: Readonly<Record<string, readonly string[]>>): string | undefined =>
  [...evidenceOfMarks(factsOf(table))].sort(([, a], [, b]) => b.weight - a.weight)[0]?.[0].id;

describe('evidenceOfMarks()', () => {
  it.each([
    [{ power: ['substation'], voltage: ['33000'] }, 'energy/substation'],
    [{ 'tags.amenity': ['library', 'library'] }, 'social/library'],
    [{ amenity: ['pharmacy', 'hospital'] }, 'social/health-site'],
    [{ public_transport: ['platform'] }, 'transport/access-node'],
    [{ amenity: ['recycling'] }, 'waste/recycling-point'],
    [{ amenity: ['recycling'], recycling_type: ['centre'] }, 'waste/waste-facility'],
    [{ dataset: ['conservation-area'] }, 'planning/conservation-area'],
    [{ prefix: ['brownfield-land', 'brownfield-land'] }, 'land/brownfield-site'],
  ])('%j marks %s', (table, type) => {
    expect(typeOf(table)).toBe(type);
  });

  it('needs the mark on nearly every record', () => {
    expect(typeOf({ name: ['A', 'B', 'C'], amenity: ['library', 'cafe', 'pub'] })).toBeUndefined();
    expect(typeOf({ name: ['A', 'B', 'C'], amenity: ['library', '', ''] })).toBeUndefined();
  });

  it('hears nothing in a tag of any value', () => {
    expect(typeOf({ highway: ['residential', 'primary'] })).toBeUndefined();
  });
});
