import { z } from 'zod';

/** Who publishes data: a council, utility, agency or community (`data/publishers`). */
export const Publisher = z.strictObject({
  /** Stable slug: `trafford-council`. */
  id: z.string().regex(/^[a-z0-9-]+$/),
  name: z.string().min(1),
  /** Name as it stands in a narrow list: `Trafford`. */
  shortName: z.string().min(1),
  kind: z.enum([
    'district',
    'combined-authority',
    'transport-authority',
    'utility',
    'agency',
    'community',
    'demonstration',
  ]),
  homepage: z.url().optional(),
  /** ONS (GSS) code of its area. */
  gssCode: z
    .string()
    .regex(/^[EJKNSW]\d{8}$/)
    .optional(),
  /** Organisation CURIE of the planning data register: `local-authority:TRF`. */
  organisation: z.string().optional(),
  /** GSS codes of the districts it is responsible for; empty: national. */
  districts: z.array(z.string()),
  /** Other names and spellings, any case. */
  synonyms: z.array(z.string()),
});
export type Publisher = Readonly<z.infer<typeof Publisher>>;
