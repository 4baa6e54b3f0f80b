import { setImmediate as breathe } from 'node:timers/promises';
import { toWgs84 } from '#data/geodesy/ostn15.ts';
import { SITES_MOST, type SiteCandidate } from '#data/schema/sites.ts';
import type { SearchGround } from '#data/siting/search.ts';
import { grouped, listed, many } from '#data/words/figures.ts';
import type { WorkedOut } from '#server/columns/shelf.ts';
import type { Candidate } from '#server/sites/candidate.ts';
import { type Candidates, openCandidatesInSteps } from '#server/sites/candidates.ts';
import type { Thing } from '#server/sites/thing.ts';
import type { EditionRow } from '#server/store/rows.ts';
import { ApiError } from '../problem.ts';
import type { Services } from '../services.ts';
import { pluralOf } from './ask.ts';
import { factOf, isEnded, statedHa } from './fact.ts';
import { inTurns } from './in-turns.ts';
import type { OpenEdition, OpenFeature } from './shelf.ts';

/** A candidate as it is told, but for what is found by measuring. */
export type Told = Pick<
  SiteCandidate,
  'key' | 'title' | 'reference' | 'featureType' | 'bounds' | 'fact' | 'corners'
> & {
  /** Dataset of a site. */
  readonly dataset?: string;
  readonly synthetic: boolean;
};

/** Everything a search looks through. */
export type LookedThrough = {
  readonly candidates: Candidates;
  /** One a candidate. */
  readonly told: readonly Told[];
  readonly notes: readonly string[];
  /** Feature types of the candidates: what their attributes mean. */
  readonly types: readonly string[];
  /** Names it among what was worked out; absent: not to be kept. */
  readonly name?: string;
  /** Editions it follows from. */
  readonly rows: readonly number[];
};

/** Memory of a candidate as told and laid out, bytes, roughly; its shape is the opened edition's. */
const CANDIDATE_BYTES = 1_500;

type SitesGround = Extract<SearchGround, { kind: 'sites' }>;

/**
 * The sites of some kinds, as one set of candidates.
 *
 * @param editions of those kinds, that may be measured
 * @param day ISO 8601 date: what had ended by it is no site any more
 * @throws {ApiError} when there are too many
 */
export async function sitesOf(
  ground: SitesGround,
  editions: readonly EditionRow[],
  { services, day }: { readonly services: Services; readonly day: string },
): Promise<LookedThrough> {
  const { sites } = services;
  const opened = await sites.take(editions);
  const rows = editions.map(({ row }) => row);
  const districts = [...(ground.districts ?? [])].sort().join();
  const name = `sites ${day} ${districts}`;
  const { candidates, told } = await sites.workOut<Kept>(name, rows, async () => {
    const chosen = chooseSites(opened, ground, day);
    const { ruler } = await services.measuring();
    await breathe();
    const candidates = chosen.map(({ candidate }) => candidate);
    return {
      candidates: await inTurns(openCandidatesInSteps(ruler, candidates)),
      told: chosen.map((each) => each.told),
      bytes: CANDIDATE_BYTES * chosen.length + 1,
    };
  });
  // what follows from the question and not from the editions alone is not kept
  const types = [...new Set(editions.map(({ source }) => source.type))];
  return { candidates, told, notes: notesOf(ground, opened, services), types, name, rows };
}

type Kept = WorkedOut & Pick<LookedThrough, 'candidates' | 'told'>;

type Chosen = { readonly candidate: Candidate; readonly told: Told };

function chooseSites(
  opened: readonly OpenEdition[],
  { districts }: SitesGround,
  day: string,
): Chosen[] {
  const wanted = districts && new Set(districts);
  const isSite = ({ district = '', lifecycle }: OpenFeature, { attributes }: Thing): boolean =>
    (!wanted || wanted.has(district)) && !isEnded(lifecycle, attributes, day);
  // the same thing in two editions is one site
  const chosen = new Map<string, Chosen>();
  for (const open of opened) {
    for (const [at, feature] of open.features.entries()) {
      const thing = open.things.all[at];
      if (thing && !chosen.has(thing.id) && isSite(feature, thing)) {
        chosen.set(thing.id, siteOf(open, thing, feature));
      }
    }
  }
  if (chosen.size > SITES_MOST) {
    throw new ApiError(
      'bad-request',
      `${grouped(chosen.size)} sites would be looked through; ODIN measures at most ${grouped(SITES_MOST)} at once. Look through fewer kinds of site, or some districts alone: in:land/brownfield-site;E08000003.`,
    );
  }
  return [...chosen.values()];
}

function siteOf({ edition }: OpenEdition, thing: Thing, feature: OpenFeature): Chosen {
  const { type } = edition.source;
  const stated = statedHa(thing.attributes);
  const fact = factOf(type, thing.attributes);
  const { reference, bounds } = feature;
  return {
    candidate: {
      key: thing.id,
      shape: thing.shape,
      attributes: thing.attributes,
      ...(stated === undefined ? {} : { statedHa: stated }),
    },
    told: {
      key: thing.id,
      title: thing.title,
      ...(reference === undefined ? {} : { reference }),
      featureType: type,
      dataset: edition.dataset,
      synthetic: thing.synthetic,
      bounds: [...bounds],
      ...(fact === undefined ? {} : { fact }),
    },
  };
}

function notesOf(
  { types, districts = [] }: SitesGround,
  opened: readonly OpenEdition[],
  { districtNames }: Services,
): string[] {
  const supplied = new Set(opened.map(({ edition }) => edition.source.type));
  const missing = types.filter((type) => !supplied.has(type)).map(pluralOf);
  const outside = opened.reduce((sum, each) => sum + each.outside, 0);
  const unplaced = opened.reduce((sum, { edition }) => sum + edition.report.unplaced, 0);
  const unknown = districts.filter((code) => !districtNames.has(code));
  const notes: readonly (readonly [number, string])[] = [
    [missing.length, `Nobody has supplied ${listed(missing)}.`],
    [
      unplaced,
      `${many(unplaced, 'site')} without a position that could be read ${unplaced === 1 ? 'is' : 'are'} not looked at.`,
    ],
    [
      outside,
      `${many(outside, 'site')} outside the National Grid ${outside === 1 ? 'is' : 'are'} not measured.`,
    ],
    [unknown.length, `ODIN knows no district ${listed(unknown)}.`],
  ];
  return notes.flatMap(([found, note]) => (found > 0 ? [note] : []));
}

/** Decimals of degrees that are told: a centimetre. */
const DECIMALS = 1e7;

/** A position of the plane, in degrees. */
export function degreesOf(
  [easting, northing]: readonly [number, number],
  { grid }: Pick<Services, 'grid'>,
): [number, number] {
  const [lng, lat] = toWgs84(grid, easting, northing) ?? [0, 0];
  return [Math.round(lng * DECIMALS) / DECIMALS, Math.round(lat * DECIMALS) / DECIMALS];
}
