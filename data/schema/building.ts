import { z } from 'zod';

/**
 * A layer whose editions are live and whose tiles are being drawn: from `fromZoom` on they show what is live
 * already, before it those of `sinceVersion` without what is withdrawn, or nothing where there was none.
 */
export const Building = z.object({
  /** 0–1. */
  shareDone: z.number().min(0).max(1),
  fromZoom: z.int(),
  sinceVersion: z.string().optional(),
});
export type Building = z.infer<typeof Building>;
