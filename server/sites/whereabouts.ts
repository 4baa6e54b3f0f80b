import type { Ruler } from '#server/measure/measure.ts';
import type { PlaneShape } from '#server/measure/plane-shape.ts';
import { apartM2 } from './apart.ts';
import { boxesApartM2, edgeToBoxM2 } from './boxes-apart.ts';
import type { Candidates } from './candidates.ts';
import { overlapM2 } from './ground.ts';
import { isInside } from './inside.ts';
import { BLOCK_EDGES, layOut, type Outlines } from './outlines.ts';
import { makeSound } from './sound.ts';

/** A district's ground, metres of the National Grid. */
export type District = {
  readonly gssCode: string;
  readonly name: string;
  readonly shape: PlaneShape;
};

/** Districts laid out for as long as the server runs. */
export type Districts = { readonly all: readonly District[]; readonly outlines: Outlines };

/** Lay districts out. */
export const openDistricts = (ruler: Ruler, all: readonly District[]): Districts => ({
  all,
  outlines: layOut(
    makeSound(
      ruler,
      all.map(({ shape }) => shape),
    ),
  ),
});

/** Where candidates lie among the districts. */
export type Whereabouts = {
  /** Number of the district its middle lies in, or that is within the accuracy of outlines; -1: outside all. */
  readonly homeOf: (at: number) => number;
  /** The districts candidates are at home in, in the order in which they come. */
  readonly homes: () => readonly number[];
  /** Tells the share of a candidate's ground that lies in some of the districts; without ground 0 or 1. */
  readonly shareIn: (districts: ReadonlySet<number>) => (at: number) => number;
  /** Square of the least distance to a district, where it is below `best`; metres of the plane. */
  readonly apartM2: (at: number, district: number, best: number) => number;
};

/** What district outlines may be out by, metres. Source: the note in data/basemap/districts.json. */
const OUTLINE_M = 120;

type Part = { readonly district: number; readonly share: number };

function shareOf(parts: readonly Part[], districts: ReadonlySet<number>): number {
  let share = 0;
  for (const part of parts) if (districts.has(part.district)) share += part.share;
  return share > 1 - LEAST_SHARE ? 1 : share;
}

const known = new WeakMap<Candidates, WeakMap<Districts, Whereabouts>>();

/** Where candidates lie: each is found when it is asked for, and once. */
export function findWhereabouts(
  ruler: Ruler,
  candidates: Candidates,
  districts: Districts,
): Whereabouts {
  const of = known.get(candidates) ?? new WeakMap<Districts, Whereabouts>();
  known.set(candidates, of);
  const found = of.get(districts) ?? locate(ruler, candidates, districts);
  of.set(districts, found);
  return found;
}

function locate(ruler: Ruler, candidates: Candidates, { outlines }: Districts): Whereabouts {
  const count = candidates.all.length;
  const homes = new Int32Array(count).fill(UNKNOWN);
  const parts = new Array<readonly Part[] | undefined>(count);
  const homeOf = (at: number): number => {
    if (homes[at] === UNKNOWN) homes[at] = findHome(candidates, at, outlines);
    return homes[at] as number;
  };
  const partsOf = (at: number): readonly Part[] => {
    const found =
      parts[at] ??
      wholePart(candidates, at, outlines, homeOf(at)) ??
      partOut(candidates.groundM2[at] as number, homeOf(at), outlines, (district) =>
        overlapM2(ruler, candidates, at, { of: outlines, at: district }),
      );
    parts[at] = found;
    return found;
  };
  let all: readonly number[] | undefined;
  const apart = new Map<number, Float64Array>();
  const shares = new Map<string, Float64Array>();
  return {
    homeOf,
    homes() {
      all ??= [...new Set(candidates.all.map((_, at) => homeOf(at)))];
      return all;
    },
    shareIn(districts) {
      const key = [...districts].sort().join();
      const known = shares.get(key) ?? new Float64Array(count).fill(Number.NaN);
      shares.set(key, known);
      return (at) => {
        if (Number.isNaN(known[at])) known[at] = shareOf(partsOf(at), districts);
        return known[at] as number;
      };
    },
    apartM2(at, district, best) {
      if (boxesApartM2(candidates.edge.boxes, at, outlines.boxes, district) >= best) return best;
      const measured = apart.get(district) ?? new Float64Array(count).fill(Number.NaN);
      apart.set(district, measured);
      if (Number.isNaN(measured[at])) {
        measured[at] = apartM2(candidates.edge, at, outlines, district, Infinity);
      }
      return Math.min(measured[at] as number, best);
    },
  };
}

/** Share of its ground below which a part is a sliver of rounding. */
const LEAST_SHARE = 1e-4;

/** Where a home is not looked for yet. */
const UNKNOWN = -2;

function findHome({ figures, edge }: Candidates, at: number, districts: Outlines): number {
  const [e = 0, n = 0] = figures[at]?.middle ?? [];
  for (let district = 0; district < districts.count; district++) {
    if (isInside(districts, district, e, n)) return district;
  }
  let [nearest, best] = [-1, OUTLINE_M ** 2];
  for (let district = 0; district < districts.count; district++) {
    const measured = apartM2(edge, at, districts, district, best);
    if (measured < best) [nearest, best] = [district, measured];
  }
  return nearest;
}

/** All of it, where its middle lies in a district and no edge of that comes near. */
function wholePart(
  { ground, figures }: Candidates,
  at: number,
  districts: Outlines,
  district: number,
): readonly Part[] | undefined {
  const [e = 0, n = 0] = figures[at]?.middle ?? [];
  if (district === -1 || !isInside(districts, district, e, n)) return undefined;
  return meetsEdge(ground.boxes, at, districts, district) ? undefined : [{ district, share: 1 }];
}

/** Whether the box of any edge of a shape meets a box. */
function meetsEdge(boxes: Float64Array, box: number, of: Outlines, at: number): boolean {
  const end = of.firstEdge[at + 1] as number;
  let from = of.firstEdge[at] as number;
  for (let block = of.firstBlock[at] as number; from < end; block++, from += BLOCK_EDGES) {
    if (boxesApartM2(boxes, box, of.blocks, block) > 0) continue;
    const to = Math.min(from + BLOCK_EDGES, end);
    for (let edge = from; edge < to; edge++) {
      if (edgeToBoxM2(of.edges, 4 * edge, boxes, 4 * box) === 0) return true;
    }
  }
  return false;
}

/** Its ground by district; what outlines may be out by counts to its home. */
function partOut(
  wholeM2: number,
  home: number,
  districts: Outlines,
  overlapOf: (district: number) => number,
): readonly Part[] {
  if (wholeM2 === 0) return home === -1 ? [] : [{ district: home, share: 1 }];
  const shareOf = (district: number) => overlapOf(district) / wholeM2;
  const atHome = home === -1 ? 0 : shareOf(home);
  if (atHome > 1 - LEAST_SHARE) return [{ district: home, share: 1 }];
  const others = Array.from({ length: districts.count }, (_, district) => district)
    .filter((district) => district !== home)
    .map((district) => ({ district, share: shareOf(district) }));
  const outside = others.reduce((rest, { share }) => rest - share, 1 - atHome);
  const isOutlines = home !== -1 && outside * wholeM2 <= OUTLINE_M * Math.sqrt(wholeM2);
  const share = atHome + (isOutlines ? Math.max(outside, 0) : 0);
  return [{ district: home, share }, ...others].filter((part) => part.share > LEAST_SHARE);
}
