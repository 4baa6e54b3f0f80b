import type { Profile } from '#data/siting/search.ts';
import { DATA_CENTRE } from './data-centre.ts';

/** Uses ODIN knows what to ask of a site for. */
export const PROFILES: readonly Profile[] = [DATA_CENTRE];

/** The profile of an id. */
export const findProfile = (id: string): Profile | undefined =>
  PROFILES.find((each) => each.id === id);
