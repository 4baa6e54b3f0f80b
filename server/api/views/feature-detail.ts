import { attributesOf, findFeatureType } from '#data/features/index.ts';
import { formatGridReference } from '#data/geodesy/grid-reference.ts';
import { toNationalGrid } from '#data/geodesy/ostn15.ts';
import type { AttributeView, DatasetSummary, FeatureDetail, IssueView } from '#data/schema/api.ts';
import type { Attribute } from '#data/schema/attribute.ts';
import type { EditionRow, FeatureRow, IssueRow } from '#server/store/rows.ts';
import type { Services } from '../services.ts';
import { attributeView } from './attribute.ts';
import { featureSummary } from './feature.ts';
import { shortLine } from './lines.ts';
import { nearbyFeatures } from './nearby.ts';

/** Coordinate system whose native positions are eastings and northings. */
const NATIONAL_GRID = 'EPSG:27700';

/** Issues of one record that are told with it. */
const MOST_ISSUES = 100;

/** Everything known about a feature, with its way back to the published line. */
export async function featureDetail(
  feature: FeatureRow,
  edition: EditionRow,
  dataset: DatasetSummary,
  services: Services,
): Promise<FeatureDetail> {
  const [nearby, lineText, issues] = await Promise.all([
    nearbyFeatures(feature, services),
    lineOf(feature, edition, services),
    services.store.listIssues(edition.row, {
      line: feature.line,
      layer: feature.layer,
      limit: MOST_ISSUES,
    }),
  ]);
  return {
    ...featureSummary(feature, edition, services),
    geometry: feature.geometry,
    attributes: attributeViews(feature),
    extra: feature.extra,
    placement: { ...feature.placement, ...gridPosition(feature, services) },
    provenance: {
      dataset,
      layer: feature.layer,
      line: feature.line,
      raw: rawCells(feature, edition),
      ...(lineText === undefined ? {} : { lineText }),
    },
    issues: issues.map(issueView),
    nearby,
  };
}

/** Its name and reference, then what only its kind has, then what every kind may have: the stated first. */
function attributeViews({ type: id, attributes, sources }: FeatureRow): AttributeView[] {
  const type = findFeatureType(id);
  if (!type) return [];
  const own = new Set(type.attributes.map(({ name }) => name));
  const placeOf = ({ name }: Attribute): number => {
    if (name === 'name' || name === 'reference') return 0;
    if (own.has(name)) return 1;
    return Object.hasOwn(attributes, name) ? 2 : 3;
  };
  return attributesOf(type)
    .toSorted((one, other) => placeOf(one) - placeOf(other))
    .map((each) => attributeView(each, attributes[each.name], sources[each.name]));
}

export function issueView({ number: _, ...issue }: IssueRow): IssueView {
  return issue;
}

function rawCells({ layer, cells }: FeatureRow, { report }: EditionRow) {
  const columns = report.layers.find(({ name }) => name === layer)?.columns ?? [];
  return columns.map((column, index) => ({ column, value: cells[index] ?? '' }));
}

async function lineOf(
  { line }: FeatureRow,
  { sha256, source, report: { format, encoding, sizeBytes } }: EditionRow,
  { lines }: Services,
): Promise<string | undefined> {
  // Elsewhere a "line" is the number of a feature or of a row of a sheet.
  if (format !== 'csv') return undefined;
  // what was taken out for being about persons stands in the line as sent
  if ((source.redact ?? []).length > 0) return undefined;
  const all = await lines.read({ sha256, format, sizeBytes, ...(encoding ? { encoding } : {}) });
  const text = all?.[line - 1];
  return text === undefined ? undefined : shortLine(text);
}

/** Where a point stands on the National Grid: as published when it came so, else converted. */
function gridPosition(
  { native, placement, point }: FeatureRow,
  { grid }: Services,
): { gridReference?: string; easting?: number; northing?: number } {
  const published =
    placement.crs === NATIONAL_GRID && native?.type === 'Point' ? native.coordinates : undefined;
  const [easting, northing] = published ?? toNationalGrid(grid, point[0], point[1]) ?? [];
  if (easting === undefined || northing === undefined) return {};
  const gridReference = formatGridReference(easting, northing, 10);
  const metres = { easting: toCentimetres(easting), northing: toCentimetres(northing) };
  return gridReference ? { gridReference, ...metres } : metres;
}

const toCentimetres = (metres: number): number => Math.round(metres * 100) / 100;
