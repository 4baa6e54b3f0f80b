import { z } from 'zod';
import { FeatureSummary, LicenceSummary, PublisherSummary } from './api.ts';

/**
 * Shapes of “what is here”: `GET /api/area`. Lengths and areas are those on the
 * ground (the ellipsoid), measured in the plane of the National Grid and freed of its scale.
 */

/** West, south, east, north, degrees. */
export const BoundsShape = z.tuple([z.number(), z.number(), z.number(), z.number()]);

/** GeoJSON geometry in WGS 84. */
export const GeometryShape = z.object({ type: z.string(), coordinates: z.array(z.unknown()) });

/** What was asked about, as understood. */
export const AreaAsked = z.object({
  /** In the form of addresses: `GET /api/area?area=<text>` asks the same again. */
  text: z.string(),
  title: z.string().optional(),
  from: z.enum(['shape', 'feature', 'kept']),
  /** Shape of the subject before the buffer. */
  drawn: z.enum(['point', 'line', 'polygon']),
  bufferM: z.number().optional(),
  /** The feature asked about; it is left out of the findings. */
  feature: FeatureSummary.optional(),
  /** The whole area, buffer included, repaired. */
  geometry: GeometryShape,
  /** The subject without its buffer; absent where there is no buffer. */
  subject: GeometryShape.optional(),
  bounds: BoundsShape,
  /** Of a polygon or anything with a buffer. */
  areaM2: z.number().optional(),
  edgeM: z.number().optional(),
  /** Of a line without a buffer. */
  lengthM: z.number().optional(),
  corners: z.int(),
  /** National Grid reference of its middle, ten figures; absent outside Great Britain. */
  gridReference: z.string().optional(),
});
export type AreaAsked = z.infer<typeof AreaAsked>;

/** A district's part of the area. */
export const AreaDistrict = z.object({
  gssCode: z.string(),
  name: z.string(),
  /** Of an area. */
  areaM2: z.number().optional(),
  /** Of a line. */
  lengthM: z.number().optional(),
  /** Of the whole area, line or set of points; 0–1. */
  share: z.number(),
});
export type AreaDistrict = z.infer<typeof AreaDistrict>;

/** How much of a thing there is: of polygons by area, of lines by length, of points by number. */
export const AreaFigure = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('share'), share: z.number(), areaM2: z.number() }),
  /** `share` of a line asked about that lies within polygons. */
  z.object({ kind: z.literal('length'), lengthM: z.number(), share: z.number().optional() }),
  z.object({ kind: z.literal('count'), count: z.int() }),
]);
export type AreaFigure = z.infer<typeof AreaFigure>;

/** A feature of a finding, with what of it lies in the area. */
export const AreaFeature = FeatureSummary.extend({
  areaM2: z.number().optional(),
  lengthM: z.number().optional(),
  /** Of the area; of the line where a line is asked about. */
  share: z.number().optional(),
});
export type AreaFeature = z.infer<typeof AreaFeature>;

/** A dataset that speaks of the area. */
export const AreaSource = z.object({
  dataset: z.string(),
  title: z.string(),
  publisher: PublisherSummary,
  edition: z.int(),
  /** ISO 8601 time this edition was published here. */
  updated: z.string(),
  licence: LicenceSummary,
  synthetic: z.boolean(),
  /** How complete its publisher says it is, when not full. */
  completeness: z.enum(['partial', 'sample']).optional(),
  statement: z.string().optional(),
});
export type AreaSource = z.infer<typeof AreaSource>;

/** Where a rule comes from. */
export const RuleSource = z.object({
  /** `SI 2015/595, Schedule 4`, `NPPF (December 2024), paragraph 153`. */
  title: z.string(),
  url: z.string().optional(),
  /** False: not yet read against its text, “to be confirmed”. */
  confirmed: z.boolean(),
});
export type RuleSource = z.infer<typeof RuleSource>;

/** Whom to ask, and why. */
export const AreaConsultation = z.object({
  /** `environment-agency`, or what the consultee is called when ODIN knows no publisher of it. */
  id: z.string(),
  name: z.string(),
  href: z.string().optional(),
  /** `statutory`: the law asks for it where development of the kind named is proposed; else `advised`. */
  duty: z.enum(['statutory', 'advised']),
  /** Kind of development the rule speaks of, and why. */
  why: z.string(),
  source: RuleSource,
});
export type AreaConsultation = z.infer<typeof AreaConsultation>;

/** One thing found on the area. */
export const AreaFinding = z.object({
  /** Stable within a layer: `flood-risk-zone.ogl-uk-3-0.synthetic/3`. */
  key: z.string(),
  layerId: z.string(),
  featureType: z.string(),
  /** `Flood zone 3`, `Power lines and cables, overhead, 132 kV`, `Listed buildings`. */
  title: z.string(),
  synthetic: z.boolean(),
  figure: AreaFigure,
  /** Said beside the figure: `zone 3 included`, names of the first few. */
  detail: z.string().optional(),
  count: z.int(),
  /** The largest parts first; at most `FINDING_FEATURES`. */
  features: z.array(AreaFeature),
  sources: z.array(AreaSource),
  /** Why it stands in its group, and the rule's source. */
  why: z.string().optional(),
  source: RuleSource.optional(),
  ask: z.array(AreaConsultation),
});
export type AreaFinding = z.infer<typeof AreaFinding>;

/** Most features one finding lists. */
export const FINDING_FEATURES = 25;

/** What is not on the area, but near it; counts leave out what is on it. */
export const AreaNear = z.object({
  key: z.string(),
  layerId: z.string(),
  featureType: z.string(),
  title: z.string(),
  synthetic: z.boolean(),
  group: z.enum(['stop', 'consult', 'note']),
  /** Sharing an edge or a corner and no ground. */
  touching: z.int(),
  within100: z.int(),
  /** Those within 100 m included. */
  within500: z.int(),
  nearest: FeatureSummary.extend({
    /** Edge to edge, on the ground; 0 where they touch. */
    distanceM: z.number(),
    /** Compass point from the area: `NE`; empty where they touch. */
    bearing: z.string(),
  }),
  sources: z.array(AreaSource),
  why: z.string().optional(),
  source: RuleSource.optional(),
  /** Whom to ask although it is not on the area: rules that reach further. */
  ask: z.array(AreaConsultation),
});
export type AreaNear = z.infer<typeof AreaNear>;

const LayerName = z.object({ layerId: z.string(), title: z.string(), synthetic: z.boolean() });

/** A layer that was supplied, and has nothing on the area. */
export const AreaNone = LayerName.extend({
  featureType: z.string(),
  /** Names of the districts it was supplied for; absent: the whole area. */
  districts: z.array(z.string()).optional(),
  /** Its publisher says that it is partial or a sample: nothing here may mean nothing looked at. */
  completeness: z.enum(['partial', 'sample']).optional(),
  /** The nearest of it beyond what `near` tells, up to 10 km. */
  nearest: z
    .object({ id: z.string(), title: z.string(), distanceM: z.number(), bearing: z.string() })
    .optional(),
});
export type AreaNone = z.infer<typeof AreaNone>;

/** A district's part of the area for which layers were not supplied: nobody can say. */
export const AreaMissing = z.object({
  /** Absent for the part outside every district. */
  gssCode: z.string().optional(),
  name: z.string(),
  areaM2: z.number().optional(),
  lengthM: z.number().optional(),
  share: z.number(),
  /** Kinds of things; `layerId` where other districts supplied one, absent where nobody did. */
  layers: z.array(
    z.object({ featureType: z.string(), title: z.string(), layerId: z.string().optional() }),
  ),
  /** Who could supply them. */
  ask: z.array(z.object({ name: z.string(), href: z.string().optional() })),
});
export type AreaMissing = z.infer<typeof AreaMissing>;

/** What is here. Shares overlap where things do, and may pass 100 % together. */
export const AreaAnswer = z.object({
  area: AreaAsked,
  /** What was done to what was sent, and what to bear in mind: repaired rings, parts outside the districts. */
  notes: z.array(z.string()),
  districts: z.array(AreaDistrict),
  /** Likely to prevent building. */
  stop: z.array(AreaFinding),
  /** Somebody to ask about. */
  consult: z.array(AreaFinding),
  /** Good to know. */
  note: z.array(AreaFinding),
  near: z.array(AreaNear),
  none: z.array(AreaNone),
  missing: z.array(AreaMissing),
  /** Layers that are known here but whose licence lets them be shown to nobody or only to some. */
  closed: z.array(LayerName.extend({ reason: z.string() })),
  /** Everybody to consult, each once, with the findings that ask for it. */
  consultees: z.array(
    AreaConsultation.omit({ why: true, source: true }).extend({
      because: z.array(z.object({ finding: z.string(), why: z.string(), source: RuleSource })),
    }),
  ),
  /** Words to print, of exactly what is told here. */
  credits: z.object({ short: z.string(), long: z.array(z.string()) }),
  /** Whether what is told may be handed out together. */
  terms: z.object({
    form: z.enum(['merged', 'collective', 'refused']),
    label: z.string(),
    reason: z.string(),
  }),
  /** ISO 8601 time of the answer. */
  asOf: z.string(),
});
export type AreaAnswer = z.infer<typeof AreaAnswer>;
