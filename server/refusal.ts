import { ISSUE_REGISTER } from '#data/issues/register.ts';
import type { Licence } from '#data/schema/licence.ts';
import type { HarmoniseAnswer } from './jobs/harmoniser.ts';

/** Why each tier may not be on a public map; tiers not named may. */
const TIER_REFUSALS: Readonly<Partial<Record<Licence['tier'], string>>> = {
  restricted: 'is for a named audience only, and this ODIN serves the public',
  blocked: 'does not allow the data to be shown',
};

/**
 * Why a harmonised file stays a draft, in a sentence; undefined when it may be published.
 *
 * @param licences licence id → licence, the whole catalogue
 */
export function refusalOf(
  answer: HarmoniseAnswer,
  licences: ReadonlyMap<string, Licence>,
): string | undefined {
  if ('failed' in answer) return ISSUE_REGISTER[answer.failed].meaning;
  const { readable, featureType, features, records, licence: id } = answer.summary;
  if (!readable) return 'The file could not be read: see its critical issues.';
  if (featureType === 'unclassified') return 'Nothing says what kind of things the file holds.';
  if (features === 0) return `None of its ${records} records could be put on the map.`;
  const licence = id === undefined ? undefined : licences.get(id);
  if (!licence) return 'No licence is stated: say what may be done with it, then publish.';
  const refusal = TIER_REFUSALS[licence.tier];
  return refusal && `Its licence, ${licence.title}, ${refusal}.`;
}
