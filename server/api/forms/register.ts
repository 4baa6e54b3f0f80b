import { findFeatureType } from '#data/features/index.ts';
import type { Agreement } from '#data/schema/agreement.ts';
import type { AccountSubject, Subject } from '#data/schema/subject.ts';
import { can } from '#server/access/can.ts';
import { isInForce } from '#server/access/in-force.ts';
import { hashSecret, newId } from '#server/accounts/secret.ts';
import { agreementPage, agreementsPage, type MonthLine } from '#server/pages/agreements-page.ts';
import { datasetFor, datasetsFor, publicAgreements } from '../access/datasets.ts';
import { purposesOf } from '../access/purposes.ts';
import { LONGEST_PURPOSE } from '../seen/purpose.ts';
import { actorOf } from '../seen/readings.ts';
import type { Services } from '../services.ts';
import { organisationNames } from './access.ts';
import { type Asked, type FormPage, type Shown, signedIn } from './form.ts';

/** Days for which accepted terms of sharing hold. */
const ACCEPTED_DAYS = 365;

/** What is not open, with whom it is shared and why: for everybody to know. */
export const REGISTER_PAGES: readonly FormPage[] = [
  { path: '/agreements', show: async (asked, services) => ({ page: await list(asked, services) }) },
  { path: '/agreements/purpose', take: signedIn(choose) },
  { path: '/agreements/:id', show: one },
  { path: '/datasets/:id/accept', take: signedIn(accept) },
];

async function list({ subject, formToken }: Asked, services: Services): Promise<string> {
  const now = services.releasing.now();
  const all = await publicAgreements(services);
  const publishers = new Map(
    (await services.store.listPublishers()).map((each) => [each.id, each]),
  );
  const known = await datasetsFor({ kind: 'anonymous' }, 'see-existence', services);
  const register = known.filter(({ state }) => state !== 'open');
  return agreementsPage({
    register: register.map(({ featureType, publisher, thing, ...dataset }) => ({
      ...dataset,
      publisher: publishers.get(publisher)?.name ?? publisher,
      typeTitle: findFeatureType(featureType)?.plural ?? featureType,
      mayAccept: can(subject, 'accept-terms', thing, now),
    })),
    agreements: all
      .map(({ agreement }) => ({ agreement, isInForce: isInForce(agreement, now) }))
      .toReversed(),
    months: await monthsOf(
      all.map(({ agreement }) => agreement),
      services,
    ),
    names: await organisationNames(services),
    ...(subject.kind === 'account' ? { reader: await readerOf(subject, formToken, services) } : {}),
  });
}

/** What was read by agreements that may be known of, month by month. */
async function monthsOf(
  agreements: readonly Agreement[],
  { store }: Services,
): Promise<MonthLine[]> {
  const names = new Map(agreements.map(({ id, terms }) => [id, terms.name]));
  return (await store.access.monthlyReadings()).flatMap(({ month, agreement, readings, rows }) => {
    const name = agreement === undefined ? undefined : names.get(agreement);
    return name === undefined ? [] : [{ month, name, readings, rows }];
  });
}

async function readerOf(subject: AccountSubject, formToken: string, services: Services) {
  const own = await datasetsFor(subject, 'grant', services);
  return {
    formToken,
    ...(subject.purpose === undefined ? {} : { purpose: subject.purpose }),
    purposes: await purposesOf(subject, services),
    own: own.map(({ dataset, title, state }) => ({ dataset, title, state })),
  };
}

async function one({ params }: Asked, services: Services): Promise<Shown> {
  const found = (await publicAgreements(services)).find(
    ({ agreement }) => agreement.id === params.id,
  );
  if (!found) return 'not-found';
  const { agreement } = found;
  const names = await organisationNames(services);
  return { page: agreementPage(agreement, names, isInForce(agreement, services.releasing.now())) };
}

/** Choose what a session reads for; nothing any more, where no purpose is sent. */
async function choose({ field, secret }: Asked, { store }: Services): Promise<Shown> {
  const purpose = field('purpose').trim().slice(0, LONGEST_PURPOSE);
  if (secret !== undefined) {
    await store.access.choosePurpose(hashSecret(secret), purpose === '' ? undefined : purpose);
  }
  return { goTo: '/agreements#purpose' };
}

/** Accept the terms of a shared dataset for every organisation the reader owns. */
async function accept(
  { params, subject }: Asked & { readonly subject: AccountSubject },
  services: Services,
): Promise<Shown> {
  const wish: readonly [Subject, 'accept-terms'] = [subject, 'accept-terms'];
  const dataset = await datasetFor(params.id ?? '', wish, services);
  if (!dataset) return 'not-found';
  const grantees = subject.memberships.flatMap(({ organisationId, role }) =>
    role === 'owner' ? [organisationId] : [],
  );
  const agreement = acceptanceOf(dataset, grantees, { subject, now: services.releasing.now() });
  await services.store.access.putAgreement(agreement, {
    ...{ kind: 'accepted', at: agreement.madeAt, dataset: dataset.dataset },
    ...{ actor: actorOf(subject, { apart: { thing: dataset.thing, rows: [] }, agreement }) },
    agreement: agreement.id,
  });
  return { goTo: '/agreements' };
}

type Accepting = { readonly subject: AccountSubject; readonly now: Date };

/** The terms of sharing as an agreement: for the work of the organisation, for a year. */
function acceptanceOf(
  { dataset, title, publisher }: { dataset: string; title: string; publisher: string },
  grantees: readonly string[],
  { subject, now }: Accepting,
): Agreement {
  const day = (days: number) =>
    new Date(now.getTime() + days * 86_400_000).toISOString().slice(0, 10);
  return {
    ...{ id: newId(), kind: 'accepted', dataset, grantees: [...grantees], precision: 'exact' },
    terms: {
      name: `Terms of sharing of ${title}`.slice(0, 200),
      purpose: 'Work of the organisation, under the terms of sharing',
      benefits: 'As the terms of sharing say.',
      legalPower: 'The licence the publisher offers every organisation that accepts it.',
      disclosed: title,
      ...{ controllers: [publisher], controllerNames: [], processors: [], processorNames: [] },
      method: 'Read in this map.',
      ...{ retention: 'P1Y', start: day(0), end: day(ACCEPTED_DAYS), review: day(ACCEPTED_DAYS) },
      contact: publisher,
      ...{ areas: [], areaNames: [] },
    },
    madeBy: subject.name,
    madeAt: now.toISOString(),
  };
}
