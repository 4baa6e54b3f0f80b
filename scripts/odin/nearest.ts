/** The candidate most like a mistyped word, or undefined when none is near. */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  let best: { readonly candidate: string; readonly likeness: number } | undefined;
  for (const candidate of candidates) {
    const likeness = sharedPairs(word.toLowerCase(), candidate.toLowerCase());
    if (likeness > (best?.likeness ?? 0.4)) best = { candidate, likeness };
  }
  return best?.candidate;
}

/** Share of letter pairs two words have in common, 0–1 (Dice). */
function sharedPairs(a: string, b: string): number {
  const pairs = new Set(pairsOf(a));
  const others = pairsOf(b);
  const shared = others.filter((pair) => pairs.has(pair)).length;
  return (2 * shared) / (pairs.size + others.length || 1);
}

const pairsOf = (word: string): readonly string[] =>
  Array.from({ length: Math.max(0, word.length - 1) }, (_, at) => word.slice(at, at + 2));
