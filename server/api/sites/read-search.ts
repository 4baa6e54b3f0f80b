import { findFeatureType } from '#data/features/index.ts';
import type { SiteSearch } from '#data/siting/search.ts';
import { fault, isFault, type SearchFault } from '#data/siting/search-fault.ts';
import { parseSearch } from '#data/siting/search-text.ts';
import { ApiError } from '../problem.ts';

/**
 * Read the text of a search.
 *
 * @throws {ApiError} saying what is wrong with it, where, and what to do
 */
export function readSearchOf(text: string): SiteSearch {
  const read = parseSearch(text);
  const wrong = isFault(read) ? read : findUnknown(read);
  if (wrong) throw refusalOf(wrong);
  return read as SiteSearch;
}

const refusalOf = ({ what, where, mend }: SearchFault): ApiError =>
  new ApiError(
    'bad-request',
    `Parameter "search": ${what}${where ? ` It stands at “${where}”.` : ''} ${mend}`,
  );

/** Kinds of thing ODIN has no word for. */
function findUnknown({ ground, must, prefer }: SiteSearch): SearchFault | undefined {
  const asked = [...must, ...prefer].flatMap(({ what }) => ('of' in what ? [what.of.type] : []));
  const types = [...(ground.kind === 'sites' ? ground.types : []), ...asked];
  const unknown = types.find((type) => !findFeatureType(type));
  if (unknown === undefined) return undefined;
  return fault(
    'The search asks about a kind of thing ODIN does not know.',
    'Use the id of a feature type, as in energy/substation: /api/layers lists those there are.',
    unknown,
  );
}
