/** An answer that is not what was asked for: the server's own words when it gave any. */
export class ApiProblem extends Error {
  /** HTTP status; 0 when there was no answer at all. */
  readonly status: number;

  constructor(status: number, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'ApiProblem';
    this.status = status;
  }
}

/**
 * Ask our own server for JSON.
 *
 * @param path address on this site: `/api/layers`
 * @throws ApiProblem when there is no answer, a refusal, or an answer that is not JSON
 */
export const getJson = <Answer>(path: string, signal?: AbortSignal): Promise<Answer> =>
  askJson(path, {}, signal);

/**
 * Send something to our own server, which answers with JSON.
 *
 * @param type media type of `body`; a file of unknown kind is `application/octet-stream`
 * @throws ApiProblem as `getJson` does
 */
export const postJson = <Answer>(path: string, body: BodyInit, type: string): Promise<Answer> =>
  askJson(path, { method: 'POST', body, headers: { 'content-type': type } });

/**
 * Ask our own server for JSON with a request of any method; an answer without content is `undefined`.
 *
 * @throws ApiProblem as `getJson` does
 */
export async function askJson<Answer>(
  path: string,
  request: RequestInit,
  signal?: AbortSignal,
): Promise<Answer> {
  const response = await ask(path, request, signal);
  if (!response.ok) throw new ApiProblem(response.status, await reasonOf(response));
  if (response.status === 204) return undefined as Answer;
  try {
    return (await response.json()) as Answer;
  } catch (cause) {
    if (signal?.aborted) throw cause;
    throw new ApiProblem(response.status, 'The answer is not readable.', { cause });
  }
}

async function ask(
  path: string,
  request: RequestInit,
  signal: AbortSignal | undefined,
): Promise<Response> {
  try {
    return await fetch(path, {
      ...request,
      headers: { accept: 'application/json', ...request.headers },
      ...(signal && { signal }),
    });
  } catch (cause) {
    if (signal?.aborted) throw cause;
    throw new ApiProblem(0, 'The server does not answer.', { cause });
  }
}

/** The sentence of an `application/problem+json` answer, or the status in words. */
async function reasonOf(response: Response): Promise<string> {
  try {
    const problem = (await response.json()) as { title?: unknown; detail?: unknown };
    const words = problem.detail ?? problem.title;
    if (typeof words === 'string' && words !== '') return words;
  } catch {
    // a proxy's own page: the status says enough
  }
  return `The server answered ${response.status} ${response.statusText}`.trim();
}
