import type { DeskTask } from '#data/schema/desk-home.ts';
import { many } from '#data/words/figures.ts';
import { can } from '#server/access/can.ts';
import type { EditionRow } from '#server/store/rows.ts';
import { liveParts, type Told } from './tasks.ts';

/** Datasets of a publisher that somebody asks for, for whoever may give them: an owner of its organisation. */
export async function askedTasks(
  live: readonly EditionRow[],
  organisation: string | undefined,
  told: Told,
): Promise<DeskTask[]> {
  if (organisation === undefined) return [];
  const { subject, deps } = told;
  const { store, now } = deps.publishing;
  const tasks: DeskTask[] = [];
  for (const edition of live) {
    const { dataset } = edition;
    const state = await store.access.stateOf(dataset);
    const own = {
      kind: 'dataset',
      id: dataset,
      organisations: [organisation],
      agreements: [],
    } as const;
    if (!state || state === 'open' || !can(subject, 'grant', { ...own, state }, now())) continue;
    const waiting = (await store.access.listRequests(dataset)).filter(({ answer }) => !answer);
    const first = waiting.at(-1);
    if (!first) continue;
    tasks.push({
      ...liveParts(edition, told),
      key: `asked:${dataset}`,
      holds: `${many(waiting.length, 'request')} to answer`,
      status: 'due',
      next: {
        lead: `${first.asked.name}, ${first.asked.organisation}, asks for it.`,
        words: `To be used for “${first.asked.purpose}”.`,
      },
      action: { kind: 'open', label: 'Answer', href: `/datasets/${dataset}/access#requests` },
    });
  }
  return tasks;
}
