import { findFeatureType } from '#data/features/index.ts';
import { datasetApart } from '#data/schema/access-layer.ts';
import type { DatasetDetail, DatasetSummary, EditionSummary } from '#data/schema/api.ts';
import type { GazetteerUse } from '#data/schema/gazetteer.ts';
import type { Licence } from '#data/schema/licence.ts';
import type { Publisher } from '#data/schema/publisher.ts';
import { attributionOf } from '#server/catalogue/attribution.ts';
import { changesIn } from '#server/catalogue/changes.ts';
import type { EditionRow } from '#server/store/rows.ts';
import { licenceSummary, publisherSummary } from './licence.ts';

type Known = {
  readonly publishers: ReadonlyMap<string, Publisher>;
  readonly licences: ReadonlyMap<string, Licence>;
};

/**
 * A live dataset as lists show it.
 *
 * @throws {RangeError} when its feature type is not one of ODIN's
 */
export function datasetSummary(
  edition: EditionRow,
  { publishers, licences }: Known,
): DatasetSummary {
  const { source, report } = edition;
  const type = findFeatureType(source.type);
  if (!type) throw new RangeError(`Unknown feature type "${source.type}"`);
  const publisher = publishers.get(source.publisher);
  const licence = licences.get(edition.licence);
  const { gazetteers = [] } = report;
  const parties = { licence, publisher, gazetteers, changes: changesIn(edition) };
  const attribution = attributionOf(source, edition.publishedAt, parties);
  return {
    id: edition.dataset,
    title: source.title,
    ...(source.description ? { description: source.description } : {}),
    synthetic: source.synthetic,
    theme: type.theme,
    featureType: type.id,
    layerId: edition.layerId,
    publisher: publisherSummary(source.publisher, publisher),
    licence: {
      ...licenceSummary(edition.licence, licence, attribution),
      // whoever sees it is told that not everybody does
      ...(datasetApart(edition.layerId) === undefined
        ? {}
        : { chip: 'restricted', commercialUse: 'per' }),
      ...(source.licence.basis === 'presumed' ? { presumed: true } : {}),
    },
    ...(report.bounds ? { bounds: [...report.bounds] } : {}),
    edition: editionSummary(edition),
    issueCounts: edition.issueCounts,
    coverage: [...(source.coverage?.area ?? publisher?.districts ?? [])],
  };
}

/** A dataset with its history and how its columns were read. */
export function datasetDetail(
  summary: DatasetSummary,
  live: EditionRow,
  editions: readonly EditionRow[],
): DatasetDetail {
  const { source, lock } = live;
  return {
    ...summary,
    editions: editions.map(editionSummary),
    columns: columnsOf(lock),
    licenceBasis: source.licence.basis,
    ...(source.licence.evidence ? { licenceEvidence: source.licence.evidence } : {}),
    ...(source.coverage?.statement ? { coverageStatement: source.coverage.statement } : {}),
  };
}

function columnsOf(lock: EditionRow['lock']): Record<string, string[]> {
  const columns = new Map<string, Set<string>>();
  for (const layer of lock) {
    for (const [attribute, names] of Object.entries(layer.columns)) {
      columns.set(attribute, new Set([...(columns.get(attribute) ?? []), ...names]));
    }
  }
  return Object.fromEntries([...columns].map(([attribute, names]) => [attribute, [...names]]));
}

/** An edition as the history shows it. A staged one is nobody's business. */
export function editionSummary({
  number,
  status,
  publishedAt,
  sha256,
  report,
  held,
  comparison,
  licence,
  source,
}: EditionRow): EditionSummary {
  const { fileName, format, encoding, sizeBytes, records, features, unplaced, rejected } = report;
  return {
    number,
    status: status === 'staged' ? 'superseded' : status,
    publishedAt,
    sha256,
    fileName,
    format,
    ...(encoding ? { encoding } : {}),
    sizeBytes,
    records,
    features,
    unplaced,
    rejected,
    ...(held === undefined ? {} : { held }),
    ...(comparison === undefined ? {} : { comparison }),
    ...(report.gazetteers ? { approximate: placedBy(report.gazetteers) } : {}),
    ...(report.crs?.id ? { crs: report.crs.id } : {}),
    licence: {
      id: licence,
      basis: source.licence.basis,
      ...(source.licence.evidence ? { evidence: source.licence.evidence } : {}),
    },
  };
}

const placedBy = (gazetteers: readonly GazetteerUse[]): number =>
  gazetteers.reduce((sum, { placed }) => sum + placed, 0);
