import { readCell } from '#server/pages/coverage-address.ts';
import { coveragePage } from '#server/pages/coverage-page.ts';
import { coverageNow } from '../coverage.ts';
import type { Services } from '../services.ts';

/** `/coverage`; whatever in the address cannot be read is as at the start. */
export async function coverageDocument(
  query: Readonly<Record<string, unknown>>,
  services: Services,
): Promise<string> {
  const { sort, cell } = query;
  const types = query.types === 'all' ? 'all' : 'supplied';
  const isKnown = sort === 'supplied' || services.districtNames.has(String(sort));
  return coveragePage(await coverageNow(types, services), {
    types,
    sort: isKnown ? String(sort) : 'name',
    cell: typeof cell === 'string' && readCell(cell) ? cell : undefined,
  });
}
