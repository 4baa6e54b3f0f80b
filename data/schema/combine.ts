import { z } from 'zod';
import { LicenceSummary } from './api.ts';
import { Permission } from './licence.ts';

/** What somebody wants to make of several datasets: one file, or a file a licence. */
export const MAKES = ['merged', 'separate'] as const;
export type Make = (typeof MAKES)[number];

const CombinedPart = z.object({
  /** Of the dataset; of the licence where only that was given. */
  id: z.string(),
  kind: z.enum(['dataset', 'licence']),
  title: z.string(),
  publisher: z.string(),
  synthetic: z.boolean(),
  licence: LicenceSummary,
  /** Licences of what filled some of its fields or positions, by id. */
  filledFrom: z.array(z.string()),
  mayBeShared: z.boolean(),
  /** Why it may not be shared, in a sentence. */
  reason: z.string().optional(),
});
export type CombinedPart = z.infer<typeof CombinedPart>;

/** One thing that stands in the way of what was asked, and the term that does it. */
const Block = z.object({
  /** Id and title of the part whose terms these are. */
  part: z.string(),
  title: z.string(),
  /** The term, short enough for a heading: `May not be passed on`. */
  term: z.string(),
  /** In a sentence, naming the licence. */
  reason: z.string(),
});
export type Block = z.infer<typeof Block>;

/** What may be done instead. */
const WayOn = z.object({
  kind: z.enum(['leave-out', 'separate', 'ask', 'open-only', 'link']),
  title: z.string(),
  detail: z.string(),
  /** Where it is done: the same question asked otherwise, or the publisher's own page. */
  href: z.string().optional(),
});
export type WayOn = z.infer<typeof WayOn>;

/** A licence and whether everything asked for may go into one database under it. */
const Outlet = z.object({
  spdx: z.string(),
  entry: z.enum(['yes', 'with-notices', 'no']),
  /** Parts that may not go in, by title. */
  kept: z.array(z.string()),
});

/** What may be done with several datasets together, what must be printed, and what stands in the way. */
export const CombineAnswer = z.object({
  make: z.enum(MAKES),
  parts: z.array(CombinedPart),
  /** Whether it can be made as asked. */
  possible: z.boolean(),
  /** As the licences stand: merged, a file a licence, or not at all. */
  form: z.enum(['merged', 'collective', 'refused']),
  /** Licence to state on the whole; empty when it may not leave. */
  label: z.string(),
  /** The answer in a few words. */
  headline: z.string(),
  reason: z.string(),
  permissions: z.object({
    commercialUse: Permission,
    redistribute: Permission,
    derivatives: Permission,
  }),
  may: z.array(z.string()),
  must: z.array(z.string()),
  mayNot: z.array(z.string()),
  /** What nobody has stated, or an agreement settles. */
  ask: z.array(z.string()),
  /** The words to print. */
  credits: z.object({ short: z.string(), long: z.array(z.string()) }),
  /** What ODIN did to each, where its licence asks that changes be stated. */
  changes: z.array(z.object({ title: z.string(), changes: z.string() })),
  blocks: z.array(Block),
  ways: z.array(WayOn),
  outlets: z.array(Outlet),
  /** Those anybody may use, share and adapt, where that is not all of them. */
  openOnly: z.object({ datasets: z.array(z.string()), label: z.string() }).optional(),
  /** What a person should look at before relying on this. */
  caveats: z.array(z.string()),
});
export type CombineAnswer = z.infer<typeof CombineAnswer>;
