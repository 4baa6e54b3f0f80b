import { datasetApart } from '#data/schema/access-layer.ts';
import type { AreaAnswer } from '#data/schema/area.ts';
import { type Credit, combineCredits } from '#data/schema/credits.ts';
import { combine, type Part } from '#server/catalogue/combine.ts';
import type { Since, UsedDataset } from '#server/pages/site-report/report.ts';
import type { Withdrawn } from '../at-moment.ts';
import type { Catalogue } from '../catalogue.ts';
import { mayDownload } from '../views/licence.ts';

/** The datasets a report rests on, by title, as they stood. */
export function usedDatasets(ids: ReadonlySet<string>, catalogue: Catalogue): UsedDataset[] {
  const { datasets, editions, licences } = catalogue;
  const used = datasets.filter(({ id }) => ids.has(id));
  return used
    .map(({ id, title, publisher, licence, edition, synthetic, layerId }): UsedDataset => {
      const dated = editions.get(id)?.facts?.newest;
      return {
        ...{ id, title, licence, synthetic },
        publisher: publisher.name,
        shortPublisher: publisher.shortName,
        edition: edition.number,
        published: edition.publishedAt,
        ...(dated === undefined ? {} : { dated }),
        asksCredit: licences.get(licence.id)?.obligations.attribution ?? false,
        // what is kept apart is handed out by its agreement alone
        mayLeave: datasetApart(layerId) === undefined && mayDownload(licences.get(licence.id)),
      };
    })
    .sort((a, b) => (a.title < b.title ? -1 : Number(a.title > b.title)));
}

/** The words to print, of exactly what is used and of the map it is drawn on. */
export const creditsOf = (
  used: readonly UsedDataset[],
  context: readonly Credit[],
): { readonly short: string; readonly long: readonly string[] } =>
  combineCredits([
    ...context,
    ...used.map(({ publisher, licence }) => ({
      holder: publisher,
      licence: licence.id,
      statement: licence.attribution,
    })),
  ]);

/** Whether what is used may leave together, and how. */
export function termsOf(
  used: readonly UsedDataset[],
  { licences, editions }: Catalogue,
): AreaAnswer['terms'] {
  const parts = used.flatMap(({ id, title, licence }): Part[] => {
    const own = licences.get(licence.id);
    const fillers = editions.get(id)?.report.gazetteers ?? [];
    const filledFrom = fillers.flatMap((each) => licences.get(each.licence) ?? []);
    return own ? [{ title, licence: own, filledFrom }] : [];
  });
  if (parts.length === 0)
    return { form: 'merged', label: '', reason: 'Nothing of anybody’s is told.' };
  const { form, label, reason } = combine(parts);
  return { form, label, reason };
}

/**
 * What became of the data since the moment of the report.
 *
 * @param live what whoever asks sees now
 * @param district GSS code of the site's; what was withdrawn elsewhere is not told
 */
export function sinceOf(
  used: readonly UsedDataset[],
  live: Catalogue,
  {
    withdrawn,
    district,
  }: { readonly withdrawn: readonly Withdrawn[]; readonly district: string | undefined },
): Since {
  const newer = used.flatMap(({ id, title, edition }) => {
    const now = live.editions.get(id)?.number;
    return now !== undefined && now > edition ? [{ title, from: edition, to: now }] : [];
  });
  const here = withdrawn.filter(
    ({ coverage }) =>
      coverage.length === 0 || district === undefined || coverage.includes(district),
  );
  return { newer, withdrawn: here.map(({ title, at }) => ({ title, at })) };
}
