import { ISSUE_REGISTER } from '#data/issues/register.ts';
import type { AccessState } from '#data/schema/access.ts';
import type { Issue } from '#data/schema/issue.ts';
import type { Licence } from '#data/schema/licence.ts';
import type { Source } from '#data/schema/source.ts';
import { isAccepted } from '#server/decide.ts';
import type { HarmoniseAnswer } from '#server/jobs/harmoniser.ts';

/** Why each tier may not be on a public map; tiers not named may. */
const TIER_REFUSALS: Readonly<Partial<Record<Licence['tier'], string>>> = {
  restricted: 'is for a named audience only: say in the descriptor who may have it (access)',
  blocked: 'does not allow the data to be shown',
};

/**
 * Why a harmonised file stays a draft, in a sentence; undefined when it may be published.
 *
 * @param licences licence id → licence, the whole catalogue
 * @param source its decisions may accept what would hold the file
 */
export function refusalOf(
  answer: HarmoniseAnswer,
  licences: ReadonlyMap<string, Licence>,
  source: Source,
): string | undefined {
  if ('failed' in answer) return ISSUE_REGISTER[answer.failed].meaning;
  const { readable, featureType, features, records, licence: id, issues, sha256 } = answer.summary;
  if (!readable) return 'The file could not be read: see its critical issues.';
  if (featureType === 'unclassified') return 'Nothing says what kind of things the file holds.';
  if (features === 0) return `None of its ${records} records could be put on the map.`;
  const licence = id === undefined ? undefined : licences.get(id);
  if (!licence) return 'No licence is stated: say what may be done with it, then publish.';
  const isKept = licence.tier === 'restricted' && !isForMany(source.access ?? 'open');
  const refusal = isKept ? undefined : TIER_REFUSALS[licence.tier];
  if (refusal) return `Its licence, ${licence.title}, ${refusal}.`;
  return personalRefusal(issues.filter((each) => !isAccepted(source, each, sha256)));
}

/** Whether a dataset that stands so reaches people nobody has named. */
export const isForMany = (state: AccessState): boolean =>
  state === 'open' || state === 'registered';

/** Columns and hidden parts named in one refusal. */
const NAMED = 6;

function personalRefusal(issues: readonly Issue[]): string | undefined {
  const found = issues.filter(
    ({ code, severity }) => code === 'value.personal-data-suspected' && severity === 'error',
  );
  if (found.length === 0) return undefined;
  const places = found.map(({ column, layer }) => column ?? layer ?? 'The file');
  const named = [...new Set(places)].slice(0, NAMED).map((each) => `“${each}”`);
  return `${named.join(', ')} ${named.length === 1 ? 'seems' : 'seem'} to hold personal data: take it out, or confirm in the descriptor that it may be published (odin decide).`;
}
