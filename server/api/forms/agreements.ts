import { Precision } from '#data/schema/access.ts';
import type { AccessRequest } from '#data/schema/access-request.ts';
import { type Agreement, AgreementTerms } from '#data/schema/agreement.ts';
import { isOver } from '#server/access/in-force.ts';
import { newId } from '#server/accounts/secret.ts';
import { TERM_FIELDS } from '#server/pages/agreement-fields.ts';
import { agreementForm } from '#server/pages/agreement-form.ts';
import type { Fault } from '#server/pages/form.ts';
import type { Standing } from '../access/datasets.ts';
import type { Services } from '../services.ts';
import { actorFor, type Own, organisationNames, owned } from './access.ts';
import type { FormPage, Shown } from './form.ts';
import { waitingRequest } from './requests.ts';

/** Agreements about a dataset: made and revoked by its owner alone. */
export const AGREEMENT_FORMS: readonly FormPage[] = [
  {
    path: '/datasets/:id/agreements',
    show: owned(async (dataset, own, services) => ({
      page: await formPage(dataset, own, services, []),
    })),
    take: owned(make),
  },
  { path: '/datasets/:id/agreements/:agreement/revoke', take: owned(revoke) },
];

async function formPage(
  standing: Standing,
  { field, query, formToken }: Own,
  services: Services,
  faults: readonly Fault[],
): Promise<string> {
  const { dataset, title, thing } = standing;
  const all = [...(await organisationNames(services))].map(([id, name]) => ({ id, name }));
  const organisations = all.filter(({ id }) => !thing.organisations.includes(id));
  const request = await waitingRequest(standing, field('request') || query('request'), services);
  const known = request ? knownOf(request, title, organisations) : new Map<string, string>();
  return agreementForm({
    ...{ dataset, title, organisations, formToken, faults },
    filled: (name) => field(name) || (known.get(name) ?? ''),
    ...(request ? { request } : {}),
  });
}

type Organisations = readonly { readonly id: string; readonly name: string }[];

/** What a request says already, by field. */
function knownOf({ asked }: AccessRequest, title: string, organisations: Organisations) {
  const theirs = asked.organisation.toLocaleLowerCase('en-GB');
  const grantee = organisations.find(({ name }) => name.toLocaleLowerCase('en-GB') === theirs);
  return new Map([
    ['name', `${title} for ${asked.organisation}`.slice(0, 200)],
    ['purpose', asked.purpose],
    ['grantee', grantee?.id ?? ''],
  ]);
}

async function make(dataset: Standing, own: Own, services: Services): Promise<Shown> {
  const grantee = own.field('grantee');
  const precision = Precision.safeParse(own.field('precision'));
  const terms = AgreementTerms.safeParse(termsOf(own.field));
  const names = await organisationNames(services);
  const isOther = names.has(grantee) && !dataset.thing.organisations.includes(grantee);
  const faults: Fault[] = [
    ...(isOther ? [] : [{ field: 'grantee', text: 'Choose whom it is shared with' }]),
    ...(precision.success ? [] : [{ field: 'precision', text: 'Choose how exactly' }]),
    ...(terms.success ? orderFaults(terms.data) : faultsOf(terms.error.issues)),
  ];
  if (faults.length > 0 || !precision.data || !terms.data) {
    return { status: 422, page: await formPage(dataset, own, services, faults) };
  }
  const agreement: Agreement = {
    id: newId(),
    kind: 'granted',
    dataset: dataset.dataset,
    grantees: [grantee],
    precision: precision.data,
    terms: terms.data,
    madeBy: own.subject.name,
    madeAt: services.releasing.now().toISOString(),
  };
  await services.store.access.putAgreement(agreement, {
    kind: 'granted',
    at: agreement.madeAt,
    actor: actorFor(own, dataset),
    dataset: dataset.dataset,
    agreement: agreement.id,
  });
  const request = await waitingRequest(dataset, own.field('request'), services);
  if (request) {
    const { id, madeBy: by, madeAt: at } = agreement;
    const answer = { kind: 'agreed', by, at, agreement: id } as const;
    await services.store.access.answerRequest(request, answer, []);
  }
  return { goTo: `/datasets/${dataset.dataset}/access` };
}

/** What was filled in, as the shape of an agreement has it. */
const termsOf = (field: (name: string) => string): Record<string, unknown> =>
  Object.fromEntries(
    TERM_FIELDS.map(({ name, kind }) => {
      const text = field(name).trim();
      const lines = text.split(/\r?\n/).map((line) => line.trim());
      return [name, kind === 'lines' ? lines.filter((line) => line !== '') : text];
    }),
  );

/** What is wrong, once a field. */
function faultsOf(issues: readonly { readonly path: readonly PropertyKey[] }[]): Fault[] {
  const wrong = new Set(issues.map(({ path }) => String(path[0] ?? '')));
  return TERM_FIELDS.filter(({ name }) => wrong.has(name)).map(({ name, label, kind }) => ({
    field: name,
    text: kind === 'day' ? `${label}: enter a day` : `${label}: fill it in, as said beside it`,
  }));
}

const orderFaults = ({ start, end, review }: AgreementTerms): Fault[] => [
  ...(end < start ? [{ field: 'end', text: 'Last day: it is before the first' }] : []),
  ...(review < start ? [{ field: 'review', text: 'Day of review: it is before the first' }] : []),
];

async function revoke(dataset: Standing, own: Own, services: Services): Promise<Shown> {
  const { params, field } = own;
  const agreement = dataset.thing.agreements.find(({ id }) => id === params.agreement);
  if (!agreement) return 'not-found';
  const back = { goTo: `/datasets/${dataset.dataset}/access` };
  const why = field('why').trim().slice(0, 500) || 'No reason was given.';
  const now = services.releasing.now();
  if (isOver(agreement, now)) return back;
  const at = now.toISOString();
  await services.store.access.revokeAgreement(
    agreement.id,
    { by: own.subject.name, at, why },
    {
      kind: 'revoked',
      ...{ at, why, actor: actorFor(own, dataset) },
      ...{ dataset: dataset.dataset, agreement: agreement.id },
    },
  );
  return back;
}
