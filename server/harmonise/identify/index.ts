import type { FeatureTypeId } from '#data/schema/feature-type.ts';
import { boundsOf, type Wgs84Geometry } from '#data/schema/geometry.ts';
import type { Tally } from '../tally.ts';
import { type Identity, identityOf } from './id.ts';
import { contentKeyOf, type KeyParts, type KeyPlan, keyOf, rawKeyOf } from './key.ts';

/** Identities already given in a file, so that no two features share one. */
export type Register = {
  readonly lines: Map<string, number>;
  readonly keys: Set<number>;
};

/** A register for one file. */
export const openRegister = (): Register => ({ lines: new Map(), keys: new Set() });

/** What identities of one layer are made with. */
export type IdentifySettings = {
  readonly type: FeatureTypeId | 'unclassified';
  /** Dataset id, or publisher and type. */
  readonly scope: string;
  readonly plan: KeyPlan;
  readonly register: Register;
  readonly tally: Tally;
};

/** One record to be named. */
export type Nameable = Omit<KeyParts, 'place'> & { readonly geometry?: Wgs84Geometry | undefined };

/** Names the records of a layer, one after another in file order. */
export type Identifier = (nameable: Nameable) => Identity;

/**
 * An identifier for one layer. The same thing gets the same id in every edition that keeps its key; records
 * that share a key are reported (`id.duplicate`) and told apart by what they say, so nothing is lost.
 */
export function buildIdentifier(settings: IdentifySettings): Identifier {
  const { plan, tally, register } = settings;
  return (nameable) => {
    const parts = { ...nameable, place: placeOf(nameable.geometry) };
    const stated = keyOf(plan, parts);
    if (stated === '' && plan.strategy !== 'content') {
      tally.meet(
        { code: 'id.missing', line: parts.record.line },
        'This record has no reference, so its name and place stand in for one: give every record a reference.',
      );
    }
    const key = stated === '' ? contentKeyOf(parts) : stated;
    const first = register.lines.get(`${settings.scope}\u0000${key}`);
    if (first === undefined) {
      register.lines.set(`${settings.scope}\u0000${key}`, parts.record.line);
      return claim(settings, key);
    }
    reportRepeat(tally, parts, stated, first);
    return claim(settings, `${key}\u0000${rawKeyOf(parts.record)}`);
  };
}

function reportRepeat(tally: Tally, parts: KeyParts, stated: string, first: number): void {
  const { line } = parts.record;
  if (stated === '') {
    tally.meet(
      { code: 'id.duplicate', line },
      `This record has the same name and place as line ${first}: remove it if it is the same thing, or give each a reference.`,
    );
    return;
  }
  const value = String(parts.attributes.reference ?? stated);
  tally.meet(
    { code: 'id.duplicate', line, value },
    `This reference stands at line ${first} already: give each record its own. Both are kept.`,
  );
}

/** The identity of a key, moved on until no other feature of the file has it. */
function claim({ type, scope, register }: IdentifySettings, key: string): Identity {
  for (let copy = 1; ; copy++) {
    const identity = identityOf(type, scope, copy === 1 ? key : `${key}\u0000${copy}`);
    if (register.keys.has(identity.key)) continue;
    register.keys.add(identity.key);
    return identity;
  }
}

/** Corner of the geometry's box to about ten metres: re-digitising a little keeps it. */
function placeOf(geometry: Wgs84Geometry | undefined): string | undefined {
  const bounds = geometry === undefined ? undefined : boundsOf(geometry);
  return bounds === undefined ? undefined : bounds.map((degrees) => degrees.toFixed(4)).join(' ');
}
