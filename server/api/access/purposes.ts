import type { AccountSubject } from '#data/schema/subject.ts';
import { isInForce } from '#server/access/in-force.ts';
import { audienceOf } from '#server/access/states.ts';
import type { Services } from '../services.ts';

/** Purposes somebody may choose: of agreements in force with an organisation of theirs, in the order of the alphabet. */
export async function purposesOf(
  { memberships }: AccountSubject,
  { store, releasing }: Services,
): Promise<string[]> {
  const own = new Set(memberships.map(({ organisationId }) => organisationId));
  const states = new Map(
    (await store.access.listApart()).map(({ dataset, state }) => [dataset, state]),
  );
  const purposes = (await store.access.listAgreements())
    .filter(
      (agreement) =>
        agreement.grantees.some((grantee) => own.has(grantee)) &&
        isInForce(agreement, releasing.now()) &&
        audienceOf(states.get(agreement.dataset) ?? 'open', 'data') === 'holders',
    )
    .map(({ terms }) => terms.purpose);
  return [...new Set(purposes)].sort((one, other) => one.localeCompare(other, 'en-GB'));
}
