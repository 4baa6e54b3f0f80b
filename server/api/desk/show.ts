import type { Draft } from '#data/schema/desk.ts';
import type { Subject } from '#data/schema/subject.ts';
import { viewDraft } from '#server/desk/view.ts';
import type { DraftRow } from '#server/store/drafts/draft-rows.ts';
import type { Services } from '../services.ts';

/** A draft as its screens show it, for whoever asks. */
export const show = async (draft: DraftRow, subject: Subject, { desk }: Services): Promise<Draft> =>
  (await viewDraft(draft, subject, desk.deps, desk.drafting)).view;
