import type { AreaSource } from '#data/schema/area.ts';

/** What a badge says beside it. */
const SAID = / \((?:synthetic|demonstration)\)$/u;

/** Title of a dataset where a badge says that it is made up. */
export const sourceTitle = ({ title }: Pick<AreaSource, 'title'>): string =>
  title.replace(SAID, '');

/** Sources in a line that is narrow: the one by its title, several by their number. */
export function saySources(sources: readonly AreaSource[]): string | undefined {
  const titles = new Set(sources.map(sourceTitle));
  const [first] = titles;
  return titles.size > 1 ? `${titles.size} datasets` : first;
}
