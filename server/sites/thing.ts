import type { AttributeValue } from '#data/schema/attribute.ts';
import type { LngLat } from '#data/schema/geometry.ts';
import type { PlaneShape } from '#server/measure/plane-shape.ts';

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
