/** Order of day, month and year in an all-figures date. */
export type DateOrder = 'dmy' | 'mdy' | 'ymd';

/** How a column's all-figures dates are read, and why. */
export type OrderVerdict = {
  readonly order: DateOrder;
  /** descriptor or heading: stated · values: only one order fits · assumed: every date fits both. */
  readonly basis: 'stated' | 'values' | 'layer' | 'assumed' | 'conflict';
};

const FIGURES = /^(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{4}|\d{2})(?:[T ,].*)?$/;

/** How many texts of a column can only be day-first, only month-first, or either. */
export type OrderVotes = { dayFirst: number; monthFirst: number; either: number };

/** Count the votes of a column's texts; other texts do not vote. */
export function countVotes(texts: Iterable<string>): OrderVotes {
  const votes: OrderVotes = { dayFirst: 0, monthFirst: 0, either: 0 };
  for (const text of texts) {
    const match = FIGURES.exec(text.trim());
    if (match === null) continue;
    const [first, second] = [Number(match[1]), Number(match[2])];
    if (first > 12 && second <= 12) votes.dayFirst++;
    else if (second > 12 && first <= 12) votes.monthFirst++;
    else if (first !== second && first <= 12) votes.either++;
  }
  return votes;
}

/** The order a heading states: `Last updated (dd/mm/yyyy)`. */
export function orderOfHeading(heading: string): DateOrder | undefined {
  const pattern = /\b(d{1,2}|m{1,3}|y{2,4})\W(d{1,2}|m{1,3}|y{2,4})\W(d{1,2}|m{1,3}|y{2,4})\b/i;
  const parts = pattern.exec(heading)?.slice(1) ?? [];
  const order = parts.map((part) => part.charAt(0).toLowerCase()).join('');
  return order === 'dmy' || order === 'mdy' || order === 'ymd' ? order : undefined;
}

/**
 * One order for a whole column: what is stated, else what its dates allow, else what the layer's other
 * columns allow, else day first (the order of the United Kingdom).
 */
export function chooseOrder(
  stated: DateOrder | undefined,
  votes: OrderVotes,
  layer: OrderVotes,
): OrderVerdict {
  if (stated !== undefined) return { order: stated, basis: 'stated' };
  if (votes.dayFirst > 0 && votes.monthFirst > 0) {
    return { order: votes.dayFirst >= votes.monthFirst ? 'dmy' : 'mdy', basis: 'conflict' };
  }
  if (votes.dayFirst > 0) return { order: 'dmy', basis: 'values' };
  if (votes.monthFirst > 0) return { order: 'mdy', basis: 'values' };
  if (layer.dayFirst > 0 !== layer.monthFirst > 0) {
    return { order: layer.dayFirst > 0 ? 'dmy' : 'mdy', basis: 'layer' };
  }
  return { order: 'dmy', basis: 'assumed' };
}
