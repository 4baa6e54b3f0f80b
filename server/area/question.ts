import type { DatasetSummary, LayerSummary } from '#data/schema/api.ts';
import type { AreaAsked, AreaNone, AreaSource } from '#data/schema/area.ts';
import type { Publisher } from '#data/schema/publisher.ts';
import type { Part } from '#server/catalogue/combine.ts';
import type { HeldShape } from '#server/measure/held.ts';
import type { ClassFound } from './layer-findings.ts';
import type { Subject } from './subject.ts';

/** A district, held in the plane for as long as the server runs. */
export type DistrictHere = {
  readonly gssCode: string;
  readonly name: string;
  readonly shape: HeldShape;
};

/** A live dataset, and how complete its publisher says it is. */
export type DatasetHere = DatasetSummary & Pick<AreaSource, 'completeness' | 'statement'>;

/** A live layer and what of it was found. */
export type LayerHere = {
  readonly layer: LayerSummary;
  readonly datasets: readonly DatasetHere[];
  readonly found: readonly ClassFound[];
  /** Why nothing of it may be told; `found` is empty then. */
  readonly closed?: string;
  /** Of a layer with nothing on or near the area. */
  readonly nearest?: AreaNone['nearest'];
};

/** All that an answer is composed of. */
export type Question = {
  readonly subject: Subject;
  /** The subject as it is told. */
  readonly asked: AreaAsked;
  readonly notes: readonly string[];
  readonly districts: readonly DistrictHere[];
  readonly layers: readonly LayerHere[];
  readonly publishers: ReadonlyMap<string, Publisher>;
  /** A dataset as it goes into something with others; undefined where its licence has gone. */
  readonly partOf: (dataset: string) => Part | undefined;
  /** ISO 8601 time. */
  readonly asOf: string;
};
