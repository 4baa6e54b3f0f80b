import type { FeatureTypeId } from '#data/schema/feature-type.ts';
import { boundsOf, type Wgs84Geometry } from '#data/schema/geometry.ts';
import type { Tally } from '../tally.ts';
import { fingerprintOf } from './fingerprint.ts';
import { type Identity, identityOf } from './id.ts';
import { contentKeyOf, type KeyParts, type KeyPlan, keyOf, rawKeyOf } from './key.ts';
import type { Register } from './register.ts';
import { watchSequence } from './sequence.ts';

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

/** The names of a layer, and what was noticed about its references once all are given. */
export type Identification = { readonly identify: Identifier; readonly finish: () => void };

/**
 * An identifier for one layer. The same thing gets the same id in every edition that keeps its key; records
 * that share a key are told apart by everything they say, so nothing is lost. A reference given twice and a
 * record repeated word for word are reported (`id.duplicate`), and so are two of one name in one place
 * (`id.possible-duplicate`).
 */
export function buildIdentifier(settings: IdentifySettings): Identification {
  const sequence = watchSequence(settings);
  return {
    identify: (nameable) => {
      const stated = keyOf(settings.plan, nameable);
      sequence.see(stated);
      return stated === '' ? byContent(settings, nameable) : byKey(settings, nameable, stated);
    },
    finish: sequence.finish,
  };
}

function byKey(settings: IdentifySettings, parts: Nameable, stated: string): Identity {
  const { register, scope, tally } = settings;
  const { line } = parts.record;
  const key = `${scope}\u0000${stated}`;
  const own = identityOf(settings.type, key);
  const first = register.lineOf(own);
  if (first === undefined) {
    noticeTwin(settings, parts);
    return claimOwn(settings, { own, key, line });
  }
  const value = String(parts.attributes.reference ?? stated);
  tally.meet(
    { code: 'id.duplicate', line, value },
    `This reference stands at line ${first} already: give each record its own. Both are kept.`,
  );
  return claim(settings, `${key}\u0000${rawKeyOf(parts.record)}`);
}

/** Two references for one name on one spot. */
function noticeTwin({ register, tally }: IdentifySettings, parts: Nameable): void {
  const { name } = parts.attributes;
  const { line } = parts.record;
  if (parts.geometry === undefined || typeof name !== 'string') return;
  const print = fingerprintOf({ line, values: [name.trim().toLowerCase()] }, parts.geometry);
  const twin = register.twinOf(print, line);
  if (twin === undefined) return;
  const text = `“${name}” stands in the same place at line ${twin}, under another reference: take one out when both are one thing. Both are kept`;
  tally.meet({ code: 'id.possible-duplicate', line }, text);
}

function byContent(settings: IdentifySettings, nameable: Nameable): Identity {
  const { register, scope, tally, plan } = settings;
  const { record, geometry } = nameable;
  const { line } = record;
  if (plan.strategy !== 'content' && plan.strategy !== 'spatial') {
    tally.meet(
      { code: 'id.missing', line },
      'This record has no reference, so its name and place stand in for one: give every record a reference.',
    );
  }
  const key = `${scope}\u0000${contentKeyOf(plan, nameable, placeOf(geometry))}`;
  const print = fingerprintOf(record, geometry);
  const twin = register.twinOf(print, line);
  if (twin !== undefined) {
    tally.meet(
      { code: 'id.duplicate', line },
      `This record says the same as line ${twin}, word for word: take one of them out. Both are kept.`,
    );
  }
  const own = identityOf(settings.type, key);
  if (register.lineOf(own) === undefined) return claimOwn(settings, { own, key, line });
  return claim(settings, `${key}\u0000${rawKeyOf(record)}\u0000${shapeKeyOf(geometry)}`);
}

type Own = { readonly own: Identity; readonly key: string; readonly line: number };

/** The identity of a key met for the first time, unless another feature has its feature key. */
function claimOwn(settings: IdentifySettings, { own, key, line }: Own): Identity {
  const isFree = !settings.register.isGiven(own);
  settings.register.give(own, line);
  return isFree ? own : claim(settings, key, 2);
}

/** The identity of a key, moved on until no other feature of the file has it. */
function claim({ type, register }: IdentifySettings, key: string, from = 1): Identity {
  const plain = identityOf(type, key);
  for (let copy = Math.max(from, register.copiesOf(plain) + 1); ; copy++) {
    const identity = copy === 1 ? plain : identityOf(type, `${key}\u0000${copy}`);
    if (register.isGiven(identity)) continue;
    register.give(identity);
    register.keepCopies(plain, copy);
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
