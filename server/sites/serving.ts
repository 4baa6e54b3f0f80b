import type { Candidates } from './candidates.ts';
import { findContainingOf } from './containing.ts';
import type { MeasureContext } from './context.ts';
import { type Found, type OpenTarget, thingOf } from './target.ts';
import { findValue } from './things.ts';

/** Which areas say what serves the ground: their type, and the attribute that names what serves it. */
type SupplyAreas = { readonly type: string; readonly names: string };

/** Things that serve ground their operators draw, by type. Source: DNO Long Term Development Statements. */
const SUPPLY_AREAS: Readonly<Record<string, SupplyAreas>> = {
  'energy/substation': { type: 'energy/supply-area', names: 'substation-ref' },
};

/** Attributes a supply area may know a thing by. */
const KNOWN_BY = ['reference', 'name'] as const;

/**
 * Finds the thing of a target that serves a candidate's middle: what the smallest supply area there names that is a
 * thing of the target.
 */
export function findServingOf(
  candidates: Candidates,
  type: string,
  { selections }: OpenTarget,
  { suppliesOf }: Pick<MeasureContext, 'suppliesOf'>,
): (at: number) => Found | undefined {
  const areas = SUPPLY_AREAS[type];
  if (!areas) return () => undefined;
  const byName = new Map<string, Found>();
  for (const selection of selections) {
    for (const item of selection.sure.below.subarray(0, selection.sure.items)) {
      const found = { selection, item };
      for (const name of namesOf(found)) if (!byName.has(name)) byName.set(name, found);
    }
  }
  const drawn = suppliesOf(areas.type).map(({ things }) => things.select([]));
  const containing = findContainingOf(candidates, drawn);
  return (at) => {
    for (const area of containing(at, 'sure')) {
      const thing = thingOf(area);
      const named = thing && findValue(thing, areas.names);
      const found = named === undefined ? undefined : byName.get(asName(String(named)));
      if (found) return found;
    }
    return undefined;
  };
}

function namesOf(found: Found): string[] {
  const thing = thingOf(found);
  if (!thing) return [];
  return KNOWN_BY.flatMap((attribute) => {
    const value = findValue(thing, attribute);
    return value === undefined || value === '' ? [] : [asName(String(value))];
  });
}

/** References are written with capitals here and blanks there. */
const asName = (text: string): string => text.toLowerCase().replaceAll(/[\s-]+/g, '');
