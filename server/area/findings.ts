import type { RuleGroup } from '#data/consultation/rule.ts';
import type { AreaFinding, AreaNear } from '#data/schema/area.ts';
import { sourceTold } from '#server/catalogue/told.ts';
import type { Measure } from '#server/measure/measure.ts';
import type { Consultees } from './consultees.ts';
import type { ClassFound } from './layer-findings.ts';
import type { LayerHere } from './question.ts';

type Ranked<Told> = {
  readonly told: Told;
  readonly group: RuleGroup;
  readonly rank: number;
  readonly datasets: readonly string[];
};

/** Findings on the area, in the order they are told: by rule, the larger first. */
export function tellFindings(
  layers: readonly LayerHere[],
  consultees: Consultees,
  measure: Measure,
): Ranked<AreaFinding>[] {
  return layers
    .flatMap((here) =>
      here.found.flatMap((found) => {
        const { on, class: of } = found;
        if (!on) return [];
        const told: AreaFinding = {
          ...headOf(here, found),
          figure: on.figure,
          ...detailOf(found, here, measure),
          count: on.count,
          features: [...on.features],
          ask: (of.rule?.ask ?? []).flatMap((each) => consultees.ask(each, districtsOf(on))),
        };
        return [{ told, group: of.rule?.group ?? 'note', rank: of.rank, datasets: found.datasets }];
      }),
    )
    .sort((one, other) => one.rank - other.rank || weightOf(other.told) - weightOf(one.told));
}

/** Districts that points stand in; what has length or ground may be in more than the one its middle is in. */
function districtsOf({ figure, features, count }: NonNullable<ClassFound['on']>) {
  const names = features.flatMap(({ district }) => (district ? [district] : []));
  return figure.kind === 'count' && names.length === count ? new Set(names) : undefined;
}

/** What is near the area and not on it, nearest first. */
export function tellNear(layers: readonly LayerHere[], consultees: Consultees): Ranked<AreaNear>[] {
  return layers
    .flatMap((here) =>
      here.found.flatMap((found) => {
        const { near, class: of } = found;
        if (!near) return [];
        const { distanceM } = near.nearest;
        const reached = (of.rule?.ask ?? []).filter(({ reachM = 0 }) => distanceM <= reachM);
        const group = of.rule?.group ?? 'note';
        const told: AreaNear = {
          ...headOf(here, found),
          group,
          ...near,
          ask: reached.flatMap((each) => consultees.ask(each)),
        };
        return [{ told, group, rank: of.rank, datasets: found.datasets }];
      }),
    )
    .sort((one, other) => one.told.nearest.distanceM - other.told.nearest.distanceM);
}

/** What a finding is known by. */
export const keyOf = (layerId: string, classKey: string): string =>
  classKey === '' ? layerId : `${layerId}/${classKey}`;

function headOf({ layer, datasets }: LayerHere, { class: of, datasets: told }: ClassFound) {
  const { why, source } = of.rule ?? {};
  return {
    key: keyOf(layer.id, of.key),
    layerId: layer.id,
    featureType: layer.featureType,
    title: of.title,
    synthetic: layer.synthetic,
    sources: datasets.filter(({ id }) => told.includes(id)).map((each) => sourceTold(each, each)),
    ...(why ? { why } : {}),
    ...(source ? { source } : {}),
  };
}

/** Share of a finding that must lie on another's ground to be told as included in it. */
const INCLUDED = 0.95;

/** Names said beside a figure. */
const NAMES_SAID = 2;

function detailOf(
  { on, class: of }: ClassFound,
  { found }: LayerHere,
  measure: Measure,
): { detail?: string } {
  if (!on) return {};
  const included = found
    .filter((other) => other.class.key !== of.key && isIncluded(other, on.ground, measure))
    .map((other) => `${lower(other.class.title)} included`);
  const said = on.names.slice(0, NAMES_SAID);
  const more = on.count - said.length;
  const names =
    said.length === 0 ? [] : [more > 0 ? `${said.join(', ')} and ${more} more` : said.join(', ')];
  const parts = [...included, ...names];
  return parts.length === 0 ? {} : { detail: parts.join(' · ') };
}

function isIncluded(
  { on }: ClassFound,
  ground: NonNullable<ClassFound['on']>['ground'],
  measure: Measure,
): boolean {
  if (!on?.ground || !ground) return false;
  return measure.overlapM2(ground, on.ground) >= INCLUDED * measure.areaM2(on.ground);
}

/** Within a sentence: `Flood zone 3` becomes `flood zone 3`, `AQMA` stays. */
const lower = (title: string): string =>
  /^[A-Z][a-z]/.test(title) ? title.charAt(0).toLowerCase() + title.slice(1) : title;

/** Shares before lengths before counts, then by size. */
function weightOf({ figure }: AreaFinding): number {
  switch (figure.kind) {
    case 'share':
      return 2e12 + figure.areaM2;
    case 'length':
      return 1e12 + figure.lengthM;
    case 'count':
      return figure.count;
  }
}
