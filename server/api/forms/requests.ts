import { AccessAsked, type AccessRequest } from '#data/schema/access-request.ts';
import type { AuditEntry } from '#data/schema/audit.ts';
import { ANONYMOUS, type Subject } from '#data/schema/subject.ts';
import { createLimiter } from '#server/accounts/rate.ts';
import { hashSecret, newId, newSecret } from '#server/accounts/secret.ts';
import type { Fault } from '#server/pages/form.ts';
import { requestForm, requestPage, requestRefusedPage } from '#server/pages/request-pages.ts';
import { datasetFor, type Standing } from '../access/datasets.ts';
import { actorOf } from '../seen/readings.ts';
import type { Services } from '../services.ts';
import { actorFor, type Own, organisationNames, owned } from './access.ts';
import type { Asked, FormPage, Shown } from './form.ts';

/** Requests from one address, or one account: five at once, and five a day. */
const ALLOWED = { atOnce: 5, perSecond: 5 / 86_400 };
const limiter = createLimiter(ALLOWED);

/** States in which a dataset may be known of and is not to be had without asking. */
const ASKED_FOR: ReadonlySet<string> = new Set(['shared', 'by-agreement', 'metadata-only']);

/** Asking the owner of a dataset for it, and the answer. */
export const REQUEST_PAGES: readonly FormPage[] = [
  {
    path: '/datasets/:id/request',
    show: async (asked, services) => {
      const dataset = await askedFor(asked, services);
      return dataset ? { page: await formPage(dataset, asked, services, []) } : 'not-found';
    },
    take,
  },
  { path: '/requests/:secret', show: answered },
  { path: '/datasets/:id/requests/:request/decline', take: owned(decline) },
];

/** A dataset that anybody may know of and ask for; others are not there, whoever asks. */
async function askedFor({ params }: Asked, services: Services): Promise<Standing | undefined> {
  const known = await datasetFor(params.id ?? '', [ANONYMOUS, 'see-existence'], services);
  return known && ASKED_FOR.has(known.state) ? known : undefined;
}

const FIELDS = {
  name: 'Your name: say who asks, in at most 200 letters',
  organisation: 'Your organisation: say for whom, in at most 200 letters',
  contact: 'How to reach you: give an address or a number, in at most 200 letters',
  purpose: 'What you would use it for: say it in at most 200 letters',
  words: 'What you need, and why: say it in at most 2,000 letters',
} as const satisfies Record<keyof AccessAsked, string>;

async function formPage(
  { dataset, title, publisher }: Standing,
  { subject, field, formToken }: Asked,
  services: Services,
  faults: readonly Fault[],
): Promise<string> {
  const publishers = await services.store.listPublishers();
  const known = await knownOf(subject, services);
  return requestForm({
    ...{ dataset, title, formToken, faults },
    publisher: publishers.find(({ id }) => id === publisher)?.name ?? publisher,
    filled: (name) => field(name) || (known.get(name) ?? ''),
  });
}

/** What is known of who is signed in, as the form asks it. */
async function knownOf(subject: Subject, services: Services): Promise<ReadonlyMap<string, string>> {
  if (subject.kind !== 'account') return new Map();
  const [first] = subject.memberships;
  const names = first ? await organisationNames(services) : new Map<string, string>();
  return new Map([
    ['name', subject.name],
    ['contact', subject.email],
    ['organisation', names.get(first?.organisationId ?? '') ?? ''],
  ]);
}

async function take(asked: Asked, services: Services): Promise<Shown> {
  const dataset = await askedFor(asked, services);
  if (!dataset) return 'not-found';
  const { subject, field, address } = asked;
  const read = AccessAsked.safeParse(
    Object.fromEntries(Object.keys(FIELDS).map((name) => [name, field(name)])),
  );
  if (!read.success) {
    const wrong = new Set(read.error.issues.map(({ path }) => String(path[0])));
    const faults = Object.entries(FIELDS).flatMap(([name, text]) =>
      wrong.has(name) ? [{ field: name, text }] : [],
    );
    return { status: 422, page: await formPage(dataset, asked, services, faults) };
  }
  const account = subject.kind === 'account' ? subject.accountId : undefined;
  const waitS = limiter.take(account ?? address, performance.now());
  if (waitS > 0) return { status: 429, page: requestRefusedPage(), retryAfterS: Math.ceil(waitS) };
  const secret = newSecret();
  const request: AccessRequest = {
    ...{ id: newId(), dataset: dataset.dataset, asked: read.data },
    ...(account === undefined ? {} : { account }),
    at: services.releasing.now().toISOString(),
  };
  const isTaken = await services.store.access.putRequest(
    request,
    hashSecret(secret),
    entryOf(request, dataset, subject),
  );
  return isTaken
    ? { goTo: `/requests/${secret}` }
    : { status: 429, page: requestRefusedPage(), retryAfterS: 86_400 };
}

/** Whoever has no account stays unnamed: what is in the audit stays for ever. */
function entryOf(request: AccessRequest, { thing }: Standing, subject: Subject): AuditEntry {
  const { id, dataset, at } = request;
  const actor =
    subject.kind === 'account'
      ? actorOf(subject, { apart: { thing, rows: [] } })
      : { name: 'Somebody not signed in', role: 'asks' };
  return { kind: 'requested', request: id, dataset, at, actor };
}

/** What became of a request. */
async function answered({ params }: Asked, services: Services): Promise<Shown> {
  const request = await services.store.access.findRequest(hashSecret(params.secret ?? ''));
  if (!request) return 'not-found';
  const known = await datasetFor(request.dataset, [ANONYMOUS, 'see-existence'], services);
  return { page: requestPage(request, known?.title) };
}

async function decline(dataset: Standing, own: Own, services: Services): Promise<Shown> {
  const request = await waitingRequest(dataset, own.params.request, services);
  if (!request) return 'not-found';
  const why = own.field('why').trim().slice(0, 500) || 'No reason was given.';
  const at = services.releasing.now().toISOString();
  const about = { request: request.id, dataset: dataset.dataset, at, why };
  await services.store.access.answerRequest(
    request,
    { kind: 'declined', by: own.subject.name, at, why },
    [{ kind: 'declined', ...about, actor: actorFor(own, dataset) }],
  );
  return { goTo: `/datasets/${dataset.dataset}/access#requests` };
}

/** A request of a dataset that waits for its answer. */
export const waitingRequest = async (
  { dataset }: Standing,
  id: string | undefined,
  { store }: Services,
): Promise<AccessRequest | undefined> =>
  (await store.access.listRequests(dataset)).find((each) => each.id === id && !each.answer);
