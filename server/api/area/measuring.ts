import type { Ostn15Grid } from '#data/geodesy/grid.ts';
import type { DistrictHere } from '#server/area/question.ts';
import type { Ruler } from '#server/measure/measure.ts';
import { toGrid } from '#server/measure/plane-shape.ts';
import { openRuler } from '#server/measure/ruler.ts';
import type { Outline } from '#server/pages/locator.ts';

/** What measuring areas needs, held for as long as the server runs. */
export type Measuring = {
  readonly ruler: Ruler;
  readonly districts: readonly DistrictHere[];
};

/** Open measuring at the first question, once: GEOS takes a moment and memory that most commands do without. */
export function openMeasuring(
  outlines: readonly Outline[],
  grid: Ostn15Grid,
): () => Promise<Measuring> {
  let opened: Promise<Measuring> | undefined;
  return () => {
    opened ??= open(outlines, grid);
    return opened;
  };
}

async function open(outlines: readonly Outline[], grid: Ostn15Grid): Promise<Measuring> {
  const ruler = await openRuler();
  const { measure } = ruler.open();
  const districts = outlines.flatMap(({ gssCode, name, geometry }) => {
    const plane = toGrid(geometry, grid);
    return plane ? [{ gssCode, name, shape: measure.shape(plane) }] : [];
  });
  return { ruler, districts };
}
