/**
 * Kinds of sites, in few words: `brownfield sites, public land`; `brownfield sites and 2 more kinds`.
 *
 * @param titles of those that are published
 * @param asked how many are looked through
 */
export function sayTypes(titles: readonly string[], asked: number): string {
  const [first, second, ...others] = titles.map(lower);
  if (first === undefined) return `${asked} kinds of sites, none published`;
  if (second === undefined) return first;
  return others.length === 0
    ? `${first}, ${second}`
    : `${first} and ${others.length + 1} more kinds`;
}

const lower = (title: string): string => title.charAt(0).toLowerCase() + title.slice(1);
