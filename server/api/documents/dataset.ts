import { attributesOf } from '#data/features/index.ts';
import type { FeatureType } from '#data/schema/feature-type.ts';
import { daysUntil, dueOn } from '#server/catalogue/cadence.ts';
import { qualityCounts } from '#server/catalogue/quality-counts.ts';
import type { DatasetPage } from '#server/pages/dataset-page.ts';
import type { EditionRow } from '#server/store/rows.ts';

/** What the issues of an edition are, code by code, with the first places of each. */
type Groups = DatasetPage['issues'];

/** Quality, lateness and the evidence of its licence, from what is kept of an edition. */
export function datasetFindings(
  edition: EditionRow,
  type: FeatureType,
  { dataset, groups }: { readonly dataset: DatasetPage['dataset']; readonly groups: Groups },
): Pick<DatasetPage, 'quality' | 'due' | 'evidence'> {
  const { source, facts, publishedAt } = edition;
  const due = dueOn(publishedAt, source.cadence);
  return {
    quality: qualityCounts({
      edition: dataset.edition,
      attributes: attributesOf(type),
      columns: dataset.columns,
      filled: facts?.filled,
      groups,
    }),
    due:
      due === undefined ? {} : { dueOn: due, dueInDays: daysUntil(due, new Date().toISOString()) },
    evidence: {
      dataset: edition.dataset,
      basis: source.licence.basis,
      evidence: source.licence.evidence,
      decided: decidedBy(source),
      inFile: saidInFile(groups),
    },
  };
}

/** The last decision about the licence, where one is kept. */
function decidedBy({ history = [] }: EditionRow['source']): DatasetPage['evidence']['decided'] {
  const found = history.findLast(({ decision }) => decision.kind === 'licence');
  return found && { by: found.by, at: found.at, why: found.why };
}

function saidInFile(groups: Groups): string {
  const found = groups.find(({ code }) =>
    /^licence\.(file-says-otherwise|stated-in-file)$/.test(code),
  );
  return found?.examples[0]?.message ?? 'No licence stated';
}
