import type { FeatureTypeId } from '#data/schema/feature-type.ts';
import { boundsOf, type Wgs84Geometry } from '#data/schema/geometry.ts';
import type { Tally } from '../tally.ts';
import { fingerprintOf } from './fingerprint.ts';
import { type Identity, identityOf } from './id.ts';
import { contentKeyOf, type KeyParts, type KeyPlan, keyOf, rawKeyOf } from './key.ts';

/** Identities already given in a file, so that no two features share one. */
export type Register = {
  /** Key, with its scope → line of the first record that has it. */
  readonly keys: Map<string, number>;
  /** Fingerprint of a whole record known by name and place → line of the first such record. */
  readonly records: Map<number, number>;
  /** Feature keys given. */
  readonly given: Set<number>;
};

/** A register for one file. */
export const openRegister = (): Register => ({
  keys: new Map(),
  records: new Map(),
  given: new Set(),
});

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
export type Nameable = KeyParts & { readonly geometry?: Wgs84Geometry | undefined };

/** Names the records of a layer, one after another in file order. */
export type Identifier = (nameable: Nameable) => Identity;

/**
 * An identifier for one layer. The same thing gets the same id in every edition that keeps its key; records
 * that share a key are told apart by everything they say, so nothing is lost. A reference given twice and a
 * record repeated word for word are reported (`id.duplicate`).
 */
export function buildIdentifier(settings: IdentifySettings): Identifier {
  return (nameable) => {
    const stated = keyOf(settings.plan, nameable);
    return stated === '' ? byContent(settings, nameable) : byKey(settings, nameable, stated);
  };
}

function byKey(settings: IdentifySettings, parts: KeyParts, stated: string): Identity {
  const { register, scope, tally } = settings;
  const { line } = parts.record;
  const key = `${scope}\u0000${stated}`;
  const first = register.keys.get(key);
  if (first === undefined) {
    register.keys.set(key, line);
    return claim(settings, key);
  }
  const value = String(parts.attributes.reference ?? stated);
  tally.meet(
    { code: 'id.duplicate', line, value },
    `This reference stands at line ${first} already: give each record its own. Both are kept.`,
  );
  return claim(settings, `${key}\u0000${rawKeyOf(parts.record)}`);
}

function byContent(settings: IdentifySettings, nameable: Nameable): Identity {
  const { register, scope, tally, plan } = settings;
  const { record, geometry } = nameable;
  const { line } = record;
  if (plan.strategy !== 'content') {
    tally.meet(
      { code: 'id.missing', line },
      'This record has no reference, so its name and place stand in for one: give every record a reference.',
    );
  }
  const key = `${scope}\u0000${contentKeyOf(nameable, placeOf(geometry))}`;
  const print = fingerprintOf(record, geometry);
  const twin = register.records.get(print);
  if (twin !== undefined) {
    tally.meet(
      { code: 'id.duplicate', line },
      `This record says the same as line ${twin}, word for word: take one of them out. Both are kept.`,
    );
  } else register.records.set(print, line);
  if (!register.keys.has(key)) {
    register.keys.set(key, line);
    return claim(settings, key);
  }
  return claim(settings, `${key}\u0000${rawKeyOf(record)}\u0000${shapeKeyOf(geometry)}`);
}

/** The identity of a key, moved on until no other feature of the file has it. */
function claim({ type, register }: IdentifySettings, key: string): Identity {
  for (let copy = 1; ; copy++) {
    const identity = identityOf(type, copy === 1 ? key : `${key}\u0000${copy}`);
    if (register.given.has(identity.key)) continue;
    register.given.add(identity.key);
    return identity;
  }
}

/** Corners of the geometry's box to about a metre. */
function placeOf(geometry: Wgs84Geometry | undefined): string | undefined {
  if (geometry === undefined) return undefined;
  if (geometry.type === 'Point') return rounded(geometry.coordinates);
  const bounds = boundsOf(geometry);
  return bounds === undefined ? undefined : rounded(bounds);
}

const rounded = (degrees: readonly number[]): string =>
  degrees.map((each) => Math.round(each * 1e5)).join(' ');

const shapeKeyOf = (geometry: Wgs84Geometry | undefined): string =>
  geometry === undefined || geometry.type === 'GeometryCollection'
    ? ''
    : String(geometry.coordinates);
