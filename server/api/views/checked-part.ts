import { datasetApart } from '#data/schema/access-layer.ts';
import type { Licence } from '#data/schema/licence.ts';
import { changesIn } from '#server/catalogue/changes.ts';
import type { CheckedPart } from '#server/catalogue/checked-part.ts';
import type { Catalogue } from '../catalogue.ts';
import { licenceSummary } from './licence.ts';

/** Terms of what is open to some alone, in the licence catalogue. */
const AGREEMENT = 'bespoke-agreement';

/** Where what is open to some alone is listed, each with the way to it. */
const AGREEMENTS = '/agreements';

/** A live dataset as the combination check takes it; undefined when it is not live or its licence has gone. */
export function partOfDataset(
  id: string,
  { datasets, editions, licences, publishers }: Catalogue,
): CheckedPart | undefined {
  const dataset = datasets.find((each) => each.id === id);
  const edition = editions.get(id);
  // what is open to some alone is under the agreement with them, whatever its licence
  const isApart = edition !== undefined && datasetApart(edition.layerId) !== undefined;
  const licence = licences.get(isApart ? AGREEMENT : (edition?.licence ?? ''));
  if (!dataset || !edition || !licence) return undefined;
  const { title, synthetic, publisher } = dataset;
  const askAt = isApart ? AGREEMENTS : publishers.get(publisher.id)?.homepage;
  return {
    title,
    licence,
    filledFrom: (edition.report.gazetteers ?? []).flatMap(
      ({ licence: filler }) => licences.get(filler) ?? [],
    ),
    told: {
      id,
      kind: 'dataset',
      title,
      publisher: publisher.name,
      synthetic,
      licence: dataset.licence,
    },
    basis: edition.source.licence.basis,
    changes: changesIn(edition),
    ...(askAt ? { askAt } : {}),
  };
}

/** Data of somebody else’s, of which only the licence is known. */
export function partOfLicence(licence: Licence): CheckedPart {
  const title = `Other data under the ${licence.title}`;
  return {
    title,
    licence,
    told: {
      id: licence.id,
      kind: 'licence',
      title,
      publisher: 'its publisher',
      synthetic: false,
      licence: licenceSummary(licence.id, licence, licence.attribution),
    },
    basis: 'stated',
  };
}
