import { describe, expect, it } from 'vitest';
import { drawMark, markName, readMarkName } from '#data/cartography/marks/mark.ts';
import { patternName, readPatternName } from '#data/cartography/marks/patterns.ts';
import { SILHOUETTES } from '#data/cartography/marks/silhouettes.ts';
import { summaryOf } from '#data/cartography/style/summary-of-type.ts';
import { FEATURE_TYPES, findFeatureType } from '#data/features/index.ts';
import { legendOf } from './legend.ts';
import { swatchSvg } from './swatch.ts';

describe('swatchSvg()', () => {
  const swatches = FEATURE_TYPES.flatMap((type) =>
    (['light', 'dark', 'contrast'] as const).flatMap((mode) => legendOf(summaryOf(type), mode)),
  ).map(({ swatch }) => swatchSvg(swatch));

  it('draws every sign of every type, in numbers a browser can read', () => {
    for (const svg of swatches) {
      expect(svg).toMatch(/^<svg [^>]*aria-hidden="true"[^>]*>.*<\/svg>$/);
      expect(svg).not.toMatch(/NaN|undefined|Infinity/);
    }
  });

  it('gives a pattern one name for one content', () => {
    const contents = new Map<string, string>();
    for (const svg of swatches) {
      for (const [, id = '', content = ''] of svg.matchAll(
        /<pattern id="([^"]+)"(.*?)<\/pattern>/g,
      )) {
        expect(contents.get(id) ?? content).toBe(content);
        contents.set(id, content);
      }
    }
    expect(contents.size).toBeGreaterThan(10);
  });
});

describe('marks', () => {
  it.each(SILHOUETTES)('%s has a name that is read back, and a picture', (icon) => {
    const mark = { icon, hue: 'energy', form: 'hollow' } as const;
    expect(readMarkName(markName(mark, 'dark'))).toEqual({ mark, mode: 'dark' });
    expect(drawMark(mark, 'dark').strokes.length).toBeGreaterThan(2);
  });

  it('a proposed mark is hollow: paper within a dashed edge of the hue', () => {
    const { strokes } = drawMark({ icon: 'bolt', hue: 'energy', form: 'hollow' }, 'light');
    expect(strokes.some(({ dash, stroke }) => dash !== undefined && stroke === '#c63645')).toBe(
      true,
    );
    expect(strokes[1]?.fill).toBe('#ffffff');
  });

  it('an unknown figure is a plain disc, not nothing', () => {
    const mark = { icon: 'no-such', hue: 'energy', form: 'solid' } as const;
    expect(drawMark(mark, 'light').strokes.length).toBe(2);
  });
});

describe('readPatternName()', () => {
  it('reads what patternName() wrote, and nothing else', () => {
    expect(readPatternName(patternName('hatch', 'flood', 'light'))?.strokes[0]?.stroke).toBe(
      '#007bca',
    );
    expect(readPatternName('mark/bolt/energy/solid/light')).toBe(undefined);
  });
});

describe('legendOf()', () => {
  const typed = (id: string) => {
    const type = findFeatureType(id);
    if (type === undefined) throw new RangeError(id);
    return summaryOf(type);
  };

  it('speaks of a zone by its area first and of a site by its mark first', () => {
    const kinds = (id: string) => legendOf(typed(id), 'light').map(({ swatch }) => swatch.kind);
    expect(kinds('planning/conservation-area')[0]).toBe('area');
    expect(kinds('land/brownfield-site')).toEqual(['point', 'area']);
  });

  it('says the title once, and what the other shapes are', () => {
    expect(legendOf(typed('land/brownfield-site'), 'light').map(({ label }) => label)).toEqual([
      typed('land/brownfield-site').title,
      'Extent',
    ]);
  });

  it('draws voltages by width, as the map does, and says what a dash means', () => {
    const legend = legendOf(typed('energy/power-line'), 'light');
    const widths = legend.slice(0, 6).map(({ swatch }) => swatch.widthPx);
    expect(widths).toEqual(widths.toSorted((a, b) => b - a));
    expect(legend.at(-1)).toMatchObject({ label: 'Dashed: underground', swatch: { dash: [3, 2] } });
  });
});
