import type { Agreement } from '#data/schema/agreement.ts';
import type { Subject } from '#data/schema/subject.ts';
import { can } from '#server/access/can.ts';
import type { Action, DatasetThing } from '#server/access/thing.ts';
import type { StandingRow } from '#server/store/accounts/access-rows.ts';
import { thingOf } from '../seen/standing.ts';
import type { Services } from '../services.ts';

/** A live dataset with all that decides about it. */
export type Standing = StandingRow & { readonly thing: DatasetThing };

/** Live datasets with which somebody may do a thing now. */
export async function datasetsFor(
  subject: Subject,
  action: Action,
  { store, releasing }: Services,
): Promise<Standing[]> {
  const { access } = store;
  const [rows, owners, agreements] = await Promise.all([
    access.listStandings(),
    access.listOwners(),
    access.listAgreements(),
  ]);
  return rows
    .map((row) => ({ ...row, thing: thingOf(row, owners, agreements) }))
    .filter(({ thing }) => can(subject, action, thing, releasing.now()));
}

/** One of them; undefined where there is none, or they may not. */
export const datasetFor = async (
  id: string,
  [subject, action]: readonly [Subject, Action],
  services: Services,
): Promise<Standing | undefined> =>
  (await datasetsFor(subject, action, services)).find(({ dataset }) => dataset === id);

/** Agreements anybody may know of: of datasets that may be known to exist. */
export async function publicAgreements(
  services: Services,
): Promise<{ readonly agreement: Agreement; readonly dataset: Standing }[]> {
  const known = await datasetsFor({ kind: 'anonymous' }, 'see-existence', services);
  return known.flatMap((dataset) =>
    dataset.thing.agreements.map((agreement) => ({ agreement, dataset })),
  );
}
