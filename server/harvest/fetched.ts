/** How much and how long one answer may be. */
export type FetchLimits = {
  readonly mostBytes: number;
  /** For the whole answer, redirects included, ms. */
  readonly mostMs: number;
  /** Without a byte, ms. */
  readonly mostIdleMs: number;
};

export const FETCH_LIMITS: FetchLimits = { mostBytes: 200e6, mostMs: 60_000, mostIdleMs: 15_000 };

/** What a server said before of the same address. */
export type Known = { readonly etag?: string; readonly lastModified?: string };

export type Fetched =
  | {
      readonly status: 'fetched';
      readonly bytes: Uint8Array;
      /** Where it came from in the end. */
      readonly url: string;
      readonly mediaType: string;
      /** From `Content-Disposition`, as sent. */
      readonly fileName?: string;
      readonly etag?: string;
      readonly lastModified?: string;
      /** `Content-Crs` of OGC API Features, without its brackets. */
      readonly contentCrs?: string;
    }
  | { readonly status: 'unchanged' }
  | {
      readonly status: 'failed';
      /** A sentence for whoever gave the address. */
      readonly why: string;
      /** Whether the same request may succeed later. */
      readonly isPassing: boolean;
      /** Seconds the server asks to be left alone. */
      readonly retryAfterS?: number;
    };

/** An address could not be fetched. */
export type Failed = Extract<Fetched, { status: 'failed' }>;

/** Fetches one address, once. Never throws. */
export type Fetch = (address: string, known?: Known, signal?: AbortSignal) => Promise<Fetched>;
