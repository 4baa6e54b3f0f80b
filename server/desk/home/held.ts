import type { DeskTask } from '#data/schema/desk-home.ts';
import type { PublisherWord } from '#server/store/drafts/draft-rows.ts';
import type { EditionRow } from '#server/store/rows.ts';
import type { Store } from '#server/store/store.ts';
import type { DeskDeps } from '../draft/deps.ts';
import { asksTwo } from '../publish/guards.ts';
import { Refusal } from '../refusal.ts';
import type { Officer } from '../who.ts';

/** An edition that waits for a person, and the one it would replace. */
export type Waiting = { readonly held: EditionRow; readonly live: EditionRow | undefined };

/** The first of two words that what is held is right. */
export type FirstWord = PublisherWord & { readonly why: string; readonly accountId: string };

/** The words are of these bytes, read by these rules: what comes next needs its own. */
const aboutOf = ({ fingerprint }: EditionRow): string => `right:${fingerprint}`;

/** Who said first that an edition is right; undefined while nobody has. */
export async function firstWordOf(held: EditionRow, store: Store): Promise<FirstWord | undefined> {
  const words = await store.drafts.listWords(held.source.publisher);
  const word = words.find(({ about }) => about === aboutOf(held));
  if (word?.why === undefined || word.accountId === undefined) return undefined;
  return { ...word, why: word.why, accountId: word.accountId };
}

/** Whether two people must say that an edition is right; one may where it loses less. */
export const needsTwo = async ({ held, live }: Waiting, store: Store): Promise<boolean> =>
  live !== undefined && asksTwo(await store.countKept(live.row), held.report.records);

/**
 * Say that an edition that is held is right.
 *
 * @returns why it is, for its public page, once everybody who must has said so; undefined while it waits for a
 *   colleague
 * @throws {Refusal} `conflict` when the second word is a program's
 */
export async function sayRight(
  waiting: Waiting,
  officer: Officer,
  why: string,
  { publishing: { store, now } }: DeskDeps,
): Promise<string | undefined> {
  if (!(await needsTwo(waiting, store))) return why;
  const { held } = waiting;
  const first = await firstWordOf(held, store);
  if (first && first.accountId !== officer.accountId) {
    if (!officer.isToken) return `${ended(first.why)} A second person agrees: ${why}`;
    throw new Refusal('conflict', 'The second person has to agree signed in as themselves.');
  }
  const { name, accountId } = officer;
  const at = now().toISOString();
  const word = { about: aboutOf(held), by: name, accountId, at, why };
  await store.drafts.putWord(held.source.publisher, word);
  return undefined;
}

const ended = (words: string): string => (/[.!?]$/.test(words) ? words : `${words}.`);

/** The words have done their work: the edition is live. */
export const forgetWord = async (held: EditionRow, store: Store): Promise<void> => {
  await store.drafts.removeWord(held.source.publisher, aboutOf(held));
};

type HeldParts = Pick<DeskTask, 'status' | 'next' | 'action' | 'held' | 'two'>;

/**
 * The row of a dataset whose newest edition came by itself and is held.
 *
 * @param says why it is held
 * @param accountId who looks
 */
export async function heldParts(
  waiting: Waiting,
  says: string,
  accountId: string,
  store: Store,
): Promise<HeldParts> {
  const { number, dataset } = waiting.held;
  const common = {
    status: 'needs-fixing',
    action: { kind: 'accept', label: 'Decide', href: `/api/desk/datasets/${dataset}/restore` },
    held: number,
  } as const;
  const lead = `Edition ${number} came by itself and is held.`;
  if (!(await needsTwo(waiting, store))) return { ...common, next: { lead, words: says } };
  const first = await firstWordOf(waiting.held, store);
  if (!first) {
    const words = `${says} Two people have to say that it is right.`;
    return { ...common, next: { lead, words }, two: 'nobody' };
  }
  const isOwn = first.accountId === accountId;
  const ask = isOwn ? 'A colleague has to agree.' : 'Do you agree?';
  const words = `${says} ${isOwn ? 'You say' : `${first.by} says`} that it is right: “${first.why}” ${ask}`;
  const next = { lead, words };
  if (!isOwn) return { ...common, next, two: 'colleague' };
  return { ...common, next, action: { ...common.action, label: 'Look' }, two: 'caller' };
}
