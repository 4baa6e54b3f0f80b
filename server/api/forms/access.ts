import { AccessState } from '#data/schema/access.ts';
import type { AccountSubject } from '#data/schema/subject.ts';
import { isOver } from '#server/access/in-force.ts';
import { accessPage } from '#server/pages/access-page.ts';
import type { Fault } from '#server/pages/form.ts';
import { changeAccess } from '#server/publishing/access.ts';
import { datasetFor, type Standing } from '../access/datasets.ts';
import { actorOf } from '../seen/readings.ts';
import type { Services } from '../services.ts';
import { type Asked, type FormPage, type Shown, signedIn } from './form.ts';

/** Readings shown at a time. */
const SHOWN = 100;

export type Own = Asked & { readonly subject: AccountSubject };

/** Who may have a dataset: shown to its owner, and changed by them. */
export const ACCESS_PAGES: readonly FormPage[] = [
  {
    path: '/datasets/:id/access',
    show: owned(async (dataset, own, services) => ({ page: await page(dataset, own, services) })),
    take: owned(take),
  },
];

type Owned = (dataset: Standing, own: Own, services: Services) => Promise<Shown>;

/** What only the owner of a dataset may do; to others it does not exist. */
export function owned(shows: Owned) {
  return signedIn(async (own, services) => {
    const wish = [own.subject, 'grant'] as const;
    const dataset = await datasetFor(own.params.id ?? '', wish, services);
    return dataset ? await shows(dataset, own, services) : 'not-found';
  });
}

type Said = { readonly faults?: readonly Fault[]; readonly chosen?: string; readonly why?: string };

async function page(
  { dataset, title, state, thing }: Standing,
  { query, formToken }: Own,
  services: Services,
  said: Said = {},
): Promise<string> {
  const { access } = services.store;
  const before = Number(query('before') ?? '');
  const audit = await access.listAudit({
    dataset,
    ...(Number.isSafeInteger(before) && before > 0 ? { before } : {}),
    limit: SHOWN,
  });
  const now = services.releasing.now();
  const last = audit.length === SHOWN ? audit.at(-1)?.seq : undefined;
  return accessPage({
    ...{ dataset, title, state, audit, formToken, faults: [], ...said },
    changes: await access.listAccessChanges(dataset),
    requests: await access.listRequests(dataset),
    agreements: thing.agreements
      .toReversed()
      .map((agreement) => ({ agreement, isOver: isOver(agreement, now) })),
    ...(last === undefined ? {} : { earlier: last }),
    names: await organisationNames(services),
  });
}

/** Organisation → name. */
export const organisationNames = async ({
  accounts,
}: Services): Promise<ReadonlyMap<string, string>> =>
  new Map((await accounts.store.listOrganisations()).map(({ id, name }) => [id, name]));

async function take(dataset: Standing, own: Own, services: Services): Promise<Shown> {
  const [chosen, why] = [own.field('state'), own.field('why').trim().slice(0, 500)];
  const state = AccessState.safeParse(chosen);
  const faults: Fault[] = [];
  if (!state.success) faults.push({ field: 'state', text: 'Choose who may have it' });
  if (state.data === dataset.state) faults.push({ field: 'state', text: 'It stands so already' });
  if (why === '') faults.push({ field: 'why', text: 'Say why: it is kept with the change' });
  const refuse = async (more: readonly Fault[]): Promise<Shown> => ({
    status: 422,
    page: await page(dataset, own, services, { faults: more, chosen, why }),
  });
  if (!state.data || faults.length > 0) return await refuse(faults);
  const wish = { state: state.data, actor: actorFor(own, dataset), why };
  try {
    await changeAccess(dataset.dataset, wish, services.releasing);
  } catch (cause) {
    if (!(cause instanceof RangeError)) throw cause;
    return await refuse([{ field: 'state', text: cause.message }]);
  }
  return { goTo: `/datasets/${dataset.dataset}/access` };
}

/** Who decides, as the owner of a dataset. */
export const actorFor = ({ subject }: Own, { thing }: Pick<Standing, 'thing'>) =>
  actorOf(subject, { apart: { thing, rows: [] } });
