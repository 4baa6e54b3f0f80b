/** Readings of one thing that are kept: a threshold is dragged to and fro, and four questions are asked of each. */
const KEPT = 8;

/**
 * Remember what was lately made of a thing, as long as the thing is there. What is made must follow from the thing and
 * the key alone, and must not be changed afterwards.
 */
export function rememberLately<T>(): (thing: object, key: string, make: () => T) => T {
  const made = new WeakMap<object, Map<string, T>>();
  return (thing, key, make) => {
    const readings = made.get(thing) ?? new Map<string, T>();
    made.set(thing, readings);
    const known = readings.get(key);
    if (known !== undefined) return known;
    const [oldest] = readings.keys();
    if (readings.size >= KEPT && oldest !== undefined) readings.delete(oldest);
    const reading = make();
    readings.set(key, reading);
    return reading;
  };
}
