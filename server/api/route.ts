import type { Response } from 'express';
import type { z } from 'zod';
import type { Services } from './services.ts';

/** Parameters a route declares: names to what they must be. */
export type Shape = z.ZodObject;

/** One address of the API, declared once: Express, validation and the OpenAPI document all read this. */
export type Route = {
  /** Express path: `/api/layers/:id`; `*id` may hold slashes. */
  readonly path: string;
  readonly summary: string;
  /** Heading it stands under in the document. */
  readonly tag: 'Catalogue' | 'Features' | 'Areas' | 'Files' | 'Service';
  /** Something is handed in with POST: a file or JSON of at most so many bytes. Absent: the address is read with GET. */
  readonly takes?: { readonly mostBytes: number; readonly media: readonly string[] };
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

/** Checked parameters and query, by name. */
export type Asked = {
  readonly params: unknown;
  readonly query: unknown;
  readonly body?: HandedIn;
};

/** What came with a POST. */
export type HandedIn = {
  /** As its sender calls it, lower case, without parameters. */
  readonly media: string;
  readonly bytes: Uint8Array;
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
