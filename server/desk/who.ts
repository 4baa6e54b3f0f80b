import type { AccountSubject, Subject } from '#data/schema/subject.ts';
import { can } from '#server/access/can.ts';
import type { DraftRow } from '#server/store/drafts/draft-rows.ts';
import type { DeskDeps } from './draft/deps.ts';
import { noDraft, Refusal } from './refusal.ts';

/** Somebody at the desk, in one of their organisations. */
export type Officer = {
  readonly accountId: string;
  /** As the account calls itself: a person or a team. */
  readonly name: string;
  readonly organisation: string;
  readonly isToken: boolean;
};

/** What of an organisation somebody wants: to see its drafts, or to change and publish them. */
type Wish = 'read' | 'write';

/** Organisation that publishes as each publisher. */
export async function organisationsOf({
  publishing,
}: DeskDeps): Promise<ReadonlyMap<string, string>> {
  const organisations = await publishing.store.accounts.listOrganisations();
  return new Map(
    organisations.flatMap(({ id, publisherIds }) =>
      publisherIds.map((each) => [each, id] as const),
    ),
  );
}

const isAccount = (subject: Subject): subject is AccountSubject => subject.kind === 'account';

/** Whether somebody may see, or change, what an organisation has at the desk. */
function may(subject: AccountSubject, id: string, wish: Wish, now: Date): boolean {
  if (wish === 'write') return can(subject, 'draft', { kind: 'organisation', id }, now);
  return subject.memberships.some(
    ({ organisationId, role }) => organisationId === id && role !== 'viewer',
  );
}

/** Publishers somebody has a desk for, by id. */
export async function publishersOf(subject: Subject, deps: DeskDeps): Promise<readonly string[]> {
  if (!isAccount(subject)) return [];
  const now = deps.publishing.now();
  const organisations = await organisationsOf(deps);
  return [...organisations]
    .filter(([publisher, id]) => deps.publishers.has(publisher) && may(subject, id, 'read', now))
    .map(([publisher]) => publisher);
}

/**
 * Somebody as an officer of whoever publishes as a publisher.
 *
 * @throws {Refusal} `not-found` when there is no such publisher for them
 */
export async function officerFor(
  subject: Subject,
  publisher: string,
  wish: Wish,
  deps: DeskDeps,
): Promise<Officer> {
  const organisation = (await organisationsOf(deps)).get(publisher);
  const isKnown = organisation !== undefined && deps.publishers.has(publisher);
  if (!isAccount(subject) || !isKnown || !may(subject, organisation, wish, deps.publishing.now())) {
    throw new Refusal('not-found', `Cannot find publisher "${publisher}" among yours.`);
  }
  const { accountId, name, via } = subject;
  return { accountId, name, organisation, isToken: via === 'token' };
}

/**
 * A draft, for somebody it concerns.
 *
 * @throws {Refusal} `not-found` when there is none for them
 */
export async function findDraft(
  subject: Subject,
  id: string,
  wish: Wish,
  deps: DeskDeps,
): Promise<{ readonly draft: DraftRow; readonly officer: Officer }> {
  const draft = await deps.publishing.store.drafts.findDraft(id);
  if (!draft || !isAccount(subject)) throw noDraft(id);
  const { organisation } = draft;
  if (!may(subject, organisation, wish, deps.publishing.now())) throw noDraft(id);
  const { accountId, name, via } = subject;
  return { draft, officer: { accountId, name, organisation, isToken: via === 'token' } };
}
