import type { DatasetSummary } from '#data/schema/api.ts';
import type { DcatInput } from '#server/catalogue/dcat.ts';
import type { Catalogue } from '../catalogue.ts';
import { mayDownload } from './licence.ts';

/** A live dataset as its descriptions for other catalogues are made from it. */
export function dcatInput(
  dataset: DatasetSummary,
  { licences, publishers, editions }: Catalogue,
  origin: string,
): DcatInput {
  const licence = licences.get(dataset.licence.id);
  const cadence = editions.get(dataset.id)?.source.cadence;
  return {
    dataset,
    licence,
    publisher: publishers.get(dataset.publisher.id),
    ...(cadence === undefined ? {} : { cadence }),
    mayDownload: mayDownload(licence),
    origin,
  };
}
