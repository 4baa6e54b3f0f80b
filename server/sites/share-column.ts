import type { Ruler } from '#server/measure/measure.ts';
import { searchBoxes } from './box-tree.ts';
import type { Candidates } from './candidates.ts';
import { type Entries, type Entry, fillColumn, WHY } from './column.ts';
import { coverageOf, type MeasureContext } from './context.ts';
import { isSliver, jointM2, type Overlap, overlapM2 } from './ground.ts';
import type { Chance } from './nearest.ts';
import { knownApartOf } from './nearest-kept.ts';
import { POLYGONS } from './outlines.ts';
import type { Steps } from './steps.ts';
import { type Found, type OpenTarget, thingOf } from './target.ts';
import type { Selection } from './things.ts';

/** Share of the candidates' ground that a target covers, per cent, or how much of it, hectares; overlaps once. */
export function shareColumn(
  kind: 'share' | 'hectares',
  candidates: Candidates,
  target: OpenTarget,
  context: MeasureContext,
): Steps<Entries> {
  const { figures, groundM2 } = candidates;
  const { shareOf } = coverageOf(candidates, target, context);
  const coverOf = findCover(candidates, target, context.ruler);
  return fillColumn('number', candidates, context.register, (at, entry) => {
    const wholeM2 = groundM2[at] as number;
    if (wholeM2 === 0) {
      entry.low = 0;
      entry.high = kind === 'share' ? 100 : Number.NaN;
      entry.why = WHY['no-area'];
      return;
    }
    const unit = kind === 'share' ? 100 : (figures[at]?.areaHa ?? 0);
    const { sureM2, possibleM2, most } = coverOf(at);
    const covered = shareOf(at);
    const sure = Math.min(sureM2 / wholeM2, 1);
    const possible = Math.min(possibleM2 / wholeM2, 1);
    entry.low = sure * unit;
    entry.high = Math.min(possible + (1 - covered), 1) * unit;
    entry.thing = most && thingOf(most);
    if (sure < 1) entry.why = whyOf(covered, possible > sure);
  });
}

/** Why a share is what it is, where not all of the ground is covered. */
function whyOf(covered: number, mayBeMore: boolean): Entry['why'] {
  if (covered === 0) return WHY['not-covered'];
  if (covered < 1) return WHY['partly-covered'];
  return mayBeMore ? WHY['not-stated'] : WHY.measured;
}

/** Ground covered by what meets the target, and by that and what may; m² of the plane. */
type Cover = {
  readonly sureM2: number;
  readonly possibleM2: number;
  /** What covers most of it. */
  readonly most?: Found | undefined;
};

const NO_COVER: Cover = { sureM2: 0, possibleM2: 0 };

type FoundOverlap = Found & Overlap;

function findCover(
  candidates: Candidates,
  target: OpenTarget,
  ruler: Ruler,
): (at: number) => Cover {
  const find = findOverlapsOf(candidates, target, ruler);
  return (at) => {
    const sure = find(at, 'sure');
    const possible = find(at, 'possible');
    if (sure.length + possible.length === 0) return NO_COVER;
    const sureM2 = jointM2(ruler, candidates, at, sure);
    const possibleM2 =
      possible.length === 0 ? sureM2 : jointM2(ruler, candidates, at, [...sure, ...possible]);
    const [most] = sure.toSorted((one, other) => other.areaM2 - one.areaM2);
    return { sureM2, possibleM2: Math.max(sureM2, possibleM2), most };
  };
}

const NONE: readonly FoundOverlap[] = [];

/** Finds the polygons of a target that cover ground of a candidate, slivers left out. */
function findOverlapsOf(
  candidates: Candidates,
  { selections }: OpenTarget,
  ruler: Ruler,
): (at: number, chance: Chance) => readonly FoundOverlap[] {
  const { boxes } = candidates.ground;
  const knownApart = knownApartOf(candidates, selections);
  // nothing lies on what it is away from; a circle that stands for a stated area reaches further than its point
  const isApart = (at: number): boolean =>
    candidates.edge.kinds[at] === POLYGONS && knownApart(at) > 0;
  const near: number[] = [];
  const overlapWith = (at: number, selection: Selection, item: number) => {
    const of = selection.things.outlines;
    if (of.kinds[item] !== POLYGONS) return undefined;
    const areaM2 = overlapM2(ruler, candidates, at, { of, at: item });
    if (areaM2 === 0) return undefined;
    const overlap = { selection, item, of, at: item, areaM2 };
    return isSliver(ruler, candidates, at, overlap) ? undefined : overlap;
  };
  const addOverlaps = (at: number, selection: Selection, chance: Chance, to: FoundOverlap[]) => {
    const count = searchBoxes(
      selection[chance],
      boxes[4 * at] as number,
      boxes[4 * at + 1] as number,
      boxes[4 * at + 2] as number,
      boxes[4 * at + 3] as number,
      near,
    );
    for (let each = 0; each < count; each++) {
      const overlap = overlapWith(at, selection, near[each] as number);
      if (overlap) to.push(overlap);
    }
  };
  return (at, chance) => {
    if (chance === 'sure' && isApart(at)) return NONE;
    const overlaps: FoundOverlap[] = [];
    for (const selection of selections) {
      if (selection[chance].items > 0) addOverlaps(at, selection, chance, overlaps);
    }
    return overlaps;
  };
}
