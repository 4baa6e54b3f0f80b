import type { AttributeValue } from '#data/schema/attribute.ts';
import type { LngLat } from '#data/schema/geometry.ts';
import type { PlaneShape } from '#server/measure/plane-shape.ts';
import type { Things } from './things.ts';

/** A feature candidates are measured against. */
export type Thing = {
  /** Feature id. */
  readonly id: string;
  /** Name, else reference, else what its kind is called. */
  readonly title: string;
  /** Dataset id: where it comes from. */
  readonly dataset: string;
  /** In metres of the National Grid. */
  readonly shape: PlaneShape;
  /** Attribute name → value as stored; `reference` and `name` too. */
  readonly attributes: Readonly<Record<string, AttributeValue>>;
  readonly synthetic: boolean;
  /** Date of its figures (EDTF), where it states one. */
  readonly asOf?: string;
  /** A position of it, WGS 84: its point, or its middle. */
  readonly at: LngLat;
};

/** One live dataset as it speaks of one feature type. */
export type Supply = {
  /** Dataset id. */
  readonly dataset: string;
  readonly featureType: string;
  /** Its features of that type, opened once an edition: `openThings`. */
  readonly things: Things;
  /** GSS codes of the districts it says something of, whether it has anything there or not. */
  readonly coverage: readonly string[];
  readonly synthetic: boolean;
};

/** Live datasets of a feature type; none: nobody supplied it. */
export type SuppliesOf = (featureType: string) => readonly Supply[];
