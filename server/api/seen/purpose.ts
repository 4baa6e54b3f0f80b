import type { IncomingMessage } from 'node:http';
import type { AccountSubject } from '#data/schema/subject.ts';
import { hashSecret } from '#server/accounts/secret.ts';
import type { AccessStore } from '#server/store/accounts/access-rows.ts';

/** Longest purpose, characters. */
export const LONGEST_PURPOSE = 200;

type Asked = {
  /** What the cookie of the session holds. */
  readonly secret?: string | undefined;
  readonly request: Pick<IncomingMessage, 'headers'>;
};

/**
 * Who asks, and what for: as the request says (`X-ODIN-Purpose`, percent-encoded), else as was chosen for the
 * session, else as the token was made. A purpose opens nothing by itself: an agreement must name the same.
 */
export async function withPurpose(
  subject: AccountSubject,
  { secret, request }: Asked,
  store: Pick<AccessStore, 'purposeOf'>,
): Promise<AccountSubject> {
  const said = readPurpose(request.headers['x-odin-purpose']);
  const chosen =
    said ?? (secret === undefined ? undefined : await store.purposeOf(hashSecret(secret)));
  return chosen === undefined ? subject : { ...subject, purpose: chosen };
}

/** The purpose a header says; undefined when it says none, or nothing that can be one. */
function readPurpose(header: string | string[] | undefined): string | undefined {
  if (typeof header !== 'string') return undefined;
  try {
    const text = decodeURIComponent(header).trim();
    return text === '' || text.length > LONGEST_PURPOSE ? undefined : text;
  } catch {
    return undefined;
  }
}
