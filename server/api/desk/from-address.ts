import { NewDraft } from '#data/schema/desk.ts';
import type { Subject } from '#data/schema/subject.ts';
import type { DraftRow } from '#server/store/drafts/draft-rows.ts';
import { ApiError } from '../problem.ts';
import type { HandedIn } from '../route.ts';
import type { Services } from '../services.ts';
import { streamedJson } from './handed.ts';

/** What the new draft is asked for with. */
type Asked = {
  readonly publisher: string;
  readonly dataset?: string | undefined;
  readonly type?: string | undefined;
};

/**
 * A draft of what stands at a web address, fetched by the safe fetcher this ODIN harvests with.
 *
 * @throws {ApiError} when it cannot be fetched, or this ODIN fetches nothing
 */
export async function openDraftFromAddress(
  subject: Subject,
  asked: Asked,
  body: HandedIn,
  { desk }: Services,
): Promise<DraftRow> {
  const { url } = await streamedJson(body, NewDraft);
  const { fetchFile } = desk.deps;
  if (!fetchFile)
    throw new ApiError('unavailable', 'This ODIN fetches nothing from the web. Send the file.');
  return await fetchFile(url, asked.publisher, (resource) =>
    desk.drafting.create(subject, { ...asked, fileName: resource.fileName, from: url }, resource),
  );
}
