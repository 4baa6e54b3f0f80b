import { afterEach, describe, expect, it } from 'vitest';
import { openFetcher } from '#server/harvest/fetcher.ts';
import { type Answer, openPortal, type Portal } from '#server/harvest/test-portal.ts';
import { fetchingFiles } from './fetch-file.ts';

describe('an address given at the desk', () => {
  let portal: Portal;
  afterEach(() => portal.close());

  const fetched = async (path: string, answer: Answer) => {
    portal = await openPortal(answer);
    const fetch = openFetcher({ agent: 'test', ownHosts: new Set([new URL(portal.url).host]) });
    return await fetchingFiles(fetch)(portal.url + path, 'rochdale-council', async (resource) => ({
      name: resource.fileName,
      text: 'bytes' in resource ? Buffer.from(resource.bytes).toString() : '',
    }));
  };

  it('of a file brings the file', async () => {
    expect(await fetched('/bins.csv', () => 'a,b\n1,2\n')).toEqual({
      name: 'bins.csv',
      text: 'a,b\n1,2\n',
    });
  });

  it('of a collection brings its features', async () => {
    const collection = { id: 'bins', title: 'Litter bins' };
    const brought = await fetched('/collections/bins', ({ pathname }) =>
      pathname.endsWith('/items') ? { features: [{ type: 'Feature' }] } : collection,
    );
    expect(brought.name).toBe('litter-bins.geojson');
    expect(JSON.parse(brought.text).features).toHaveLength(1);
  });

  it('of nothing is refused in a sentence', async () => {
    await expect(fetched('/gone.csv', () => undefined)).rejects.toThrow('nothing at this address');
  });
});
