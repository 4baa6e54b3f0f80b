import express, { type Express, type Request, type RequestHandler, type Response } from 'express';
import type { AccountSubject, Subject } from '#data/schema/subject.ts';
import { isOwnOrigin } from '#server/accounts/own-origin.ts';
import { allowanceKey } from '#server/accounts/rate.ts';
import { formTokenOf, isSame } from '#server/accounts/secret.ts';
import { withReader } from '#server/pages/layout.ts';
import { notFoundPage, refusedPage } from '#server/pages/problem-page.ts';
import { askerOf } from '../asking.ts';
import { addressOf, isSecure } from '../connection.ts';
import { type CookieName, readCookie, writeCookie } from '../cookies.ts';
import { bodyInTime, limitForms } from '../limits.ts';
import { originOf } from '../origin.ts';
import type { Services } from '../services.ts';

/** Most a form may send, bytes, and most fields. */
const MOST_BYTES = 20_000;
const MOST_FIELDS = 40;

/** What is asked of a page with a form. */
export type Asked = {
  readonly params: Readonly<Record<string, string>>;
  /** A parameter of the address; the first, when it is there twice. */
  readonly query: (name: string) => string | undefined;
  /** A field as it was filled in; empty when it was not. */
  readonly field: (name: string) => string;
  readonly subject: Subject;
  /** What the cookie of the session holds. */
  readonly secret: string | undefined;
  /** Stands in every form of somebody signed in. */
  readonly formToken: string;
  /** Whose allowance of guesses it is. */
  readonly address: string;
  readonly origin: string;
  /** Page to come back to after signing in: path and query. */
  readonly here: string;
  readonly cookie: (name: CookieName) => string | undefined;
  readonly setCookie: (name: CookieName, value: string | undefined) => void;
};

/** A page, another address to go to, or nothing at all. */
export type Shown =
  | { readonly page: string; readonly status?: number; readonly retryAfterS?: number }
  | { readonly goTo: string }
  | 'not-found';

export type Shows = (asked: Asked, services: Services) => Promise<Shown>;

/** A page with a form: shown when asked for, taken when sent. */
export type FormPage = { readonly path: string; readonly show?: Shows; readonly take?: Shows };

/** Mount pages with forms. What they say is for one person: never kept by anybody. */
export function mountForms(app: Express, pages: readonly FormPage[], services: Services): void {
  const limit = limitForms();
  const body = express.urlencoded({
    extended: false,
    limit: MOST_BYTES,
    parameterLimit: MOST_FIELDS,
  });
  for (const { path, show, take } of pages) {
    if (show) app.get(path, answer(show, services));
    if (take)
      app.post(
        path,
        limit,
        bodyInTime(MOST_BYTES),
        body,
        onlyOurForms(services),
        answer(take, services),
      );
  }
}

/** A form must come from a page of ours, and from one of the same session when there is one. */
const onlyOurForms =
  ({ publicUrl }: Services): RequestHandler =>
  (request, response, next) => {
    const provenance = { origin: request.get('origin'), site: request.get('sec-fetch-site') };
    const { secret } = askerOf(request);
    const isOurs =
      isOwnOrigin(provenance, originOf(response, { publicUrl })) &&
      (secret === undefined || isSame(String(request.body?.token ?? ''), formTokenOf(secret)));
    if (isOurs) next();
    else send(request, response, { page: refusedPage(), status: 403 });
  };

const answer =
  (shows: Shows, services: Services): RequestHandler =>
  async (request, response) => {
    send(request, response, await shows(askedOf(request, response, services), services));
  };

function send(request: Request, response: Response, shown: Shown): void {
  response.set('Cache-Control', 'private, no-store').vary('Cookie');
  if (shown === 'not-found') {
    response
      .status(404)
      .type('html')
      .send(forReader(notFoundPage(request.path), request));
  } else if ('goTo' in shown) response.redirect(303, shown.goTo);
  else {
    if (shown.retryAfterS !== undefined) response.set('Retry-After', String(shown.retryAfterS));
    response
      .status(shown.status ?? 200)
      .type('html')
      .send(forReader(shown.page, request));
  }
}

/** A document as whoever asks for it sees it. */
export function forReader(page: string, request: Request): string {
  const { subject } = askerOf(request);
  return subject.kind === 'account' ? withReader(page, subject.name) : page;
}

function askedOf(request: Request, response: Response, { publicUrl }: Services): Asked {
  const { subject, secret } = askerOf(request);
  const secure = isSecure(request, publicUrl);
  const first = (value: unknown): string | undefined =>
    [value].flat().find((each): each is string => typeof each === 'string');
  const fields = new Map(Object.entries((request.body ?? {}) as Record<string, unknown>));
  return {
    params: request.params as Record<string, string>,
    query: (name) => first(new Map(Object.entries(request.query)).get(name)),
    field: (name) => first(fields.get(name)) ?? '',
    ...{ subject, secret, formToken: secret === undefined ? '' : formTokenOf(secret) },
    address: allowanceKey(addressOf(request)),
    origin: originOf(response, { publicUrl }),
    here: request.method === 'POST' ? '/account' : request.originalUrl,
    cookie: (name) => readCookie(request.headers.cookie, name, secure),
    setCookie: (name, value) => response.append('Set-Cookie', writeCookie(name, value, secure)),
  };
}

/** Show or take something only of people signed in; others sign in first and come back. */
export const signedIn =
  (
    shows: (asked: Asked & { subject: AccountSubject }, services: Services) => Promise<Shown>,
  ): Shows =>
  async (asked, services) => {
    const { subject, here } = asked;
    if (subject.kind === 'account' && subject.via === 'session') {
      return await shows({ ...asked, subject }, services);
    }
    return { goTo: `/sign-in?back=${encodeURIComponent(here)}` };
  };
