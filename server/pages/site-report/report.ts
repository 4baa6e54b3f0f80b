import type { Geometry } from 'geojson';
import type { LayerSummary, LicenceSummary } from '#data/schema/api.ts';
import type { AreaAnswer, RuleSource } from '#data/schema/area.ts';
import type { LngLat } from '#data/schema/geometry.ts';
import type { SiteCandidate, SitesAnswer } from '#data/schema/sites.ts';
import type { Ranking, Robustness, Standing } from '#data/siting/ranking.ts';
import type { SiteSearch } from '#data/siting/search.ts';
import type { Outline } from '../locator.ts';

/** A dataset the report rests on. */
export type UsedDataset = {
  readonly id: string;
  readonly title: string;
  readonly publisher: string;
  readonly shortPublisher: string;
  readonly edition: number;
  /** ISO 8601 time it was published here. */
  readonly published: string;
  /** Latest day its records were entered (EDTF); absent: undated. */
  readonly dated?: string;
  readonly licence: LicenceSummary;
  readonly synthetic: boolean;
  /** Its licence asks for a credit line. */
  readonly asksCredit: boolean;
  /** Copies may be handed out: it is in the downloads. */
  readonly mayLeave: boolean;
};

/** Something a criterion was measured to, with where the straight line runs. */
export type MapLine = {
  readonly title: string;
  readonly metres: number;
  readonly from: LngLat;
  readonly to: LngLat;
  readonly synthetic: boolean;
};

/** What the map of a site shows. */
export type SiteMapView = {
  readonly site: Geometry;
  readonly at: LngLat;
  /** Everything within 500 m of a boundary; absent of points, where it is a circle. */
  readonly ring?: Geometry;
  /** Radius of the circle of the stated area, metres; 0: none is drawn. */
  readonly circleM: number;
  readonly lines: readonly MapLine[];
  readonly districts: readonly Outline[];
  readonly rivers: readonly { readonly name: string; readonly geometry: Geometry }[];
  readonly places: readonly { readonly name: string; readonly at: LngLat }[];
  /** Ground found on or touching the site that stops or asks. */
  readonly marks: readonly { readonly group: 'stop' | 'consult'; readonly geometry: Geometry }[];
  readonly credit: string;
};

/** One substation of the power block; figures absent where its operator does not state them. */
export type PowerSource = {
  readonly title: string;
  /** How it was chosen. */
  readonly basis: 'serving' | 'nearest' | 'second';
  readonly metres: number;
  readonly at: LngLat;
  readonly demandMw?: number;
  readonly demandMva?: number;
  readonly generationMw?: number;
  readonly storageMw?: number;
  readonly firmMva?: number;
  readonly peakMva?: number;
  readonly voltage?: string;
  readonly upstream?: string;
  readonly queued?: string;
  /** Day of its figures (EDTF); absent: not stated. */
  readonly asOf?: string;
  readonly dataset: string;
  readonly synthetic: boolean;
};

export type PowerReport = {
  readonly sources: readonly PowerSource[];
  /** Supply areas were supplied here. */
  readonly hasSupplyAreas: boolean;
  /** A register of connections was supplied here. */
  readonly hasQueue: boolean;
  /** Who could say more. */
  readonly ask: readonly string[];
};

/** Somebody the report names as to be consulted. */
export type ConsultRow = {
  readonly name: string;
  readonly why: readonly string[];
  readonly applies: 'yes' | 'advised' | 'unknown';
  readonly source?: RuleSource;
};

/** One kind of planned works, with those within 500 m. */
export type WorksKind = {
  readonly title: string;
  readonly state: 'none' | 'found' | 'not-supplied';
  readonly found: readonly {
    readonly title: string;
    readonly metres: number;
    readonly when: string;
    readonly promoter: string;
    readonly synthetic: boolean;
    readonly source: string;
  }[];
  readonly ask: readonly string[];
};

/** What became of the data since the moment the report is of. */
export type Since = {
  readonly newer: readonly { readonly title: string; readonly from: number; readonly to: number }[];
  readonly withdrawn: readonly { readonly title: string; readonly at: string }[];
};

export type SiteReport = {
  readonly measured: SitesAnswer;
  readonly search: SiteSearch;
  /** What the search is called: `Data centre`. */
  readonly searchTitle: string;
  readonly site: SiteCandidate;
  readonly standing: Standing;
  readonly ranking: Ranking;
  readonly robustness: Robustness;
  readonly gridReference?: string;
  /** The council of the district it lies in. */
  readonly council?: string;
  /** Dataset the site is of; absent of cells and areas. */
  readonly register?: UsedDataset;
  readonly map: SiteMapView;
  readonly area: AreaAnswer;
  /** Layers of the moment, by id. */
  readonly layers: ReadonlyMap<string, LayerSummary>;
  /** Names of publishers by id. */
  readonly publishers: ReadonlyMap<string, string>;
  readonly power: PowerReport;
  readonly consult: readonly ConsultRow[];
  readonly works: readonly WorksKind[];
  readonly used: readonly UsedDataset[];
  readonly credits: readonly string[];
  readonly terms: AreaAnswer['terms'];
  readonly since: Since;
  /** ISO 8601. */
  readonly asOf: string;
  readonly addresses: {
    /** In full. */
    readonly self: string;
    /** The same question of what is live now. */
    readonly newest: string;
    readonly finder: string;
    readonly geojson: string;
    readonly csv: string;
  };
};

/** Whether anything the report rests on is made up. */
export const isSynthetic = ({ used }: Pick<SiteReport, 'used'>): boolean =>
  used.some(({ synthetic }) => synthetic);
