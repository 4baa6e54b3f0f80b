import type { IssueCode } from '#data/issues/register.ts';

/** As published, and what ODIN did with it. Figures and names are made up unless the text says whose they are. */
export type Example = readonly [published: string, did: string];
export type Examples = Readonly<Partial<Record<IssueCode, Example>>>;
