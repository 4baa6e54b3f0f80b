import { z } from 'zod';
import { AreaSource } from './area.ts';

/**
 * Shapes of the site finder: `GET /api/sites`, `/api/sites/surface`, `/api/sites/evidence`, `/api/searches`. What is
 * measured comes column by column, one entry a candidate; what it is worth is reckoned by `data/siting`, here as
 * there.
 */

/** Candidates measured for one answer at most. */
export const SITES_MOST = 20_000;

const Position = z.tuple([z.number(), z.number()]);

/** A site, a cell or an area that is measured. */
export const SiteCandidate = z.object({
  /** Feature id of a site, `cell:<H3 index>`, or `area:<n>` of the n-th area asked about, from 0. */
  key: z.string(),
  /** Name, or what it is called by: `Near Swinton` of a cell. */
  title: z.string(),
  /** Publisher's own reference. */
  reference: z.string().optional(),
  /** Absent of cells and areas. */
  featureType: z.string().optional(),
  layerId: z.string().optional(),
  /** GSS code of the district its middle lies in; absent outside all. */
  district: z.string().optional(),
  /** Number in `sources`; absent of cells and areas. */
  source: z.int().optional(),
  synthetic: z.boolean(),
  /** Hectares; absent: neither drawn nor stated. */
  areaHa: z.number().optional(),
  areaBasis: z.enum(['measured', 'stated', 'none']),
  /** `point`: no boundary was published, it is measured from the point. */
  outline: z.enum(['boundary', 'point']),
  /** How much nearer its edge may be than the point: radius of a circle of the stated area, metres; 0 of a boundary. */
  errorM: z.number(),
  /** Its middle, or its point. */
  at: Position,
  bounds: z.tuple([z.number(), z.number(), z.number(), z.number()]),
  /** Said on its row: `no permission yet`, `permitted for homes`. */
  fact: z.string().optional(),
  /** Of cells: corners one after another, `lng, lat, lng, lat …`, open. */
  corners: z.array(z.number()).optional(),
});
export type SiteCandidate = z.infer<typeof SiteCandidate>;

const Numbers = z.array(z.number().nullable());

/** One thing measured of every candidate. */
export const SiteColumn = z.object({
  /** As `data/siting/what-text.ts` writes it: what criteria find their column by. */
  what: z.string(),
  /** `Distance to the nearest substation`. */
  title: z.string(),
  /** `m`, `ha`, `%`, `MVA`; absent of texts and counts. */
  unit: z.string().optional(),
  kind: z.enum(['number', 'text']),
  /** `not-supplied`: nobody gave ODIN such data for any of the candidates. */
  state: z.enum(['measured', 'not-supplied']),
  /** `Nobody supplied flood zones.` Present when not supplied. */
  reason: z.string().optional(),
  /** Who could supply it, where it is missing for any. */
  ask: z.array(z.object({ name: z.string(), href: z.string().optional() })),
  /** Any of it comes from invented data. */
  synthetic: z.boolean(),
  /** Numbers in `sources`. */
  sources: z.array(z.int()),
  /** Least and most a number can be; equal when it is known, null where it has no such end. Empty of texts. */
  low: Numbers,
  high: Numbers,
  /** Of texts: code or text; null: not known. Empty of numbers. */
  text: z.array(z.string().nullable()),
  /** Numbers in `WHYS` of `site-why.ts`. */
  why: z.array(z.int()),
  /** Numbers in `things` of what it was measured to; -1: nothing. */
  thing: z.array(z.int()),
  /** Of what serves a site: 1 by the operator's supply area, 0 as the nearest, -1 by neither; else absent. */
  served: z.array(z.int()).optional(),
});
export type SiteColumn = z.infer<typeof SiteColumn>;

/** Something a candidate was measured against. */
export const SiteThing = z.object({
  /** Feature id. */
  id: z.string(),
  title: z.string(),
  source: z.int(),
  synthetic: z.boolean(),
  /** Date of its figures (EDTF), where it states one. */
  asOf: z.string().optional(),
  /** A position of it: its point, or its middle. */
  at: Position,
});
export type SiteThing = z.infer<typeof SiteThing>;

const Terms = z.object({
  form: z.enum(['merged', 'collective', 'refused']),
  label: z.string(),
  reason: z.string(),
});

/** Candidates and everything a search asks of them. */
export const SitesAnswer = z.object({
  /** The search as understood, as `data/siting/search-text.ts` writes it. */
  search: z.string(),
  sites: z.array(SiteCandidate),
  columns: z.array(SiteColumn),
  things: z.array(SiteThing),
  sources: z.array(AreaSource),
  /** GSS code → name of districts named above. */
  districts: z.record(z.string(), z.string()),
  /** What to bear in mind: sites without a position that could not be measured, areas outside. */
  notes: z.array(z.string()),
  credits: z.object({ short: z.string(), long: z.array(z.string()) }),
  terms: Terms,
  /** ISO 8601 moment the editions measured were live at. */
  asOf: z.string(),
});
export type SitesAnswer = z.infer<typeof SitesAnswer>;

/** One column of one candidate, opened. */
export const SiteEvidence = z.object({
  key: z.string(),
  /** GeoJSON geometry of the candidate, WGS 84. */
  geometry: z.object({ type: z.string(), coordinates: z.array(z.unknown()) }),
  /** Column by column, as `what`: from the candidate to what it was measured to, at their nearest. */
  lines: z.array(z.object({ what: z.string(), thing: z.string(), from: Position, to: Position })),
});
export type SiteEvidence = z.infer<typeof SiteEvidence>;

/** What is asked to be kept. */
export const SearchWish = z.object({
  search: z.string().max(8_000),
  title: z.string().min(1).max(120),
});
export type SearchWish = z.infer<typeof SearchWish>;

/** One thing that happened to a kept search. */
export const SearchEvent = z.object({
  /** ISO 8601. */
  at: z.string(),
  kind: z.enum(['entered', 'left', 'changed', 'search-kept']),
  /** Key of the site. */
  site: z.string().optional(),
  title: z.string(),
  /** One sentence: `No longer meets: site area at least 5 ha (4.8 ha).` */
  text: z.string(),
});
export type SearchEvent = z.infer<typeof SearchEvent>;

/** A search the server keeps and watches; it holds no word about who sent it. */
export const KeptSearch = z.object({
  /** 26 letters and digits. */
  id: z.string(),
  title: z.string(),
  search: z.string(),
  keptAt: z.string(),
  /** When it was last held against what is live. */
  checkedAt: z.string(),
  /** Sites that meet every must now. */
  meets: z.int(),
  /** Newest first. */
  events: z.array(SearchEvent),
});
export type KeptSearch = z.infer<typeof KeptSearch>;
