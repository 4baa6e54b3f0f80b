import type { Agreement } from '#data/schema/agreement.ts';
import type { Subject } from '#data/schema/subject.ts';
import { agreementOf, can } from '#server/access/can.ts';
import type { DatasetThing } from '#server/access/thing.ts';

/** A dataset not everybody may have, or with editions from when they might not. */
export type Apart = {
  readonly thing: DatasetThing;
  /** Rows of the editions kept apart. */
  readonly rows: readonly number[];
};

/** A dataset that is not for everybody and that somebody may read, with the agreement they read it by. */
export type Held = { readonly apart: Apart; readonly agreement?: Agreement };

/** What of the data that is not for everybody somebody sees at a moment. */
export type Sight = {
  /** Datasets that are not there for them. */
  readonly hidden: ReadonlySet<string>;
  /** Rows of editions that are not there for them. */
  readonly hiddenRows: ReadonlySet<number>;
  /** The same as a list. */
  readonly except: readonly number[];
  /** Row of an edition they may see and others may not → its dataset. */
  readonly held: ReadonlyMap<number, Held>;
  /** Equal for whoever sees the same datasets. */
  readonly key: string;
};

/** Look at everything that is not for everybody with somebody's eyes. */
export function sightOf(all: readonly Apart[], subject: Subject, now: Date): Sight {
  const readable = all.filter((apart) => can(subject, 'read-features', asItWas(apart), now));
  const other = all.filter((apart) => !readable.includes(apart));
  const held = readable.flatMap((apart) => {
    const agreement = agreementOf(subject, apart.thing, now);
    const own: Held = { apart, ...(agreement ? { agreement } : {}) };
    return apart.rows.map((row) => [row, own] as const);
  });
  const hidden = other.flatMap(({ thing }) => (thing.state === 'open' ? [] : [thing.id]));
  const except = other.flatMap(({ rows }) => rows);
  return {
    hidden: new Set(hidden),
    hiddenRows: new Set(except),
    except,
    held: new Map(held),
    key: hidden.sort().join(' '),
  };
}

/** Editions from before a dataset was opened stay with its owner. */
const asItWas = ({ thing }: Apart): Apart['thing'] =>
  thing.state === 'open' ? { ...thing, state: 'closed' } : thing;
