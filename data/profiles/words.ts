import type { Condition } from '#data/query/filter.ts';
import type { Origin, Target, What, Worth } from '#data/siting/criterion.ts';

/** How profiles are written: `distanceTo(of('energy/substation', atLeast('demand-headroom-mw', 10)))`. */
export const of = (type: string, ...where: readonly Condition[]): Target =>
  where.length === 0 ? { type } : { type, where };

/** An attribute is one of some values. */
export const among = (attribute: string, ...values: readonly string[]): Condition => ({
  kind: 'among',
  attribute,
  values,
});

/** An attribute is at least a number. */
export const atLeast = (attribute: string, min: number): Condition => ({
  kind: 'range',
  attribute,
  min,
});

/** An attribute is stated, whatever the number. */
export const stated = (attribute: string): Condition => ({ kind: 'range', attribute });

/** An attribute of the site itself. */
export const site = (attribute: string): What => ({ kind: 'site', attribute });

/** Metres to the nearest. */
export const distanceTo = (of: Target): What => ({ kind: 'distance', of });

/** Metres to the nearest that is not fed from where the nearest is. */
export const distanceToSecond = (of: Target, apartBy: string): What => ({
  kind: 'distance',
  of,
  second: { apartBy },
});

/** An attribute of the nearest. */
export const ofNearest = (of: Target, attribute: string): What => ({
  kind: 'value',
  of,
  attribute,
  from: 'nearest',
});

/** An attribute of the one the site's middle lies in. */
export const ofContaining = (of: Target, attribute: string): What => ({
  kind: 'value',
  of,
  attribute,
  from: 'containing',
});

/** Per cent of the site covered. */
export const shareOf = (of: Target): What => ({ kind: 'share', of });

/** How many lie on it or within so many metres. */
export const countOf = (of: Target, withinM: number): What => ({ kind: 'count', of, withinM });

/** An attribute of the thing that serves the site, or the nearest where nobody drew what serves what. */
export const servedBy = (of: Target, attribute: string): What => ({
  kind: 'value',
  of,
  attribute,
  from: 'serving',
});

/** All at `full`, nothing at `none`, in a straight line between. */
export const linear = (full: number, none: number): Worth => ({ kind: 'linear', full, none });

/** By value, in the order given; what is listed nowhere is worth nothing. */
export const steps = (
  ...list: readonly (readonly [share: number, ...values: string[]])[]
): Worth => ({
  kind: 'steps',
  steps: list.map(([share, ...values]) => ({ values, share })),
  otherwise: 0,
});

/** A threshold somebody stands for: what they said, and who. */
export const sourced = (text: string): Origin => ({ kind: 'sourced', text });

/** A threshold nobody stands for, to argue with; `text` says how it was come by. */
export const byDefault = (text?: string): Origin => ({
  kind: 'default',
  ...(text === undefined ? {} : { text }),
});
