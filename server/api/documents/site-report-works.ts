import { SUPPLIERS } from '#data/consultation/consultees.ts';
import { findFeatureType } from '#data/features/index.ts';
import { sayDay } from '#data/siting/words.ts';
import { toGrid } from '#server/measure/plane-shape.ts';
import type { WorksKind } from '#server/pages/site-report/report.ts';
import type { EditionRow, FeatureShape } from '#server/store/rows.ts';
import type { OpenArea } from '../area/answer.ts';
import { boundsRound } from '../area/layers-here.ts';
import type { Services } from '../services.ts';
import { titleOf } from '../views/feature.ts';

/** Kinds of things that are planned in the street and round it. */
const WORKS = [
  'transport/street-works',
  'transport/transport-scheme',
  'land/infrastructure-project',
] as const;

/** How far works are told of, metres; how many of a kind are looked at, and told. */
const REACH_M = 500;
const AMONG = 500;
const TOLD = 6;

/** Of what, and when. */
type WorksContext = {
  /** Name of the council of the site’s district. */
  readonly council: string | undefined;
  /** Moment of the report, ISO 8601: what was over by then is planned no more. */
  readonly asOf: string;
};

/** Works planned on the site and within 500 m of it, kind by kind. */
export async function worksOf(
  area: OpenArea,
  { council, asOf }: WorksContext,
  services: Services,
): Promise<{ readonly kinds: readonly WorksKind[]; readonly datasets: readonly string[] }> {
  const { byRow, publishers } = await services.catalogue();
  const bounds = boundsRound(area.subject, REACH_M, services);
  const datasets: string[] = [];
  const kinds: WorksKind[] = [];
  for (const type of WORKS) {
    const title = findFeatureType(type)?.plural ?? type;
    const editions = [...byRow.values()].filter(({ source }) => source.type === type);
    const suppliers = SUPPLIERS[type] ?? SUPPLIERS[type.slice(0, type.indexOf('/'))] ?? [];
    const ask = suppliers.flatMap((id) =>
      id === 'council' ? (council ?? []) : (publishers.get(id)?.name ?? []),
    );
    const rows = editions.map(({ row }) => row);
    const near =
      rows.length === 0
        ? []
        : await services.store.pageFeatures({ editions: rows, bounds }, { limit: AMONG });
    const found = near
      .filter(({ attributes }) => !isOver(attributes, asOf.slice(0, 10)))
      .flatMap((feature) => workOf(feature, area, { byRow, services }));
    found.sort((a, b) => a.metres - b.metres || (a.title < b.title ? -1 : 1));
    datasets.push(...editions.map(({ dataset }) => dataset));
    const state = editions.length === 0 ? 'not-supplied' : found.length === 0 ? 'none' : 'found';
    kinds.push({ title, state, found: found.slice(0, TOLD), ask });
  }
  return { kinds, datasets };
}

type Known = { readonly byRow: ReadonlyMap<number, EditionRow>; readonly services: Services };

function workOf(
  feature: FeatureShape,
  { measure, subject }: OpenArea,
  { byRow, services }: Known,
): WorksKind['found'] extends readonly (infer Work)[] ? Work[] : never {
  const plane = toGrid(feature.geometry, services.grid);
  const apart = plane && measure.separation(subject.held, measure.shape(plane));
  const metres = apart ? apart.distanceM / subject.scale : Infinity;
  const edition = byRow.get(feature.edition);
  if (metres > REACH_M || !edition) return [];
  const { attributes } = feature;
  return [
    {
      title: titleOf(feature),
      metres,
      when: whenOf(attributes),
      promoter:
        firstOf(attributes, ['promoter', 'applicant', 'organisation', 'operator']) ?? 'not stated',
      synthetic: edition.source.synthetic,
      source: `${edition.source.title}, edition ${edition.number}`,
    },
  ];
}

type Attributes = FeatureShape['attributes'];

// a plan comes before the dates of its record
const STARTS = ['planned-start', 'start-date'];
const ENDS = ['planned-end', 'end-date'];

/** States of works and schemes that nobody plans any more, by the attribute that says so. */
const OVER: Readonly<Record<string, readonly string[]>> = {
  'works-status': ['completed', 'cancelled'],
  stage: ['complete'],
};

/** A day, or the month or year that is all that is known of it (EDTF level 0). */
const DAY = /^\d{4}(?:-\d{2}){0,2}$/;

/** Finished or given up, by what it says of itself or by the last day planned for it. */
function isOver(attributes: Attributes, today: string): boolean {
  const isDone = Object.entries(OVER).some(([name, states]) =>
    states.includes(firstOf(attributes, [name]) ?? ''),
  );
  const last = firstOf(attributes, ['planned-end']) ?? '';
  return isDone || (DAY.test(last) && last < today.slice(0, last.length));
}

/** `4 Jan 2027 to 9 Feb 2027`, `until 9 Feb 2027`, `opens 2029`. */
function whenOf(attributes: Attributes): string {
  const [from, to] = [firstOf(attributes, STARTS), firstOf(attributes, ENDS)];
  const opens = firstOf(attributes, ['opening-date']);
  if (from !== undefined && to !== undefined) return `${sayDay(from)} to ${sayDay(to)}`;
  if (from !== undefined) return `from ${sayDay(from)}`;
  if (to !== undefined) return `until ${sayDay(to)}`;
  return opens === undefined ? 'not stated' : `opens ${sayDay(opens)}`;
}

function firstOf(attributes: Attributes, names: readonly string[]): string | undefined {
  for (const name of names) {
    const value = Object.hasOwn(attributes, name) ? attributes[name] : undefined;
    if (typeof value === 'string' && value !== '') return value;
  }
  return undefined;
}
