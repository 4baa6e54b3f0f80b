import type { KeptSearch, SearchWish } from '#data/schema/sites.ts';
import { postJson } from './client.ts';

/** Have the server keep and watch a search. */
export const keepSearch = (wish: SearchWish): Promise<KeptSearch> =>
  postJson('/api/searches', JSON.stringify(wish), 'application/json');
