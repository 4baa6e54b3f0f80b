import { describe, expect, it } from 'vitest';
import { findFeatureType } from './index.ts';
import { TASKS } from './tasks.ts';

describe('TASKS', () => {
  it('name only feature types there are, each once a task', () => {
    for (const { id, types } of TASKS) {
      expect(types.filter((type) => findFeatureType(type) === undefined)).toEqual([]);
      expect([id, new Set(types).size]).toEqual([id, types.length]);
    }
  });

  it('have ids of their own', () => {
    expect(new Set(TASKS.map(({ id }) => id)).size).toBe(TASKS.length);
  });
});
