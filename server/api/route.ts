import type { Readable } from 'node:stream';
import type { Response } from 'express';
import type { z } from 'zod';
import type { Subject } from '#data/schema/subject.ts';
import type { Services } from './services.ts';

/** Parameters a route declares: names to what they must be. */
export type Shape = z.ZodObject;

/** One address of the API, declared once: Express, validation and the OpenAPI document all read this. */
export type Route = {
  /** Express path: `/api/layers/:id`; `*id` may hold slashes. */
  readonly path: string;
  readonly summary: string;
  /** Heading it stands under in the document. */
  readonly tag: 'Catalogue' | 'Features' | 'Areas' | 'Sites' | 'Files' | 'Desk' | 'Service';
  /** How it is asked; POST when it takes something, else GET (and HEAD). */
  readonly method?: Method;
  /** Who may ask: everybody unless said. Others are told to sign in. */
  readonly access?: 'public' | 'signed-in';
  /** Something is handed in: a file or JSON of at most so many bytes. */
  readonly takes?: {
    readonly mostBytes: number;
    readonly media: readonly string[];
    /** It is handed over as it comes, never held in memory whole. */
    readonly isStream?: true;
  };
  readonly params?: Shape;
  readonly query?: Shape;
  /** Shape of the answer, in `media`. */
  readonly response: z.ZodType;
  /** Media type of the answer; `application/json` unless said. */
  readonly media?: string;
  /** The answer follows from the catalogue and the address alone: it is written once for each state of it. */
  readonly settled?: true;
  /** How long an answer may be used without asking again, seconds; 0 unless said. */
  readonly maxAgeS?: number;
  readonly answer: Answer;
};

export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

/** How a route is asked. */
export const methodOf = ({ method, takes }: Pick<Route, 'method' | 'takes'>): Method =>
  method ?? (takes ? 'POST' : 'GET');

/** Routes of one path, path by path, in the order given. */
export function byPath(routes: readonly Route[]): Map<string, Route[]> {
  const paths = new Map<string, Route[]>();
  for (const route of routes) paths.set(route.path, [...(paths.get(route.path) ?? []), route]);
  return paths;
}

/** Checked parameters and query, by name, and who asks. */
export type Asked = {
  readonly subject: Subject;
  readonly params: unknown;
  readonly query: unknown;
  readonly body?: HandedIn;
};

/** What came with a POST or PUT. */
export type HandedIn = {
  /** As its sender calls it, lower case, without parameters. */
  readonly media: string;
  readonly bytes: Uint8Array;
  /** Instead of the bytes, where the route takes a stream. */
  readonly stream?: Readable;
};

type Answer = (asked: Asked, services: Services, response: Response) => Promise<unknown>;

type Declared<P extends Shape, Q extends Shape, R extends z.ZodType> = Omit<
  Route,
  'params' | 'query' | 'response' | 'answer'
> & {
  readonly params?: P;
  readonly query?: Q;
  readonly response: R;
  /** Returns the body, or writes it piece by piece, ends the response and returns `STREAMED`. */
  readonly answer: (
    asked: {
      readonly subject: Subject;
      readonly params: z.output<P>;
      readonly query: z.output<Q>;
      readonly body?: HandedIn;
    },
    services: Services,
    response: Response,
  ) => Promise<z.input<R> | Streamed>;
};

/** What `answer` returns when it has written the body itself. */
export const STREAMED = Symbol('streamed');
export type Streamed = typeof STREAMED;

/** Declare a route; what `answer` takes and gives is checked against the shapes. */
export function route<
  R extends z.ZodType,
  P extends Shape = z.ZodObject<Record<never, never>>,
  Q extends Shape = z.ZodObject<Record<never, never>>,
>(declared: Declared<P, Q, R>): Route {
  // The checker hands `answer` exactly what `params` and `query` parse to.
  return declared as unknown as Route;
}
