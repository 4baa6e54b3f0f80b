import { z } from 'zod';

/** A layer as it stood from one publish until the next. */
const LayerMoment = z.object({
  /** When that publish was, ISO 8601. */
  at: z.string(),
  /** `/tiles/<layer>/<version>/{z}/{x}/{y}.mvt` of the layer as it stood. */
  tiles: z.string(),
  /** Part of the tile address. */
  version: z.string(),
  featureCount: z.int(),
  bounds: z.tuple([z.number(), z.number(), z.number(), z.number()]).optional(),
  /** What was published then; what the other datasets of the layer had by then stayed. */
  published: z.array(
    z.object({
      dataset: z.string(),
      publisher: z.string(),
      /** Number of the edition, from 1. */
      edition: z.int(),
    }),
  ),
});
export type LayerMoment = Readonly<z.infer<typeof LayerMoment>>;

/** How a layer stood after each publish of one of its datasets. */
export const LayerMoments = z.object({
  layerId: z.string(),
  /** Newest first; the first is how it stands now. */
  moments: z.array(LayerMoment),
});
export type LayerMoments = z.infer<typeof LayerMoments>;
