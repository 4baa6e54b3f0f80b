/** Bins a histogram has at most: more cannot be told apart in the width of a filter. */
const MOST_BINS = 12;

/** Bins aimed at where steps are even. */
const AIM = 10;

/** Values looked at to learn how they are spread. */
const SAMPLE = 5_000;

/** Share of the whole span within which the median lies when values are crowded at one end. */
const CROWDED = 0.15;

/** Share of the whole span within which the least lies when values begin at about 0. */
const NEAR_ZERO = 0.2;

/**
 * Round numbers that part values into at most twelve bins: even steps where the values are spread evenly, steps
 * of 1 · 2 · 5 · 10 where they are crowded just above 0, and even steps with open ends where they are crowded
 * elsewhere. The last bin holds its end too.
 *
 * @param values finite, in any order
 * @returns edges, one more than there are bins; empty when there are no values
 */
export function breaksOf(
  values: ArrayLike<number>,
  options: { readonly whole: boolean },
): number[] {
  const sample = sampleOf(values);
  if (sample.length === 0) return [];
  const [least, most] = rangeOf(values);
  if (options.whole && most - least < MOST_BINS) return steps(least, 1, most - least + 1);
  if (least === most) return [least, least];
  const at = (share: number) => sample[Math.floor(share * (sample.length - 1))] as number;
  const middle = (at(0.5) - least) / (most - least);
  if (middle >= CROWDED && middle <= 1 - CROWDED) return evenBreaks(least, most, options.whole);
  const isNearZero = least >= 0 && least <= NEAR_ZERO * (most - least);
  if (isNearZero && middle < CROWDED) return growingBreaks(at, most, options.whole);
  return openBreaks(evenBreaks(at(0.02), at(0.98), options.whole), least, most);
}

function sampleOf(values: ArrayLike<number>): Float64Array {
  const stride = Math.max(1, Math.ceil(values.length / SAMPLE));
  const size = Math.ceil(values.length / stride);
  return Float64Array.from({ length: size }, (_, index) => values[index * stride] as number).sort();
}

/** Least and greatest. */
export function rangeOf(values: ArrayLike<number>): [least: number, most: number] {
  let [least, most] = [Infinity, -Infinity];
  for (let at = 0; at < values.length; at++) {
    const value = values[at] as number;
    if (value < least) least = value;
    if (value > most) most = value;
  }
  return [least, most];
}

const steps = (from: number, step: number, count: number): number[] =>
  Array.from({ length: count + 1 }, (_, index) => tidy(from + index * step));

/** Without what binary fractions add: 0.30000000000000004. */
const tidy = (value: number): number => Number(value.toPrecision(12));

function evenBreaks(least: number, most: number, whole: boolean): number[] {
  for (let aim = AIM; aim > 0; aim--) {
    const step = Math.max(roundUp((most - least) / aim, whole), whole ? 1 : 0);
    const from = Math.floor(tidy(least / step));
    const to = Math.max(Math.ceil(tidy(most / step)), from + 1);
    if (to - from <= MOST_BINS) return steps(from * step, step, to - from);
  }
  return [least, most];
}

const ROUND = [1, 2, 2.5, 5, 10];
const ROUND_WHOLE = [1, 2, 5, 10];

/** The next of 1, 2, 2.5, 5 and their tenfolds. */
function roundUp(value: number, whole: boolean): number {
  const power = 10 ** Math.floor(Math.log10(value));
  const factor =
    (whole ? ROUND_WHOLE : ROUND).find((each) => each * power >= value * (1 - 1e-9)) ?? 10;
  return tidy(factor * power);
}

/** 0, then 1 · 2 · 5 · 10, or tens where those are too many; the last edge holds the greatest. */
function growingBreaks(at: (share: number) => number, most: number, whole: boolean): number[] {
  const low = firstAbove(at, whole);
  for (const factors of [[1, 2, 5], [1, 3], [1]]) {
    const edges = series(low, most, factors);
    if (edges.length <= MOST_BINS) return [0, ...edges];
    // a long tail of few is one bin
    const cut = edges.findIndex((edge) => edge >= at(0.99));
    if (cut >= 0 && cut + 2 <= MOST_BINS)
      return [0, ...edges.slice(0, cut + 1), edges.at(-1) ?? most];
  }
  return [0, ...series(low, most, [1]).slice(-MOST_BINS)];
}

/** Where the first bin ends: below it lies a tenth of the values. */
function firstAbove(at: (share: number) => number, whole: boolean): number {
  const positive = [0.1, 0.25, 0.5, 0.75, 0.9, 1].map(at).find((value) => value > 0) ?? 1;
  return whole ? Math.max(1, positive) : positive;
}

/** Round numbers from about `low` to the first that `most` does not pass. */
function series(low: number, most: number, factors: readonly number[]): number[] {
  const edges: number[] = [];
  for (let power = Math.floor(Math.log10(low)); power < 308; power++) {
    for (const factor of factors) {
      const edge = tidy(factor * 10 ** power);
      if (edge >= low * (1 - 1e-9)) edges.push(edge);
      if (edge >= most && edges.length > 0) return edges;
    }
  }
  return [...edges, most];
}

/** The outer bins reach to the ends of the values, at round numbers. */
function openBreaks(edges: readonly number[], least: number, most: number): number[] {
  const step = (edges[1] ?? 1) - (edges[0] ?? 0) || 1;
  const from = Math.min(tidy(Math.floor(least / step) * step), least);
  const to = Math.max(tidy(Math.ceil(most / step) * step), most);
  const inner = edges.filter((edge) => edge > least && edge < most);
  return [from, ...inner.slice(0, MOST_BINS - 1), to];
}

/** Months of a span up to which dates are parted by months. */
const FEW_MONTHS = 24;

/**
 * First days of years or months that part dates into at most twelve bins.
 *
 * @param dates as `dateNumber` makes them
 */
export function dateBreaksOf(dates: ArrayLike<number>): number[] {
  if (dates.length === 0) return [];
  const [least, most] = rangeOf(dates);
  if (monthOf(most) - monthOf(least) < FEW_MONTHS) {
    const [from, to] = [monthOf(least), monthOf(most) + 1];
    const step = [1, 2, 3, 6].find((each) => (to - from) / each <= MOST_BINS) ?? 6;
    return steps(from, step, Math.ceil((to - from) / step)).map(dateOfMonth);
  }
  const years = Float64Array.from(dates, (date) => Math.floor(date / 10_000));
  const edges = breaksOf(years, { whole: true }).map((year) => Math.floor(year) * 10_000);
  const last = edges.at(-1) ?? 0;
  // a year holds its days: the last one ends where the next begins
  return last <= most ? [...edges.slice(0, -1), (Math.floor(most / 10_000) + 1) * 10_000] : edges;
}

/** Months since the year 0; of a year alone its January. */
function monthOf(date: number): number {
  const month = Math.floor(date / 100) % 100;
  return Math.floor(date / 10_000) * 12 + Math.max(month, 1) - 1;
}

/** January as its year, so that a date known to the year alone is in its bin. */
function dateOfMonth(month: number): number {
  const [year, rest] = [Math.floor(month / 12), month % 12];
  return year * 10_000 + (rest === 0 ? 0 : (rest + 1) * 100);
}
