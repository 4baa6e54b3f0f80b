import type { Mender, Severity } from '#data/schema/issue.ts';

/** One code of the register: how bad, who mends it, what it means and how it is mended (plain English). */
export type IssueKind = {
  readonly severity: Severity;
  readonly mender: Mender;
  /** One sentence a council officer understands: what is wrong. */
  readonly meaning: string;
  /** One sentence: what to do about it. */
  readonly mend: string;
};
