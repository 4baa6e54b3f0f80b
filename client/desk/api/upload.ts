import { ApiProblem } from '#client/api/client.ts';
import { withToken } from '#client/api/session.ts';
import type { Draft } from '#data/schema/desk.ts';
import { DESK_API, type Method } from './send.ts';

type Upload = {
  readonly method: Extract<Method, 'POST' | 'PUT'>;
  /** Below `/api/desk`: `drafts?publisher=…&fileName=…`. */
  readonly path: string;
  readonly file: Blob;
  readonly signal: AbortSignal;
  /** Share that has left this device, 0–1. */
  readonly onSent: (share: number) => void;
};

/**
 * Send a file exactly as it is. Only `XMLHttpRequest` tells how much of it has left.
 *
 * @throws ApiProblem when there is no answer or a refusal; DOMException `AbortError` when it is cancelled
 */
export const upload = (what: Upload): Promise<Draft> =>
  withToken((headers) => sendFile(what, headers));

function sendFile(
  { method, path, file, signal, onSent }: Upload,
  headers: Readonly<Record<string, string>>,
): Promise<Draft> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open(method, `${DESK_API}/${path}`);
    request.setRequestHeader('accept', 'application/json');
    request.setRequestHeader('content-type', 'application/octet-stream');
    for (const [name, text] of Object.entries(headers)) request.setRequestHeader(name, text);
    request.upload.onprogress = ({ loaded, total }) => onSent(total === 0 ? 0 : loaded / total);
    request.onload = () => {
      if (request.status < 300) resolve(JSON.parse(request.responseText) as Draft);
      else reject(new ApiProblem(request.status, reasonIn(request)));
    };
    request.onerror = () => reject(new ApiProblem(0, 'The server does not answer.'));
    request.onabort = () => reject(new DOMException('Cancelled', 'AbortError'));
    signal.addEventListener('abort', () => request.abort(), { once: true });
    request.send(file);
  });
}

/** The sentence of an `application/problem+json` answer, or the status. */
function reasonIn({ responseText, status, statusText }: XMLHttpRequest): string {
  try {
    const { detail, title } = JSON.parse(responseText) as { detail?: unknown; title?: unknown };
    const words = detail ?? title;
    if (typeof words === 'string' && words !== '') return words;
  } catch {
    // a proxy's own page: the status says enough
  }
  return `The server answered ${status} ${statusText}`.trim();
}
