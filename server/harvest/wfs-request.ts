import type { Failed } from './fetched.ts';
import { broken, type Get, notWhat, passing, textOf, withQuery } from './harvested.ts';
import { readCapabilities, type WfsLayer, type WfsService } from './wfs-capabilities.ts';

/** A feature type of a server, and how it is asked. */
export type Asking = {
  readonly url: string;
  readonly service: WfsService;
  readonly layer: WfsLayer;
  readonly get: Get;
};

/** A parameter of an address, whatever its case. */
export const paramOf = (address: string, wanted: string): string | undefined =>
  [...new URL(address).searchParams].find(([name]) => name.toLowerCase() === wanted)?.[1];

/** Parameters that belong to one request of this protocol, not to the server. */
const OURS = [
  ...['service', 'version', 'request', 'typename', 'typenames', 'outputformat', 'srsname'],
  ...['maxfeatures', 'count', 'startindex', 'resulttype', 'bbox', 'propertyname', 'sortby'],
];

/** The server's own address: `mapsource=…` and the like stay. */
function serviceAddress(address: string): string {
  const url = new URL(address);
  for (const name of [...url.searchParams.keys()]) {
    if (OURS.includes(name.toLowerCase())) url.searchParams.delete(name);
  }
  return url.href;
}

/** What the server at an address can do. */
export async function askService(url: string, get: Get): Promise<WfsService | Failed> {
  const query = { service: 'WFS', request: 'GetCapabilities' };
  const got = await get(withQuery(serviceAddress(url), query));
  if (got.status === 'unchanged') return passing('The server answered “unchanged” unasked.');
  if (got.status === 'failed') return got;
  return (
    readCapabilities(textOf(got.bytes)) ??
    broken(notWhat('what a Web Feature Service can do', got.bytes))
  );
}

/** The request for features; names of its parameters changed with version 2. */
function request({ url, service, layer }: Asking, more: Readonly<Record<string, string>>): string {
  const isSecond = service.version.startsWith('2');
  return withQuery(serviceAddress(url), {
    service: 'WFS',
    version: service.version,
    request: 'GetFeature',
    [isSecond ? 'typenames' : 'typename']: layer.name,
    ...(layer.grid === undefined ? {} : { srsName: layer.grid }),
    ...more,
  });
}

/** How many features there are, where the server can say (1.1 and later). */
export async function countAll(asking: Asking): Promise<number | undefined | Failed> {
  if (asking.service.version === '1.0.0') return undefined;
  const got = await asking.get(request(asking, { resultType: 'hits' }));
  if (got.status === 'unchanged') return undefined;
  if (got.status === 'failed') return got.isPassing ? got : undefined;
  const [, count] =
    /number(?:Matched|OfFeatures)="(\d+)"/.exec(textOf(got.bytes.subarray(0, 4_096))) ?? [];
  return count === undefined ? undefined : Number(count);
}

type Page = { readonly bytes: Uint8Array } | Failed;

/** One page of features as it came; faults the server writes in XML are told apart. */
export async function askPage(
  asking: Asking,
  more: Readonly<Record<string, string>>,
): Promise<Page> {
  const got = await asking.get(request(asking, more));
  if (got.status === 'unchanged') return passing('The server answered “unchanged” unasked.');
  if (got.status === 'failed') return got;
  const start = textOf(got.bytes.subarray(0, 4_096));
  if (/<(?:\w+:)?(?:ExceptionReport|ServiceExceptionReport)\b/.test(start)) {
    const [, words = 'no reason given'] =
      /<(?:\w+:)?(?:ExceptionText|ServiceException)\b[^>]*>([^<]*)/.exec(start) ?? [];
    return broken(`The server says: ${words.replaceAll(/\s+/g, ' ').trim().slice(0, 300)}.`);
  }
  return { bytes: got.bytes };
}
