import type { AccessState } from '#data/schema/access.ts';
import type { Agreement } from '#data/schema/agreement.ts';

/** A dataset, with all that decides about it. */
export type DatasetThing = {
  readonly kind: 'dataset';
  readonly id: string;
  readonly state: AccessState;
  /** Organisations that publish as its publisher: its owners. */
  readonly organisations: readonly string[];
  /** Every agreement about it, whether in force or not. */
  readonly agreements: readonly Agreement[];
};

/** What something is done with. */
export type Thing =
  | DatasetThing
  | { readonly kind: 'organisation'; readonly id: string }
  /** This ODIN as a whole. */
  | { readonly kind: 'deployment' };

/** All that can be done with anything. */
export const ACTIONS = [
  'see-existence',
  'see-metadata',
  'read-features',
  'see-tiles',
  'download',
  'read-reduced',
  'draft',
  'publish',
  'withdraw',
  'change-access',
  'grant',
  'accept-terms',
  'see-audit',
  'see-members',
  'manage-members',
  'administer',
] as const;
export type Action = (typeof ACTIONS)[number];
