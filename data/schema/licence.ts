import { z } from 'zod';

/** y: allowed · n: not allowed · per: as the agreement or dataset says · unknown: nobody stated it. */
export const Permission = z.enum(['y', 'n', 'per', 'unknown']);
export type Permission = z.infer<typeof Permission>;

/** One licence of the catalogue (`data/licences`). */
export const Licence = z.strictObject({
  /** SPDX identifier where one exists, else a stable name: `OGL-UK-3.0`, `OS-PSGA-member`. */
  id: z.string().regex(/^[A-Za-z0-9.-]+$/),
  /** SPDX expression, or `LicenseRef-…`, or `NOASSERTION`. */
  spdx: z.string(),
  title: z.string().min(1),
  /** The licence's own page; absent when the text is an agreement between parties. */
  url: z.url().optional(),
  version: z.string().optional(),
  /** Who uses it and for what. */
  usedFor: z.string(),
  /** Words to print; variables {year} {date} {publisher} {title} {changes} {agreement} {link}. Empty when none is asked for. */
  attribution: z.string(),
  permissions: z.strictObject({
    commercialUse: Permission,
    redistribute: Permission,
    derivatives: Permission,
  }),
  obligations: z.strictObject({
    attribution: z.boolean(),
    shareAlike: z.boolean(),
    indicateChanges: z.boolean(),
    nonCommercial: z.boolean(),
    noDerivatives: z.boolean(),
    /** The grant may end on a date. */
    expires: z.boolean(),
    /** Only for a stated purpose or audience. */
    limitedPurpose: z.boolean(),
  }),
  /** open: public everywhere · view: shown, not handed out · restricted: named audience · blocked: stays a draft. */
  tier: z.enum(['open', 'view', 'restricted', 'blocked']),
  /** The chip on the map: Open, Attribution, Share-alike, View only, Restricted, Not stated. */
  chip: z.enum(['open', 'attribution', 'share-alike', 'view-only', 'restricted', 'not-stated']),
  /** Publishers' words for it, any case: `OGL v3`, `Open Government Licence`. */
  synonyms: z.array(z.string()),
  /** Notes a planner should read before relying on it. */
  notes: z.string().optional(),
  supersededBy: z.string().optional(),
  /** False while a person has not read the current text against this row. */
  verified: z.boolean(),
});
export type Licence = Readonly<z.infer<typeof Licence>>;
