import type { Express, Response } from 'express';
import { findProfile } from '#data/profiles/index.ts';
import { readSearch } from '#data/siting/search-text.ts';
import { notFoundPage } from '#server/pages/problem-page.ts';
import { type SearchPage, searchPage } from '#server/pages/search-page.ts';
import { forReader } from '../forms/form.ts';
import { originOf } from '../origin.ts';
import { ApiError } from '../problem.ts';
import type { Services } from '../services.ts';
import { findSearch } from '../sites/kept-searches.ts';
import { measureSearch } from '../sites/measure-search.ts';
import { atomFeed, type Feed, feedPath, jsonFeed } from '../sites/search-feeds.ts';
import { carryOut } from '../sites/standing.ts';

/**
 * `/searches/:id` and its feeds: what everybody sees of a kept search, whoever asks. A reader of feeds that keeps
 * what it read is told whether anything is new.
 */
export function mountKeptSearches(app: Express, services: Services): void {
  app.get('/searches/:id', async ({ params: { id } }, response) => {
    const page = await pageOf(id, services);
    if (page === undefined) response.status(404);
    response
      .set('Cache-Control', 'no-cache')
      .vary('Cookie')
      .type('html')
      .send(forReader(page ?? notFoundPage(response.req.path), response.req));
  });
  app.get('/searches/:id/feed.json', async ({ params: { id } }, response) => {
    const feed = await feedOf(id, response, services);
    response.set('Cache-Control', 'no-cache').type('application/feed+json; charset=utf-8');
    response.send(JSON.stringify(jsonFeed(feed)));
  });
  app.get('/searches/:id/feed.atom', async ({ params: { id } }, response) => {
    const feed = await feedOf(id, response, services);
    response.set('Cache-Control', 'no-cache').type('application/atom+xml; charset=utf-8');
    response.send(atomFeed(feed));
  });
}

async function feedOf(id: string, response: Response, services: Services): Promise<Feed> {
  const kept = await findSearch(id, services);
  const found = await foundOf(kept.search, services);
  const credits = 'answer' in found ? found.answer.credits.long.join(' ') : '';
  return { kept, origin: originOf(response, services), credits };
}

async function pageOf(id: string, services: Services): Promise<string | undefined> {
  const kept = await findSearch(id, services).catch((cause: unknown) => {
    if (cause instanceof ApiError && cause.code === 'not-found') return undefined;
    throw cause;
  });
  const search = kept && readSearch(kept.search);
  if (!kept || !search) return undefined;
  const found = await foundOf(kept.search, services);
  return searchPage({
    ...{ kept, search },
    profile: findProfile(search.profile)?.title ?? search.title ?? 'a search of one’s own',
    ...('answer' in found ? { found } : { trouble: found.trouble }),
    feeds: { json: feedPath(id, 'json'), atom: feedPath(id, 'atom') },
  });
}

/** What everybody sees of a search now; why not, where something it looks through is kept no more. */
async function foundOf(
  text: string,
  services: Services,
): Promise<NonNullable<SearchPage['found']> | { readonly trouble: string }> {
  const search = readSearch(text);
  if (!search) return { trouble: 'This ODIN reads the search no more.' };
  try {
    return carryOut(search, await measureSearch(search, { services: services.everybody() }));
  } catch (cause) {
    if (cause instanceof ApiError) return { trouble: cause.message };
    throw cause;
  }
}
