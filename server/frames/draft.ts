import type { AttributeValue } from '#data/schema/attribute.ts';
import type { AttributeSource, Lifecycle, Placement } from '#data/schema/feature.ts';
import type { Bounds, LngLat, NativeGeometry, Wgs84Geometry } from '#data/schema/geometry.ts';

/** A record on its way into an edition; the geometry fields are absent together when it could not be placed. */
export type FeatureDraft = {
  readonly key: number;
  readonly id: string;
  readonly type: string;
  readonly lifecycle: Lifecycle;
  readonly reference?: string;
  readonly name?: string;
  readonly geometry?: Wgs84Geometry;
  readonly native?: NativeGeometry;
  readonly placement?: Placement;
  readonly bounds?: Bounds;
  /** A position on or in it. */
  readonly point?: LngLat;
  /** GSS code of the district `point` is in. */
  readonly district?: string;
  readonly attributes: Readonly<Record<string, AttributeValue>>;
  readonly sources: Readonly<Record<string, AttributeSource>>;
  readonly extra: Readonly<Record<string, string | number | boolean>>;
  /** Published cells, in the order of the layer's columns. */
  readonly cells: readonly string[];
  readonly layer: string;
  readonly line: number;
  /** Words that find it beside its name and reference. */
  readonly words: string;
};
