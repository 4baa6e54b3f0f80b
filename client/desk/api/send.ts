import { askJson } from '#client/api/client.ts';
import { withToken } from '#client/api/session.ts';

/** How a change is asked for. */
export type Method = 'POST' | 'PUT' | 'DELETE';

/** Where the desk's addresses begin. */
export const DESK_API = '/api/desk';

/**
 * Ask the desk's server for a change.
 *
 * @param path below `/api/desk`: `drafts/abc/decisions`
 * @param body sent as JSON; nothing when absent
 * @throws ApiProblem when there is no answer, a refusal, or an answer that is not JSON
 */
export const send = <Answer>(method: Method, path: string, body?: unknown): Promise<Answer> =>
  withToken((headers) =>
    askJson<Answer>(`${DESK_API}/${path}`, {
      method,
      headers: {
        ...headers,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    }),
  );
