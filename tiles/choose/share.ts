/** Things that compete for room in one tile, those of one block next to each other. */
export type Claims = {
  readonly count: number;
  /** Block a claim belongs to; equal neighbours are one block. */
  readonly blockOf: (claim: number) => number;
  /** Room it takes. */
  readonly weightOf: (claim: number) => number;
  /** Who stays longer: larger first, no two the same. */
  readonly scoreOf: (claim: number) => number;
};

type Block = { readonly from: number; readonly to: number; readonly weight: number };

/**
 * Share a tile's room among its blocks as water fills a vessel: every block may take up to one
 * common level, so sparse blocks keep all they have and dense ones their best.
 *
 * @param room total weight that may stay
 * @returns claims that must go, ascending
 */
export function overflow(claims: Claims, room: number): number[] {
  const { scoreOf, weightOf } = claims;
  const byScore = (a: number, b: number): number => scoreOf(b) - scoreOf(a);
  const blocks = blocksOf(claims);
  const level = waterLevel(
    blocks.map((block) => block.weight),
    room,
  );
  const waiting: number[] = [];
  let spare = room;
  for (const block of blocks) {
    if (block.weight <= level) {
      spare -= block.weight;
      continue;
    }
    const claimants = Array.from({ length: block.to - block.from }, (_, i) => block.from + i);
    spare -= takeBest(claimants.sort(byScore), { weightOf, room: level }, waiting);
  }
  // what the blocks could not use whole goes to the best of all who wait
  const gone: number[] = [];
  takeBest(waiting.sort(byScore), { weightOf, room: spare }, gone);
  return gone.sort((a, b) => a - b);
}

/** Let claims in as long as they fit. @returns the room they take */
function takeBest(
  claims: readonly number[],
  into: { weightOf: Claims['weightOf']; room: number },
  refused: number[],
): number {
  let taken = 0;
  for (const claim of claims) {
    const weight = into.weightOf(claim);
    if (taken + weight > into.room) refused.push(claim);
    else taken += weight;
  }
  return taken;
}

function blocksOf({ count, blockOf, weightOf }: Claims): Block[] {
  const blocks: Block[] = [];
  for (let from = 0; from < count; ) {
    const block = blockOf(from);
    let to = from;
    let weight = 0;
    while (to < count && blockOf(to) === block) weight += weightOf(to++);
    blocks.push({ from, to, weight });
    from = to;
  }
  return blocks;
}

/** The level at which what is below it, over all blocks, makes up the room. */
function waterLevel(weights: readonly number[], room: number): number {
  let left = room;
  const ascending = Float64Array.from(weights).sort();
  for (const [index, weight] of ascending.entries()) {
    const fair = left / (ascending.length - index);
    if (weight > fair) return fair;
    left -= weight;
  }
  return Infinity;
}
