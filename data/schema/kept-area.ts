import { z } from 'zod';
import { IssueView } from './api.ts';
import { BoundsShape, GeometryShape } from './area.ts';

/** An area the server keeps; it holds no word about who sent it. */
export const KeptArea = z.object({
  /** 26 letters and digits: the hash of its shape. */
  id: z.string(),
  /** `kept:<id>`, for addresses. */
  text: z.string(),
  geometry: GeometryShape,
  bounds: BoundsShape,
  areaM2: z.number().optional(),
  lengthM: z.number().optional(),
  corners: z.int(),
  /** How it was placed, as a sentence; absent when asked for by id. */
  placed: z.string().optional(),
  /** Shapes of the file that were joined to it. */
  features: z.int().optional(),
  /** Each shape of the file kept by itself, in its order; present when asked for, of more than one. */
  parts: z
    .array(
      z.object({
        /** `kept:<id>`, for addresses. */
        text: z.string(),
        areaM2: z.number().optional(),
      }),
    )
    .optional(),
  notes: z.array(z.string()),
  issues: z.array(IssueView),
});
export type KeptArea = z.infer<typeof KeptArea>;
