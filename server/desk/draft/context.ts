import { createHash } from 'node:crypto';
import { findFeatureType } from '#data/features/index.ts';
import type { CloserLook, ColumnLook, LayerLook } from '#data/schema/closer.ts';
import type { FeatureType } from '#data/schema/feature-type.ts';
import type { Publisher } from '#data/schema/publisher.ts';
import type { Source } from '#data/schema/source.ts';
import type { DraftFound, DraftRow } from '#server/store/drafts/draft-rows.ts';
import { type Atlas, whereabouts } from '../readback/whereabouts.ts';
import { Refusal } from '../refusal.ts';
import { nounOf } from '../words.ts';
import { isUntyped, sourceOf } from './work.ts';

/** A draft that has been read, with what every screen of it needs. */
export type DraftContext = {
  readonly draft: DraftRow;
  readonly found: DraftFound;
  readonly closer: CloserLook;
  /** Row of the staged edition it is kept as. */
  readonly edition: number;
  readonly source: Source;
  readonly publisher: Publisher;
  readonly type: FeatureType | undefined;
  /** What one record is called: `site`. */
  readonly noun: string;
  /** Name of the publisher's area, or of all districts. */
  readonly area: string;
  readonly atlas: Atlas;
};

/** A draft with what was read of it; undefined before the first reading, or when it could not be read. */
export function contextOf(
  draft: DraftRow,
  publisher: Publisher,
  atlas: Atlas,
): DraftContext | undefined {
  const { found, edition, work } = draft;
  if (!found?.closer || edition === undefined) return undefined;
  const source = sourceOf(work);
  const type = isUntyped(work) ? undefined : findFeatureType(source.type);
  const area = found.closer.falls.area ?? 'the districts here';
  return {
    ...{ draft, found, closer: found.closer, edition, source, publisher, type, area, atlas },
    noun: nounOf(type),
  };
}

/** @throws {Refusal} `conflict` while there is nothing to show yet */
export function contextNow(draft: DraftRow, publisher: Publisher, atlas: Atlas): DraftContext {
  const context = contextOf(draft, publisher, atlas);
  if (context) return context;
  const why = draft.found?.unreadable ?? 'The file is still being read. Ask again in a moment.';
  throw new Refusal('conflict', why);
}

/** Layers whose records are published. */
export const takenLayers = ({ closer }: Pick<DraftContext, 'closer'>): readonly LayerLook[] =>
  closer.layers.filter(({ isTaken }) => isTaken);

/** A column of a layer, where the layer is known; else of the first that has it. */
export function findColumn(
  { closer }: Pick<DraftContext, 'closer'>,
  column: string | undefined,
  layer?: string,
): ColumnLook | undefined {
  if (column === undefined) return undefined;
  const layers = closer.layers.filter(({ name }) => layer === undefined || name === layer);
  return layers
    .flatMap(({ columns }) => columns)
    .find(({ name, label }) => name === column || label === column);
}

/** The column an attribute is read from. */
export const columnOf = (
  context: Pick<DraftContext, 'closer'>,
  attribute: string,
): ColumnLook | undefined =>
  takenLayers(context)
    .flatMap(({ columns }) => columns)
    .find(({ taken }) => taken?.attribute === attribute);

/** Where a position is, in words. */
export const placeOf = ({ atlas }: DraftContext, at: readonly [number, number]): string =>
  whereabouts(at, atlas);

/** A name that stays the same while what it names does: 24 letters and digits out of the parts. */
export const idOf = (...parts: readonly (string | number | undefined)[]): string =>
  BigInt(`0x${createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 40)}`)
    .toString(36)
    .padStart(24, '0')
    .slice(-24);
