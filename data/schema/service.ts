import { z } from 'zod';

/** What the service says of itself: how it fares, and why it cannot answer. */

export const Health = z.object({
  status: z.enum(['ok', 'starting', 'degraded']),
  version: z.string(),
  datasets: z.int(),
  features: z.int(),
  layers: z.int(),
});

export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string().optional(),
});
