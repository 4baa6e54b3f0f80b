const COUNT = new Intl.NumberFormat('en-GB');

/** A count with thousands marked: `1,204`. */
export const formatCount = (count: number): string => COUNT.format(count);

/** A count with its noun: `1 layer`, `8 layers`. */
export function countOf(count: number, one: string, many = `${one}s`): string {
  return `${formatCount(count)} ${count === 1 ? one : many}`;
}

/** A distance as a person says it: `40 m`, `412 m`, `6.2 km`, `55 km`. */
export function formatDistance(metres: number): string {
  if (metres < 1000) return `${Math.round(metres)} m`;
  const km = metres / 1000;
  return `${km < 10 ? Number(km.toFixed(1)) : Math.round(km)} km`;
}

const BYTE_STEPS = ['B', 'kB', 'MB', 'GB'] as const;

/** A file size in decimal units: `812 B`, `2.2 MB`. */
export function formatBytes(bytes: number): string {
  const power = bytes < 1000 ? 0 : Math.min(3, Math.floor(Math.log10(bytes) / 3));
  const value = bytes / 1000 ** power;
  return `${value < 10 && power > 0 ? value.toFixed(1) : Math.round(value)} ${BYTE_STEPS[power]}`;
}

/** A sha-256 short enough to read aloud, ends kept: `d69e52fa…66ee`. */
export const formatHash = (sha256: string): string =>
  sha256.length <= 14 ? sha256 : `${sha256.slice(0, 8)}…${sha256.slice(-4)}`;
