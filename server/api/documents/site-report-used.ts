import { datasetApart } from '#data/schema/access-layer.ts';
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
