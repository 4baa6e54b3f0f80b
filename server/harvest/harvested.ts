import type { HarvestRule } from '#data/schema/harvest.ts';
import type { Failed, Fetched, Known } from './fetched.ts';

/** What a harvest brought home. */
export type Harvested =
  | {
      readonly status: 'harvested';
      readonly fileName: string;
      readonly bytes: Uint8Array;
      /** What to ask with next time, where the server takes that. */
      readonly known: Known;
      /** What the server says of the data: evidence for its licence, never taken for it. */
      readonly said: Said;
    }
  | { readonly status: 'unchanged' }
  | Failed;

export type Said = {
  readonly title?: string;
  /** The server's own words on licence, copyright or attribution. */
  readonly licence?: string;
  /** Where it says so. */
  readonly licenceUrl?: string;
};

/** Fetches one address, patiently. */
export type Get = (address: string, known?: Known) => Promise<Fetched>;

/** Speaks one protocol: rule in, one file out. */
export type Protocol = (rule: HarvestRule, get: Get, known: Known) => Promise<Harvested>;

/** Most that one harvest may bring, all pages together, bytes and pages. */
export const MOST_BYTES = 500e6;
export const MOST_PAGES = 5_000;

/** A failure that asking again does not mend. */
export const broken = (why: string): Failed => ({ status: 'failed', why, isPassing: false });

/** A failure that may be over the next time. */
export const passing = (why: string): Failed => ({ status: 'failed', why, isPassing: true });

const decoder = new TextDecoder('utf-8', { fatal: false });
export const textOf = (bytes: Uint8Array): string => decoder.decode(bytes);

/** JSON an address answers with, or why there is none. */
export async function getJson(get: Get, address: string): Promise<{ json: unknown } | Failed> {
  const got = await get(address);
  if (got.status === 'unchanged') return passing('The server answered “unchanged” unasked.');
  if (got.status === 'failed') return got;
  try {
    return { json: JSON.parse(textOf(got.bytes)) as unknown };
  } catch {
    return broken(notWhat('JSON', got.bytes));
  }
}

/** Says what came instead, by how it begins. */
export function notWhat(wanted: string, bytes: Uint8Array): string {
  const start = textOf(bytes.subarray(0, 200)).trim();
  const isPage = /^(?:<!doctype html|<html)/i.test(start);
  const came = isPage ? 'a web page' : `“${start.replaceAll(/\s+/g, ' ').slice(0, 80)}”`;
  return `The server did not answer with ${wanted} but with ${came}. Check the address in a browser.`;
}

/** An address with parameters set or replaced, whatever their case. */
export function withQuery(address: string, set: Readonly<Record<string, string>>): string {
  const url = new URL(address);
  const names = new Set(Object.keys(set).map((name) => name.toLowerCase()));
  for (const name of [...url.searchParams.keys()]) {
    if (names.has(name.toLowerCase())) url.searchParams.delete(name);
  }
  for (const [name, value] of Object.entries(set)) url.searchParams.set(name, value);
  return url.href;
}

/** A file name out of free words: `Grit boxes` → `grit-boxes.geojson`. */
export const fileNameOf = (words: string, ending: string): string => {
  const slug = words
    .normalize('NFKD')
    .replaceAll(/[^A-Za-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .toLowerCase()
    .slice(0, 100);
  return `${slug === '' ? 'harvest' : slug}.${ending}`;
};
