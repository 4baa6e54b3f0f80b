import { z } from 'zod';
import { AccessState, Precision } from './access.ts';

/** Who did it: an account for an organisation, a person at the command line, or the deployment itself. */
export const AuditActor = z.strictObject({
  account: z.string().optional(),
  name: z.string(),
  organisation: z.string().optional(),
  role: z.string(),
});

const about = { at: z.string(), actor: AuditActor, dataset: z.string() };

/** What is written into the audit: every reading of data that is not open, and every decision about who may. */
export const AuditEntry = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('read'),
    ...about,
    /** Absent: by right of owning the data, or of being signed in. */
    agreement: z.string().optional(),
    purpose: z.string().optional(),
    precision: Precision,
    /** What was asked: the path of the address. */
    path: z.string(),
    /** Version of the layer, for tiles and archives. */
    version: z.string().optional(),
    /** Box or area asked about, as the address has it. */
    area: z.string().optional(),
    /** Records that were handed over. */
    rows: z.int().min(0),
  }),
  z.strictObject({
    kind: z.enum(['granted', 'accepted', 'revoked']),
    ...about,
    agreement: z.string(),
    why: z.string().optional(),
  }),
  z.strictObject({
    kind: z.enum(['requested', 'declined']),
    ...about,
    /** Id of the request, which holds who asked; it is forgotten a year after its answer. */
    request: z.string(),
    why: z.string().optional(),
  }),
  z.strictObject({ kind: z.literal('access'), ...about, state: AccessState, why: z.string() }),
]);
export type AuditEntry = Readonly<z.infer<typeof AuditEntry>>;

/** An entry in the chain: its hash is over the hash before it and its own words. */
export const AuditRow = z.strictObject({
  seq: z.int().min(1),
  /** SHA-256 of the row before, hex; 64 zeros before the first. */
  previous: z.string(),
  hash: z.string(),
  entry: AuditEntry,
});
export type AuditRow = Readonly<z.infer<typeof AuditRow>>;
