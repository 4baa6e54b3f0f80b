import { describe, expect, it } from 'vitest';
import type { AreaAnswer } from '#data/schema/area.ts';
import {
  askPlanted,
  box,
  COUNCILS,
  line,
  type Planted,
  point,
} from '#tests/support/planted-area.ts';

const BOTH: readonly string[] = COUNCILS.map(({ gssCode }) => gssCode);
const [EAST = '', WEST = ''] = BOTH;
const SQUARE = box(0, 0, 1_000, 1_000);

/** The plane draws this place 0.04 % short. */
const SCALE = 0.999_605;

const layer = (
  type: string,
  title: string,
  features: Planted['features'],
  coverage = BOTH,
): Planted => ({
  type,
  title,
  coverage,
  features,
});

const FLOOD = layer('environment/flood-risk-zone', 'Flood zones', [
  { shape: box(0, 0, 1_000, 250), attributes: { 'flood-risk-level': '2' } },
  { shape: box(0, 0, 500, 200), attributes: { 'flood-risk-level': '3' } },
]);
const finding = (answer: AreaAnswer, title: string) =>
  [...answer.stop, ...answer.consult, ...answer.note].find((each) => each.title === title);

describe('composeAnswer', () => {
  it('parts the area by district and measures it on the ground', async () => {
    const { districts } = await askPlanted(SQUARE, []);
    expect(districts.map(({ name }) => name).sort()).toEqual(['Eastbank', 'Westbank']);
    for (const { share, areaM2 = 0 } of districts) {
      expect(share).toBeCloseTo(0.5, 6);
      expect(areaM2).toBeCloseTo(500_000 / SCALE ** 2, -1);
    }
  });

  it('groups by rule and attribute, and tells what another finding includes', async () => {
    const answer = await askPlanted(SQUARE, [FLOOD]);
    expect(answer.stop.map(({ title }) => title)).toEqual(['Flood zone 3']);
    expect(answer.consult.map(({ title }) => title)).toEqual(['Flood zone 2']);
    expect(finding(answer, 'Flood zone 3')?.figure).toMatchObject({
      kind: 'share',
      share: expect.closeTo(0.1, 5),
    });
    expect(finding(answer, 'Flood zone 2')).toMatchObject({
      detail: 'flood zone 3 included',
      figure: { share: expect.closeTo(0.25, 5) },
    });
  });

  it('counts ground once where features of a kind overlap, though shares of kinds may pass 100 %', async () => {
    const all = { shape: SQUARE };
    const answer = await askPlanted(SQUARE, [
      layer('planning/conservation-area', 'Conservation areas', [
        all,
        { shape: box(0, 0, 600, 600) },
      ]),
      layer('planning/air-quality-management-area', 'AQMA', [all]),
    ]);
    expect(answer.consult.map(({ figure }) => figure)).toEqual([
      expect.objectContaining({ share: expect.closeTo(1, 6) }),
      expect.objectContaining({ share: expect.closeTo(1, 6) }),
    ]);
    expect(answer.consult[0]?.count).toBe(2);
  });

  it('measures lines inside, and titles them by what they are', async () => {
    const answer = await askPlanted(SQUARE, [
      layer('energy/power-line', 'Power lines', [
        {
          shape: line([-300, 500], [1_300, 500]),
          attributes: { construction: 'overhead', 'voltage-kv': 132 },
        },
        { shape: line([100, 100], [100, 400]), attributes: { construction: 'underground' } },
      ]),
    ]);
    const overhead = finding(answer, 'Overhead line, 132 kV');
    expect(overhead?.figure).toEqual({
      kind: 'length',
      lengthM: expect.closeTo(1_000 / SCALE, 1),
    });
    // the voltage is not stated: the words for it are left out
    expect(answer.note.map(({ title }) => title)).toEqual(['Underground cable']);
  });

  it('tells touching from on and near, with distance and bearing', async () => {
    const answer = await askPlanted(SQUARE, [
      layer('planning/listed-building', 'Listed buildings', [
        { name: 'Inside', shape: point(500, 500) },
        { name: 'On the edge', shape: point(1_000, 500) },
        { name: 'Close', shape: point(1_060, 1_060) },
        { name: 'Further', shape: point(500, -400) },
        { name: 'Far', shape: point(500, -600) },
      ]),
      layer('planning/conservation-area', 'Conservation areas', [
        { name: 'Sliver', shape: box(-100, 0, 0.1, 1_000) },
      ]),
    ]);
    expect(finding(answer, 'Listed buildings')).toMatchObject({ count: 1, detail: 'Inside' });
    expect(answer.near.find(({ title }) => title === 'Listed buildings')).toMatchObject({
      touching: 1,
      within100: 2,
      within500: 3,
      nearest: { title: 'On the edge', distanceM: 0 },
    });
    expect(finding(answer, 'Conservation areas')).toBeUndefined();
    expect(answer.near.find(({ title }) => title === 'Conservation areas')).toMatchObject({
      touching: 1,
    });
    const [close] = (
      await askPlanted(SQUARE, [
        layer('planning/listed-building', 'Listed buildings', [{ shape: point(1_060, 1_060) }]),
      ])
    ).near;
    expect(close?.nearest).toMatchObject({
      distanceM: expect.closeTo(Math.hypot(60, 60) / SCALE, 1),
      bearing: 'NE',
    });
  });

  it('asks those whose rule reaches beyond the thing, and only within that reach', async () => {
    const river = (south: number) =>
      layer('environment/watercourse', 'Rivers', [
        { shape: line([0, -south], [1_000, -south]), attributes: { 'main-river': true } },
      ]);
    const near = await askPlanted(SQUARE, [river(15)]);
    expect(near.near[0]?.ask.map(({ name }) => name)).toEqual(['Environment Agency']);
    expect(near.consultees.map(({ name }) => name)).toEqual(['Environment Agency']);
    expect((await askPlanted(SQUARE, [river(25)])).consultees).toEqual([]);
  });

  it('never takes what nobody supplied for what is not there', async () => {
    const answer = await askPlanted(SQUARE, [
      layer('social/allotment', 'Allotments', [], [EAST]),
      layer('social/library', 'Libraries', []),
      { ...layer('social/school', 'Schools', []), completeness: 'sample' },
      layer('planning/green-belt', 'Green belt', [{ shape: box(0, 0, 100, 100) }], [WEST]),
    ]);
    expect(answer.none).toEqual([
      expect.objectContaining({ title: 'Allotments', districts: ['Eastbank'] }),
      expect.objectContaining({ title: 'Libraries' }),
      expect.objectContaining({ title: 'Schools', completeness: 'sample' }),
    ]);
    expect(answer.none[1]).not.toHaveProperty('districts');
    const missing = (name: string) => {
      const part = answer.missing.find((each) => each.name === name);
      return part?.layers.map(({ title }) => title) ?? [];
    };
    expect(missing('Westbank')).toContain('Allotments');
    expect(missing('Eastbank')).not.toContain('Allotments');
    // found here, though its publisher does not say that it covers this council
    expect(missing('Eastbank')).toContain('Green belt');
    expect(missing('Eastbank')).toContain('Listed buildings');
    expect(answer.missing[0]?.ask.map(({ name }) => name)).toContain('Environment Agency');
    expect(answer.missing.every(({ areaM2 = 0 }) => Math.abs(areaM2 - 500_400) < 500)).toBe(true);
  });

  it('says what lies outside every district', async () => {
    const answer = await askPlanted(box(0, 8_500, 1_000, 9_500), []);
    expect(answer.notes[0]).toContain('50 % of the area lies outside');
    expect(answer.missing.at(-1)).toMatchObject({ name: 'Outside the districts' });
  });

  it('tells nothing of a layer closed by its licence but that it is', async () => {
    const answer = await askPlanted(SQUARE, [{ ...FLOOD, closed: 'By agreement only.' }]);
    expect(answer.stop).toEqual([]);
    expect(answer.none).toEqual([]);
    expect(answer.closed).toMatchObject([{ title: 'Flood zones', reason: 'By agreement only.' }]);
  });

  it('asks each council’s office, each once, the law before advice', async () => {
    const answer = await askPlanted(SQUARE, [
      FLOOD,
      layer('planning/air-quality-management-area', 'AQMA', [{ shape: SQUARE }]),
    ]);
    expect(answer.consultees.map(({ name, duty }) => [name, duty])).toEqual([
      ['Environment Agency', 'statutory'],
      ['Eastbank Council, environmental health', 'advised'],
      ['Westbank Council, environmental health', 'advised'],
    ]);
    expect(answer.consultees[0]?.because.map((each) => each.finding)).toEqual([
      'Flood zone 3',
      'Flood zone 2',
    ]);
  });

  it('answers for lines, points and buffers as well', async () => {
    const onLine = await askPlanted(line([0, 100], [1_000, 100]), [FLOOD]);
    expect(finding(onLine, 'Flood zone 3')?.figure).toEqual({
      kind: 'length',
      lengthM: expect.closeTo(500 / SCALE, 1),
      share: expect.closeTo(0.5, 5),
    });
    const atPoint = await askPlanted(point(100, 100), [FLOOD]);
    expect(finding(atPoint, 'Flood zone 3')?.figure).toEqual({ kind: 'count', count: 1 });
    expect(atPoint.districts).toMatchObject([{ name: 'Eastbank', share: 1 }]);
    const round = await askPlanted(point(500, 1_100), [FLOOD], 1_000);
    const { figure } = finding(round, 'Flood zone 2') ?? {};
    // the segment of a circle of 1 km that is cut off 850 m from its middle
    const segment = 1e6 * Math.acos(0.85) - 850 * Math.sqrt(1e6 - 850 ** 2);
    expect(figure?.kind === 'share' && Math.abs(figure.areaM2 / segment - 1)).toBeLessThan(0.02);
  });
});
