import { z } from 'zod';
import { FeatureChange, ToldField } from './change.ts';
import { CHANGE_KINDS } from './change-kind.ts';

/** One dataset of a layer, and the editions its changes lie between. */
const ChangedDataset = z.object({
  id: z.string(),
  title: z.string(),
  publisher: z.string(),
  /** Edition then; absent: it was not published yet, so that everything in it is new. */
  from: z.object({ number: z.int(), publishedAt: z.string() }).optional(),
  /** Edition now. */
  to: z.object({ number: z.int(), publishedAt: z.string() }),
});

const LayerChange = FeatureChange.extend({
  fields: z.array(ToldField),
  dataset: z.string(),
  title: z.string(),
});
export type LayerChange = Readonly<z.infer<typeof LayerChange>>;

/** What became of a layer since a day, feature by feature. */
export const LayerChanges = z.object({
  layerId: z.string(),
  /** ISO 8601 day asked for. */
  since: z.string(),
  datasets: z.array(ChangedDataset),
  totals: z.record(z.enum(CHANGE_KINDS), z.int()),
  /** Days on which something of it was published, newest first: where a comparison may begin. */
  days: z.array(z.string()),
  changes: z.array(LayerChange),
  /** True when there are more than are told. */
  truncated: z.boolean(),
});
export type LayerChanges = z.infer<typeof LayerChanges>;
