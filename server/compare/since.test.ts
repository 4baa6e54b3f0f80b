import { describe, expect, it } from 'vitest';
import type { FeatureChange } from '#data/schema/change.ts';
import { changesSince } from './since.ts';

const BOX = [-2.3, 53.4, -2.3, 53.4] as const;
const OTHER = [-2.2, 53.4, -2.2, 53.4] as const;

const change = (
  kinds: FeatureChange['kinds'],
  more: Partial<FeatureChange> = {},
): FeatureChange => ({
  kinds,
  id: 'odin:x/1',
  layer: 'sites',
  line: 2,
  fields: [],
  ...more,
});

describe('changesSince', () => {
  it('does not tell what came and went between', () => {
    expect(changesSince([[change(['added'])], [change(['removed'])]])).toEqual([]);
  });

  it('tells what was added and then changed as added, where it is now', () => {
    const [net] = changesSince([
      [change(['added'], { after: BOX })],
      [change(['changed', 'moved'], { before: BOX, after: OTHER, line: 9 })],
    ]);
    expect(net).toMatchObject({ kinds: ['added'], after: OTHER, line: 9, fields: [] });
    expect(net?.before).toBeUndefined();
  });

  it('tells a field from what it first was to what it last is, and not at all when it is that again', () => {
    const steps = (values: readonly string[]) =>
      values
        .slice(1)
        .map((to, index) => [
          change(['changed'], { fields: [{ name: 'name', from: values[index] ?? '', to }] }),
        ]);
    expect(changesSince(steps(['a', 'b', 'c']))).toMatchObject([
      { kinds: ['changed'], fields: [{ name: 'name', from: 'a', to: 'c' }] },
    ]);
    expect(changesSince(steps(['a', 'b', 'a']))).toEqual([]);
  });

  it('tells what was changed and then removed as removed, where it first was', () => {
    const [net] = changesSince([
      [change(['moved'], { before: BOX, after: OTHER })],
      [change(['removed'], { before: OTHER })],
    ]);
    expect(net).toMatchObject({ kinds: ['removed'], before: BOX });
  });

  it('keeps one edition as it is', () => {
    const only = change(['changed'], { fields: [{ name: 'name', from: 'a', to: 'b' }] });
    expect(changesSince([[only]])).toEqual([only]);
  });
});
