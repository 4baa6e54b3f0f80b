import { z } from 'zod';

/** What is found for a text, grouped by kind. */
export const SearchAnswer = z.object({
  query: z.string(),
  /** Why nothing can be found for such a text here, a sentence or two. */
  hint: z.string().optional(),
  groups: z.array(
    z.object({
      kind: z.enum(['place', 'coordinates', 'address', 'layer', 'feature']),
      title: z.string(),
      results: z.array(
        z.object({
          title: z.string(),
          detail: z.string(),
          layerId: z.string().optional(),
          featureId: z.string().optional(),
          point: z.tuple([z.number(), z.number()]).optional(),
          bounds: z.tuple([z.number(), z.number(), z.number(), z.number()]).optional(),
          synthetic: z.boolean().optional(),
        }),
      ),
    }),
  ),
});
export type SearchAnswer = z.infer<typeof SearchAnswer>;
