/** Times and counts of the answer itself, which differ although the data is the same. */
const OF_THE_ANSWER =
  /\s(?:timeStamp|numberMatched|numberReturned|numberOfFeatures|next|previous)="[^"]*"/g;

/**
 * Several pages of GML as one document: the first, with the members of the others before its end. What tells only
 * of the answer is left out, so that equal data is equal bytes.
 */
export function joinGml(documents: readonly string[]): string {
  const [first = '', ...others] = documents;
  const inside = others.map(membersOf).join('\n');
  const end = /<\/(?:\w+:)?FeatureCollection>\s*$/.exec(first);
  const whole = end ? `${first.slice(0, end.index)}${inside}${first.slice(end.index)}` : first;
  const root = /<(?:\w+:)?FeatureCollection\b[^>]*>/.exec(whole);
  if (!root) return whole;
  const plain = root[0].replaceAll(OF_THE_ANSWER, '');
  return whole.slice(0, root.index) + plain + whole.slice(root.index + root[0].length);
}

/** How many features a page holds; nothing when one element holds them all, so that they would have to be read. */
export function countMembers(document: string): number | undefined {
  const members = document.match(/<(?:\w+:)?(?:featureMember|member)\b/g)?.length ?? 0;
  return members === 0 && /<(?:\w+:)?featureMembers\b/.test(document) ? undefined : members;
}

/** From the first member of a document to the end of its last. */
function membersOf(document: string): string {
  const start = document.search(/<(?:\w+:)?(?:featureMember|member)\b/);
  const ends = [...document.matchAll(/<\/(?:\w+:)?(?:featureMember|member)>/g)];
  const last = ends.at(-1);
  return start < 0 || !last ? '' : document.slice(start, last.index + last[0].length);
}
