import type { ErrorRequestHandler, RequestHandler, Response } from 'express';
import { Refusal } from '#server/desk/refusal.ts';
import type { Log } from '#server/log.ts';
import { isDiskFull } from '#server/store/full-disk.ts';

/** What a client can be told, with its status and title (RFC 9457). */
const PROBLEMS = {
  'bad-request': { status: 400, title: 'The request cannot be understood' },
  'not-signed-in': { status: 401, title: 'Sign in first' },
  'not-permitted': { status: 403, title: 'Not permitted' },
  'not-allowed': { status: 403, title: 'The licence does not allow this' },
  'not-found': { status: 404, title: 'Not found' },
  'wrong-method': { status: 405, title: 'Not answered by this method here' },
  conflict: { status: 409, title: 'Not as things stand' },
  'too-large': { status: 413, title: 'Too much was sent at once' },
  'too-many': { status: 429, title: 'Too much was asked at once' },
  unreadable: { status: 422, title: 'The file cannot be used' },
  'no-room': { status: 507, title: 'No room left' },
  unavailable: { status: 503, title: 'Not ready yet' },
  failed: { status: 500, title: 'Something failed on our side' },
} as const;

export type ProblemCode = keyof typeof PROBLEMS;

/** A refusal with a sentence for whoever asked. Everything else that is thrown becomes `failed`. */
export class ApiError extends Error {
  readonly code: ProblemCode;

  constructor(code: ProblemCode, detail: string) {
    super(detail);
    this.code = code;
  }
}

/** Answer with `application/problem+json`; never cached. */
export function sendProblem(response: Response, code: ProblemCode, detail?: string): void {
  const { status, title } = PROBLEMS[code];
  // RFC 9110 §11.6.1; browsers ask nobody for a bearer's token
  if (status === 401) response.set('WWW-Authenticate', 'Bearer');
  response
    .status(status)
    .set('Cache-Control', 'no-store')
    .type('application/problem+json')
    .send(JSON.stringify({ type: `/help#${code}`, title, status, ...(detail ? { detail } : {}) }));
}

/** The last stop of everything thrown while answering: told to the client, and logged when the fault is ours. */
export function problemHandler(log: Log): ErrorRequestHandler {
  return (error: unknown, request, response, next) => {
    if (response.headersSent) {
      next(error);
      return;
    }
    if (error instanceof ApiError || error instanceof Refusal) {
      sendProblem(response, error.code, error.message);
      return;
    }
    if (isDiskFull(error)) {
      log.error({ err: error, path: request.path }, 'no room left');
      sendProblem(response, 'no-room', FULL);
      return;
    }
    // Express refuses a malformed address (`%E0%A4%A`) with a status of its own.
    const status = (error as { status?: unknown } | null)?.status;
    if (status === 413) {
      sendProblem(response, 'too-large', 'What was sent is larger than this address takes.');
      return;
    }
    if (typeof status === 'number' && status >= 400 && status < 500) {
      sendProblem(response, 'bad-request', 'The address or a header is malformed.');
      return;
    }
    log.error({ err: error, path: request.path }, 'request failed');
    sendProblem(response, 'failed', 'The fault is logged; what is published is not affected.');
  };
}

const FULL =
  'The disk of this ODIN is full, so nothing new is kept. What is published is not affected; tell whoever runs it.';

/** What was not answered by any route. */
export const nothingHere: RequestHandler = (request) => {
  throw new ApiError('not-found', `There is nothing at "${request.originalUrl.split('?', 1)[0]}".`);
};
