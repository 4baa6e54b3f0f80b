import { broken, fileNameOf, type Harvested, type Protocol } from './harvested.ts';

/** A file at an address of its own. */
export const harvestFile: Protocol = async ({ url }, get, known): Promise<Harvested> => {
  const got = await get(url, known);
  if (got.status !== 'fetched') return got;
  if (got.bytes.byteLength === 0) return broken('The server sent an empty file.');
  const { etag, lastModified } = got;
  return {
    status: 'harvested',
    fileName: got.fileName?.replaceAll(/[/\\\0]/g, '_') || nameIn(got.url),
    bytes: got.bytes,
    known: { ...(etag ? { etag } : {}), ...(lastModified ? { lastModified } : {}) },
    said: {},
  };
};

/** The last part of an address's path, as a file name. */
function nameIn(address: string): string {
  const last = new URL(address).pathname.split('/').filter(Boolean).at(-1) ?? '';
  try {
    return decodeURIComponent(last).replaceAll(/[/\\\0]/g, '_') || 'harvest';
  } catch {
    return fileNameOf(last, 'bin');
  }
}
