import type { OptionGroup, SearchOption } from './options.ts';

/** Results kept. */
const MOST = 5;

/** What was gone to in this visit, the latest first, each once. */
export function remember(
  recent: readonly SearchOption[],
  option: SearchOption,
): readonly SearchOption[] {
  const others = recent.filter(
    ({ kind, result: { title, detail } }) =>
      kind !== option.kind || title !== option.result.title || detail !== option.result.detail,
  );
  return [option, ...others].slice(0, MOST);
}

/** The same as a group to choose from; none while nothing was gone to. */
export const recentGroups = (recent: readonly SearchOption[]): readonly OptionGroup[] =>
  recent.length === 0
    ? []
    : [{ title: 'Lately', options: recent.map((option, index) => ({ ...option, index })) }];
