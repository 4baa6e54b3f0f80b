import { EXPECTED_OF_DISTRICTS } from '#data/expected/index.ts';
import { findFeatureType } from '#data/features/index.ts';
import type { DeskHome, DeskTask } from '#data/schema/desk-home.ts';
import { TASK_STATUSES } from '#data/schema/desk-home.ts';
import type { Publisher } from '#data/schema/publisher.ts';
import type { Subject } from '#data/schema/subject.ts';
import { dateText } from '#data/words/dates.ts';
import { many } from '#data/words/figures.ts';
import type { DeskDeps } from '../draft/deps.ts';
import type { Drafting } from '../draft/desk.ts';
import { organisationsOf, publishersOf } from '../who.ts';
import { askedTasks } from './asked.ts';
import { datasetTask, missingTask, newDraftTask, type Told } from './tasks.ts';

/** Happenings told of. */
const MOST_SINCE = 6;

/** A publisher's task list, most urgent first, for somebody who publishes for it. */
export async function homeOf(
  subject: Subject,
  asked: string | undefined,
  deps: DeskDeps,
  drafting: Drafting,
): Promise<DeskHome> {
  const ids = await publishersOf(subject, deps);
  const publishers = ids
    .flatMap((id) => deps.publishers.get(id) ?? [])
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  const publisher = asked === undefined ? publishers[0] : publishers.find(({ id }) => id === asked);
  const organisation = publisher && (await organisationsOf(deps)).get(publisher.id);
  const { fileBytes, roomBytes } = deps.limits;
  const { store } = deps.publishing;
  const usedBytes = organisation === undefined ? 0 : await store.drafts.usedBytes(organisation);
  const tasks = publisher ? await tasksOf(publisher, subject, deps, drafting) : [];
  return {
    publishers: publishers.map(summaryOf),
    ...(publisher
      ? { publisher: { ...summaryOf(publisher), districts: [...publisher.districts] } }
      : {}),
    summary: summarised(tasks),
    tasks,
    counts: Object.fromEntries(
      TASK_STATUSES.map((status) => [
        status,
        tasks.filter((task) => task.status === status).length,
      ]),
    ) as DeskHome['counts'],
    since: publisher ? await sinceOf(publisher, deps) : [],
    limits: { fileBytes, usedBytes, roomBytes },
  };
}

const summaryOf = ({ id, name, shortName }: Publisher) => ({ id, name, shortName });

/** `2 datasets need fixing and 1 is overdue. Start with the brownfield register.` */
function summarised(tasks: readonly DeskTask[]): DeskHome['summary'] {
  const count = (status: DeskTask['status']): number =>
    tasks.filter((task) => task.status === status).length;
  const [fixing, overdue, drafts] = [count('needs-fixing'), count('overdue'), count('draft')];
  const parts = [
    ...(fixing > 0 ? [`${many(fixing, 'dataset')} ${fixing === 1 ? 'needs' : 'need'} fixing`] : []),
    ...(overdue > 0 ? [`${overdue} ${overdue === 1 ? 'is' : 'are'} overdue`] : []),
    ...(drafts > 0 ? [`${many(drafts, 'draft')} ${drafts === 1 ? 'waits' : 'wait'}`] : []),
  ];
  const [first] = tasks;
  if (parts.length === 0) {
    return { lead: 'Nothing is urgent.', words: 'What is not supplied yet stands below.' };
  }
  return {
    lead: `${parts.join(', ').replace(/, ([^,]*)$/, ' and $1')}.`,
    words: first ? `Start with ${first.title}.` : '',
  };
}

const URGENCY = TASK_STATUSES;

async function tasksOf(
  publisher: Publisher,
  subject: Subject,
  deps: DeskDeps,
  drafting: Drafting,
): Promise<DeskTask[]> {
  const { store, now } = deps.publishing;
  const at = now().toISOString();
  const live = (await store.listLive()).filter(({ source }) => source.publisher === publisher.id);
  const drafts = await store.drafts.listDrafts(publisher.id);
  const words = await store.drafts.listWords(publisher.id);
  const told: Told = { publisher, subject, deps, drafting, at, words };
  const tasks: DeskTask[] = [];
  for (const edition of live) {
    tasks.push(
      await datasetTask(
        edition,
        drafts.find(({ dataset }) => dataset === edition.dataset),
        told,
      ),
    );
  }
  for (const draft of drafts) {
    if (!live.some(({ dataset }) => dataset === draft.dataset))
      tasks.push(await newDraftTask(draft, told));
  }
  if (publisher.kind === 'district') {
    const supplied = new Set(tasks.map(({ featureType }) => featureType));
    const others = await suppliers(deps);
    for (const expected of EXPECTED_OF_DISTRICTS) {
      if (supplied.has(expected.featureType) || !findFeatureType(expected.featureType)) continue;
      tasks.push(missingTask(expected, others.get(expected.featureType) ?? 0, told));
    }
  }
  const organisation = (await organisationsOf(deps)).get(publisher.id);
  tasks.push(...(await askedTasks(live, organisation, told)));
  return tasks.sort(
    (a, b) =>
      URGENCY.indexOf(a.status) - URGENCY.indexOf(b.status) ||
      (a.due?.days ?? 0) - (b.due?.days ?? 0) ||
      (a.title < b.title ? -1 : 1),
  );
}

/** Feature type → districts whose council supplies it. */
async function suppliers({
  publishing,
  publishers,
}: DeskDeps): Promise<ReadonlyMap<string, number>> {
  const counts = new Map<string, Set<string>>();
  for (const { source } of await publishing.store.listLive()) {
    const publisher = publishers.get(source.publisher);
    if (publisher?.kind !== 'district' || source.synthetic) continue;
    counts.set(source.type, (counts.get(source.type) ?? new Set()).add(publisher.id));
  }
  return new Map([...counts].map(([type, those]) => [type, those.size]));
}

/** What has happened to the publisher's datasets, newest first. */
async function sinceOf(publisher: Publisher, { publishing }: DeskDeps): Promise<DeskHome['since']> {
  const { store } = publishing;
  const own = (await store.listLive()).filter(({ source }) => source.publisher === publisher.id);
  const told = await Promise.all(
    own.map(async ({ dataset, source }) =>
      (await store.listEvents(dataset)).slice(0, 2).map(({ kind, at, edition, why }) => ({
        at,
        lead: source.title,
        words: `${HAPPENED[kind]} edition ${edition}, ${dateText(at)}${why && kind !== 'published' ? `: ${why}` : ''}`,
        href: `/data/${dataset}`,
      })),
    ),
  );
  return told
    .flat()
    .sort((a, b) => (a.at < b.at ? 1 : -1))
    .slice(0, MOST_SINCE);
}

const HAPPENED = {
  published: 'went live as',
  held: 'holds back',
  accepted: 'accepted',
  restored: 'went back to',
  withdrawn: 'was withdrawn at',
} as const;
