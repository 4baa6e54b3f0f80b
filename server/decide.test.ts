import { describe, expect, it } from 'vitest';
import { issue } from '#data/issues/issue.ts';
import { Source } from '#data/schema/source.ts';
import { decide, isAccepted, replay } from './decide.ts';

const SOURCE = Source.parse({
  odin: 1,
  id: 'trafford-council/brownfield',
  title: 'Brownfield land',
  publisher: 'trafford-council',
  licence: { id: 'OGL-UK-3.0', basis: 'presumed' },
  type: 'land/brownfield-site',
  map: { 'area-ha': 'Site area' },
});
const WORD = { by: 'A. Officer', at: '2026-11-23T09:00:00Z', why: 'their data dictionary' };

const PATCH = { record: { Ref: 'A1' }, column: 'GeoX', was: '3', becomes: '30', reason: 'digit' };

describe('decide()', () => {
  it.each([
    [{ kind: 'type', type: 'land/public-land' } as const, { type: 'land/public-land' }],
    [{ kind: 'layer', layer: 'Sites' } as const, { layer: 'Sites' }],
    [{ kind: 'crs', id: 'EPSG:27700' } as const, { crs: { id: 'EPSG:27700' } }],
    [{ kind: 'geometry', rule: { x: 'E', y: 'N' } } as const, { geometry: { x: 'E', y: 'N' } }],
    [
      { kind: 'unit', attribute: 'area-ha', unit: 'm2' } as const,
      { map: { 'area-ha': { from: 'Site area', unit: 'm2' } } },
    ],
    [
      { kind: 'date', attribute: 'start-date', column: 'Added', order: 'dmy' } as const,
      { map: { 'area-ha': 'Site area', 'start-date': { from: 'Added', date: 'dmy' } } },
    ],
    [{ kind: 'patch', patch: PATCH } as const, { patch: [PATCH] }],
    [{ kind: 'gate', gate: { maxDrop: 0.5 } } as const, { gate: { maxDrop: 0.5 } }],
    [
      { kind: 'licence', licence: { id: 'CC-BY-4.0', basis: 'stated' } } as const,
      { licence: { id: 'CC-BY-4.0', basis: 'stated' } },
    ],
  ])('turns %j into a rule, with who, when and why', (decision, rule) => {
    const decided = decide(SOURCE, decision, WORD);
    expect(decided).toEqual({ ...SOURCE, ...rule, history: [{ decision, ...WORD }] });
    expect(Source.parse(decided)).toEqual(decided);
  });

  it('gathers what values mean, and replaces a correction of the same cell', () => {
    const first = decide(
      SOURCE,
      { kind: 'code', attribute: 'ownership-status', column: 'Owner', value: 'PA', code: 'public' },
      WORD,
    );
    const second = decide(
      first,
      { kind: 'code', attribute: 'ownership-status', value: 'Priv', code: 'private' },
      WORD,
    );
    expect(second.map['ownership-status']).toEqual({
      from: 'Owner',
      codes: { PA: 'public', Priv: 'private' },
    });
    const patched = decide(second, { kind: 'patch', patch: PATCH }, WORD);
    const again = { ...PATCH, becomes: '31' };
    expect(decide(patched, { kind: 'patch', patch: again }, WORD).patch).toEqual([again]);
  });

  it('refuses a reading without a column to read', () => {
    const decision = { kind: 'unit', attribute: 'net-dwellings-max', unit: 'x' } as const;
    expect(() => decide(SOURCE, decision, WORD)).toThrow(RangeError);
  });
});

it('replay() makes decisions again on a descriptor that lacks them, and none twice', () => {
  const decided = decide(SOURCE, { kind: 'layer', layer: 'Sites' }, WORD);
  expect(replay(SOURCE, decided.history ?? [])).toEqual(decided);
  expect(replay(decided, decided.history ?? [])).toEqual(decided);
});

it.each([
  [{ code: 'value.personal-data-suspected', column: 'Notes' } as const, true],
  [{ code: 'value.personal-data-suspected', column: 'Owner' } as const, false],
  [{ code: 'version.count-drop', sha256: 'a' } as const, false],
  [{ code: 'value.personal-data-suspected', sha256: 'a' } as const, true],
  [{ code: 'value.personal-data-suspected', layer: 'Sheet1' } as const, false],
])('isAccepted() by %j is %j', (accepted, answer) => {
  const source = decide(SOURCE, { kind: 'accept', ...accepted }, WORD);
  const found = issue('value.personal-data-suspected', { column: 'Notes', layer: 'Sites' });
  expect(isAccepted(source, found, 'a')).toBe(answer);
});
