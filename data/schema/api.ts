import { z } from 'zod';
import { Building } from './building.ts';
import { Comparison } from './change.ts';
import { Approximate } from './gazetteer.ts';
import { MENDERS, SEVERITIES } from './issue.ts';
import { ColumnTotal, ColumnValue, UnplacedList } from './layer-figures.ts';
import { Licence, Permission } from './licence.ts';
import { THEMES } from './theme.ts';

/** Shapes the HTTP API answers with. The server validates and documents with them, the client takes their types. */

const BoundsShape = z.tuple([z.number(), z.number(), z.number(), z.number()]);
const Chip = Licence.shape.chip;

export const LicenceSummary = z.object({
  id: z.string(),
  title: z.string(),
  url: z.string().optional(),
  chip: Chip,
  /** Attribution with its variables filled in for this dataset. */
  attribution: z.string(),
  /** Whether it may be used in paid work; absent: the licence has left the catalogue. */
  commercialUse: Permission.optional(),
  /** The publisher’s page says so and the file does not; absent: it was stated. */
  presumed: z.literal(true).optional(),
});
export type LicenceSummary = z.infer<typeof LicenceSummary>;

export const PublisherSummary = z.object({
  id: z.string(),
  name: z.string(),
  shortName: z.string(),
});
export type PublisherSummary = z.infer<typeof PublisherSummary>;

export const EditionSummary = z.object({
  /** From 1 within the dataset. */
  number: z.int(),
  /** `held`: complete, and waiting for a person to accept it. */
  status: z.enum(['held', 'live', 'superseded', 'withdrawn']),
  publishedAt: z.string(),
  sha256: z.string(),
  fileName: z.string(),
  format: z.string(),
  encoding: z.string().optional(),
  sizeBytes: z.int(),
  records: z.int(),
  features: z.int(),
  unplaced: z.int(),
  rejected: z.int(),
  /** Why it is held. */
  held: z.string().optional(),
  /** Beside the edition it replaced; absent for the first. */
  comparison: Comparison.optional(),
  /** Of `features`, those a gazetteer placed; absent: none. */
  approximate: z.int().optional(),
  crs: z.string().optional(),
  /** Licence it came under and who says so: stays as it was, whatever later editions come under. */
  licence: z
    .object({ id: z.string(), basis: z.string(), evidence: z.string().optional() })
    .optional(),
});
export type EditionSummary = z.infer<typeof EditionSummary>;

export const IssueCounts = z.record(z.enum(SEVERITIES), z.int());
export type IssueCounts = z.infer<typeof IssueCounts>;

export const DatasetSummary = z.object({
  id: z.string(),
  title: z.string(),
  description: z.string().optional(),
  synthetic: z.boolean(),
  theme: z.enum(THEMES),
  featureType: z.string(),
  layerId: z.string(),
  publisher: PublisherSummary,
  licence: LicenceSummary,
  bounds: BoundsShape.optional(),
  edition: EditionSummary,
  issueCounts: IssueCounts,
  /** GSS codes of the districts it says it covers. */
  coverage: z.array(z.string()),
});
export type DatasetSummary = z.infer<typeof DatasetSummary>;

export const DatasetDetail = DatasetSummary.extend({
  editions: z.array(EditionSummary),
  /** Attribute → columns, as chosen. */
  columns: z.record(z.string(), z.array(z.string())),
  licenceBasis: z.string(),
  licenceEvidence: z.string().optional(),
  coverageStatement: z.string().optional(),
});
export type DatasetDetail = z.infer<typeof DatasetDetail>;

/** One row of the layer tree: a feature type under one licence. */
export const LayerSummary = z.object({
  /** `substation.odbl-1-0`, `sewer.ogl-uk-3-0.synthetic`. */
  id: z.string(),
  title: z.string(),
  theme: z.enum(THEMES),
  /** `energy/substation`. */
  featureType: z.string(),
  /** Name of the layer in the tiles. */
  sourceLayer: z.string(),
  shapes: z.array(z.enum(['point', 'line', 'polygon'])),
  synthetic: z.boolean(),
  featureCount: z.int(),
  /** Of them, those that stand where their postcode or UPRN does; absent: none. */
  approximateCount: z.int().optional(),
  minZoom: z.int(),
  maxZoom: z.int(),
  /** Zoom → share of its features the tiles hold there, 0–1: full tiles are thinned, never those of the last zoom. */
  shown: z.record(z.string().regex(/^\d+$/), z.number().min(0).max(1)).optional(),
  bounds: BoundsShape.optional(),
  /** Changes with every rebuild; part of the tile address. */
  version: z.string(),
  /** `/tiles/<id>/<version>/{z}/{x}/{y}.mvt`; `<version>-building` while `building`. */
  tiles: z.string(),
  /** Absent once its tiles are drawn. */
  building: Building.optional(),
  /** `/api/layers/<id>/<version>.pmtiles`, all tiles in one file; absent where its licence allows no copies, and while building. */
  archive: z.string().optional(),
  datasets: z.array(z.string()),
  publishers: z.array(PublisherSummary),
  licence: LicenceSummary,
  updated: z.string(),
  /** GSS codes of the districts that supplied it. */
  coverage: z.array(z.string()),
  /** Words that find it, beside its title. */
  synonyms: z.array(z.string()),
});
export type LayerSummary = z.infer<typeof LayerSummary>;

/** Layers people look at together to find something out. */
export const LayerTask = z.object({
  id: z.string(),
  title: z.string(),
  /** Ids of the layers there are, most telling first. */
  layers: z.array(z.string()),
});
export type LayerTask = z.infer<typeof LayerTask>;

/** A feature as lists and search results show it. */
export const FeatureSummary = z.object({
  id: z.string(),
  key: z.number(),
  layerId: z.string(),
  title: z.string(),
  typeTitle: z.string(),
  featureType: z.string(),
  lifecycle: z.string(),
  /** A position on or in it, lng lat. */
  point: z.tuple([z.number(), z.number()]),
  bounds: BoundsShape,
  synthetic: z.boolean(),
  district: z.string().optional(),
  distanceM: z.number().optional(),
  /** True when it stands where its postcode or UPRN does, having no coordinates of its own. */
  approximate: z.boolean().optional(),
  /** The publisher's own. */
  reference: z.string().optional(),
  /** Of the columns asked for, those it states, by attribute. */
  values: z.record(z.string(), ColumnValue).optional(),
});
export type FeatureSummary = z.infer<typeof FeatureSummary>;

/** Features of the asked layers inside a box or area, in the order asked for: the text alternative of the map. */
export const FeatureList = z.object({
  /** All that match, whatever the page holds. */
  numberMatched: z.int(),
  /** Layer id → how many of it match, for every layer asked for. */
  counts: z.record(z.string(), z.int()),
  /** Layer id → how many of it are in the box or area, filtered or not. */
  inView: z.record(z.string(), z.int()),
  /** Numeric columns asked for, by attribute, over all that match. */
  totals: z.record(z.string(), ColumnTotal).optional(),
  /** Records of the asked layers that are nowhere on the map; the first few. */
  unplaced: UnplacedList,
  /** One page: `limit` (50 unless given) from `offset` (0 unless given). */
  features: z.array(FeatureSummary),
});
export type FeatureList = z.infer<typeof FeatureList>;

export const AttributeView = z.object({
  name: z.string(),
  title: z.string(),
  unit: z.string().optional(),
  /** As a person reads it: `1,204`, `Primary substation`, `21 March 1984`; absent: not stated by the publisher. */
  text: z.string().optional(),
  value: z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]).optional(),
  href: z.string().optional(),
  source: z
    .object({
      columns: z.array(z.string()),
      raw: z.string(),
      rule: z.string(),
      by: z.enum(['descriptor', 'suggestion', 'default']),
    })
    .optional(),
});
export type AttributeView = z.infer<typeof AttributeView>;

export const IssueView = z.object({
  code: z.string(),
  severity: z.enum(SEVERITIES),
  mender: z.enum(MENDERS),
  layer: z.string().optional(),
  line: z.int().optional(),
  column: z.string().optional(),
  value: z.string().optional(),
  message: z.string(),
  /** Feature made from that line, when there is one. */
  featureId: z.string().optional(),
});
export type IssueView = z.infer<typeof IssueView>;

export const FeatureDetail = FeatureSummary.extend({
  geometry: z.unknown(),
  attributes: z.array(AttributeView),
  extra: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
  placement: z.object({
    crs: z.string(),
    transform: z.string(),
    from: z.string(),
    swapped: z.boolean().optional(),
    /** Placed by a gazetteer, having no coordinates of its own. */
    approximate: Approximate.optional(),
    /** `SJ 81429 91372`. */
    gridReference: z.string().optional(),
    easting: z.number().optional(),
    northing: z.number().optional(),
  }),
  provenance: z.object({
    dataset: DatasetSummary,
    layer: z.string(),
    line: z.int(),
    /** The published record, column → cell, in published order. */
    raw: z.array(z.object({ column: z.string(), value: z.string() })),
    /** Published text of the line, in text formats. */
    lineText: z.string().optional(),
  }),
  issues: z.array(IssueView),
  /** Nearest other features, within a kilometre. */
  nearby: z.array(FeatureSummary.extend({ distanceM: z.number(), bearing: z.string() })),
});
export type FeatureDetail = z.infer<typeof FeatureDetail>;
