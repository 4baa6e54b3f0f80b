import { SUPPLIERS } from '#data/consultation/consultees.ts';
import { findFeatureType } from '#data/features/index.ts';
import type { AttributeValue } from '#data/schema/attribute.ts';
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

/** Works planned on the site and within 500 m of it, kind by kind. */
export async function worksOf(
  area: OpenArea,
  { council }: { readonly council: string | undefined },
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
    const found = near.flatMap((feature) => workOf(feature, area, { byRow, services }));
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
  const [from, to] = [firstOf(attributes, STARTS), firstOf(attributes, ENDS)];
  const days = [from, to].flatMap((day) => (day === undefined ? [] : [sayDay(day)]));
  return [
    {
      title: titleOf(feature),
      metres,
      when: days.length === 0 ? 'not stated' : days.join(' to '),
      promoter: firstOf(attributes, ['promoter', 'organisation', 'operator']) ?? 'not stated',
      synthetic: edition.source.synthetic,
      source: `${edition.source.title}, edition ${edition.number}`,
    },
  ];
}

const STARTS = ['start-date', 'planned-start', 'proposed-start-date'];
const ENDS = ['end-date', 'planned-end', 'proposed-end-date', 'opening-date'];

function firstOf(
  attributes: Readonly<Record<string, AttributeValue>>,
  names: readonly string[],
): string | undefined {
  for (const name of names) {
    const value = Object.hasOwn(attributes, name) ? attributes[name] : undefined;
    if (typeof value === 'string' && value !== '') return value;
  }
  return undefined;
}
