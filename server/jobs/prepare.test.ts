import { expect, it } from 'vitest';
import type { UnplacedFeature } from '#data/schema/feature.ts';
import type { RawRecord } from '#data/schema/flow.ts';
import { prepare } from './prepare.ts';

const records: readonly RawRecord[] = [
  { line: 2, values: ['A', new Date('2026-03-31T00:00:00Z'), 1.5] },
  { line: 3, values: ['B', null, true] },
  { line: 9, values: ['C', 'x'.repeat(5_000), ''] },
];

const featureAt = (line: number): UnplacedFeature => ({
  id: `odin:land/public-land:${line}`,
  key: line,
  type: 'land/public-land',
  lifecycle: 'unknown',
  attributes: { address: 'Mill Lane', 'documentation-url': 'https://x.example', area: 3 },
  sources: {},
  extra: {},
  provenance: { layer: 'sites', line },
});

it('prepare() gives each record its published cells as text, and the words that find it', () => {
  const outcomes = records.map((record) => ({
    kind: 'unplaced' as const,
    feature: featureAt(record.line),
    record,
  }));
  const prepared = [...prepare([{ kind: 'rejected' }, ...outcomes], () => undefined)];
  expect(prepared.map(({ cells }) => cells.slice(0, 2))).toEqual([
    ['A', '2026-03-31'],
    ['B', ''],
    ['C', expect.stringMatching(/^x{1999}…$/)],
  ]);
  expect(prepared[0]?.words).toBe('Mill Lane');
  expect(prepared[0]?.point).toBeUndefined();
  expect(prepared[0]).toMatchObject({ layer: 'sites', line: 2 });
});
