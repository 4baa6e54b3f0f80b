import type { Astray, Falls } from '#data/schema/closer.ts';
import type { Feature, UnplacedFeature } from '#data/schema/feature.ts';
import { boundsOf, type LngLat, type Wgs84Geometry } from '#data/schema/geometry.ts';
import type { Publisher } from '#data/schema/publisher.ts';
import type { HarmoniseContext } from './context.ts';
import { findArea } from './geometry/area.ts';
import type { Outcome } from './layer.ts';
import type { Survey } from './survey.ts';

type Kept = Exclude<Outcome, { kind: 'rejected' }>;

/** Records told of that are not where they should be. */
const MOST_ASTRAY = 1_000;

/** Nearer to the line than this a record is not outside: the boundaries are generalised, metres. Source: ONS, BGC: 20 m. */
const TOLERANCE_M = 20;

/** Counts where records stand against the publisher's area. */
export function countFalls(
  publisher: Publisher | undefined,
  surveys: readonly Survey[],
  { districts }: HarmoniseContext,
) {
  const codes = publisher?.districts ?? [];
  const own = codes.length > 0 ? findArea(districts, codes) : undefined;
  const area = own ?? findArea(districts);
  const parts = districts.map(({ name, gssCode }) => ({
    name,
    area: findArea(districts, [gssCode]),
  }));
  const sent = new Map(surveys.map(({ layer, locator }) => [layer.name, locator.look?.sent]));
  const astray: Astray[] = [];
  const counts = { inside: 0, outside: 0, without: 0 };
  const others = new Map<string, number>();

  const whereabouts = ([lng, lat]: LngLat) => {
    const distanceM = area?.distanceM(lng, lat);
    const district = parts.find((part) => part.area?.contains(lng, lat))?.name;
    return {
      at: [lng, lat] as const,
      ...(distanceM === undefined ? {} : { distanceM: Math.round(distanceM) }),
      ...(district === undefined ? {} : { district }),
    };
  };
  const isHome = (point: LngLat | undefined): boolean =>
    point !== undefined && (area?.distanceM(point[0], point[1]) ?? 0) <= TOLERANCE_M;

  const stray = ({ feature, record }: Kept, point: LngLat | undefined): Astray | undefined => {
    const told = sent.get(feature.provenance.layer)?.(record);
    const at = point ?? told?.at;
    if (!at && !told) return undefined;
    return {
      ...nameOf(feature),
      ...(told ? { figures: told.figures } : {}),
      ...(at ? whereabouts(at) : {}),
      isPlaced: point !== undefined,
    };
  };
  const note = (found: Astray): void => {
    const { district } = found;
    if (district !== undefined) others.set(district, (others.get(district) ?? 0) + 1);
    if (astray.length < MOST_ASTRAY) astray.push(found);
  };
  const see = (outcome: Kept): void => {
    const point = outcome.kind === 'feature' ? middleOf(outcome.feature.geometry) : undefined;
    const found = isHome(point) ? undefined : stray(outcome, point);
    counts[isHome(point) ? 'inside' : found ? 'outside' : 'without']++;
    if (found) note(found);
  };
  return {
    see,
    falls: (): Falls => ({
      ...(own ? { area: own.name } : {}),
      ...counts,
      districts: Object.fromEntries(others),
      astray,
    }),
  };
}

function nameOf({ provenance, reference, name }: Feature | UnplacedFeature) {
  const { layer, line } = provenance;
  return {
    layer,
    line,
    ...(reference === undefined ? {} : { reference }),
    ...(name === undefined ? {} : { name }),
  };
}

/** Middle of the box of a geometry. */
function middleOf(geometry: Wgs84Geometry): LngLat | undefined {
  const bounds = boundsOf(geometry);
  return bounds && [(bounds[0] + bounds[2]) / 2, (bounds[1] + bounds[3]) / 2];
}
