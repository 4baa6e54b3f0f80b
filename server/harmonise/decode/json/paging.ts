import { issue } from '#data/issues/issue.ts';
import type { Issue } from '#data/schema/issue.ts';
import { elementsOf, parse, type Span } from './scan.ts';

/** Members by which services say how many records there are in all. Source: OGC API – Features, GeoServer, CKAN, Opendatasoft. */
const TOTALS = ['numberMatched', 'totalFeatures', 'total', 'total_count', 'totalCount', 'nhits'];
/** Members that hold the address of the next page. */
const NEXT = ['@odata.nextLink', 'odata.nextLink', 'next', 'next_page', 'nextPage', 'nextLink'];

/** Members that hold such an address in their own `next`. Source: OGC API, JSON:API. */
const PAGES = ['links', 'meta', 'pagination', 'paging'];

/**
 * Whether an answer saved to a file is one page of several, by what it says of itself: ArcGIS's
 * `exceededTransferLimit`, a total above what it holds, an address of a next page.
 *
 * @param members those of the object the list stands in
 * @param count how many elements the list has; undefined when there is none
 * @param list itself, where it is one of the members
 */
export function pagingFaults(
  members: ReadonlyMap<string, Span>,
  count: () => number | undefined,
  list?: Span,
): Issue[] {
  const told = (name: string) => {
    const span = members.get(name);
    return span && span !== list ? parse(span.bytes, span) : undefined;
  };
  const total = TOTALS.map(told).find((value) => Number.isInteger(value));
  const held = typeof total === 'number' ? count() : undefined;
  if (typeof total === 'number' && held !== undefined) {
    return held > 0 && total > held ? [incomplete(held, total)] : [];
  }
  return isExceeded(told) ||
    NEXT.some((name) => isAddress(told(name))) ||
    PAGES.some((name) => hasNext(told(name)))
    ? [incomplete()]
    : [];
}

type Told = (name: string) => unknown;

/** Source: ArcGIS REST API, “Query”; f=geojson puts it among the collection's properties. */
const isExceeded = (told: Told): boolean =>
  told('exceededTransferLimit') === true ||
  (told('properties') as { exceededTransferLimit?: unknown } | undefined)?.exceededTransferLimit ===
    true;

const isAddress = (value: unknown): boolean =>
  typeof value === 'string' && /^(https?:\/)?\/|\?/i.test(value);

const hasNext = (links: unknown): boolean =>
  Array.isArray(links)
    ? links.some((link: { rel?: unknown } | null) => link?.rel === 'next')
    : isAddress((links as { next?: unknown } | undefined)?.next);

/** How many elements a list has. */
export function countOf(list: Span): number {
  let elements = 0;
  for (const _ of elementsOf(list.bytes, list, () => {})) elements += 1;
  return elements;
}

function incomplete(held?: number, total?: number): Issue {
  const shares =
    held === undefined
      ? 'The file is one page of a service’s answer, which says that more follow'
      : `The file is one page of a service’s answer: ${held} record(s) of ${String(total)}`;
  const message = `${shares}. The rest is missing. Ask for all pages and put them in one file, or publish the service’s own full export.`;
  return issue('fetch.paging-incomplete', {}, message);
}
