import { useMemo, useRef } from 'react';
import { useLayers } from '#client/api/queries.ts';
import { useSiteEvidence } from '#client/api/sites.ts';
import type { SiteMark, SitesLayers } from '#client/map/sites-map-controller.ts';
import type { Credit } from '#data/schema/credits.ts';
import type { Bounds, LngLat } from '#data/schema/geometry.ts';
import type { SiteEvidence, SitesAnswer } from '#data/schema/sites.ts';
import { sayScore } from '#data/siting/words.ts';
import type { SurfaceState } from '../surface/use-surface-state.ts';
import { contextOf } from './context.ts';
import { linesOf, marksOf, thingsOf } from './marks.ts';
import type { SitesMapProps } from './sites-map-props.ts';
import type { SitesWishes } from './use-sites-map.ts';

const NO_LAYERS: SitesLayers = { context: [], ground: [], named: [] };

/** What the finder's map draws of a search and its answer; parts stay the same value while nothing changes. */
export function useSitesWishes(props: SitesMapProps): SitesWishes {
  const { search, answer, ranking, selected, compared, isOpen = false } = props;
  const { data: all } = useLayers();
  const { data: evidence } = useSiteEvidence(search, selected);
  const layers = useMemo(() => (all ? contextOf(search, all) : NO_LAYERS), [all, search]);
  const marks = useHeld(
    useMemo(
      () => (answer && ranking ? marksOf(answer, ranking, compared) : []),
      [answer, ranking, compared],
    ),
    props.isHeld === true,
  );
  const isTheirs = evidence !== undefined && evidence.key === selected;
  const lines = useMemo(
    () => (answer && isTheirs ? linesOf(evidence, answer) : undefined),
    [answer, evidence, isTheirs],
  );
  const named = useMemo(() => (answer ? thingsOf(answer, search) : []), [answer, search]);
  const things = useMemo(() => {
    const ends = new Set(lines?.lines.map(({ end }) => end.id));
    return named.filter(({ id }) => !ends.has(id));
  }, [named, lines]);
  const home = useMemo(() => boundsOf(answer?.sites.map(({ at }) => at) ?? []), [answer]);
  const site = isOpen && isTheirs ? evidence : undefined;
  const around = useMemo(() => site && widen(boundsOf(placesOf(site, answer))), [site, answer]);
  const chosenSite = useChosen(props, marks);
  const surface = props.shows === 'surface' ? props.surface : undefined;
  const chosenCell = useChosenCell(surface);
  const measured = surface ? surface.answer : answer;
  const cells = surface?.answer?.sites;
  const region = useMemo(() => cells && boundsOf(cells.map(({ at }) => at)), [cells]);
  return {
    layers,
    marks,
    things,
    lines,
    selected: surface ? chosenCell : chosenSite,
    surface: surface?.picture,
    padding: props.padding,
    frame: surface ? region : (around ?? home),
    credits: useMemo(() => creditsOf(measured), [measured]),
    onPick: surface?.select ?? props.onSelect,
  };
}

/** The last value from before it was held. */
function useHeld(marks: readonly SiteMark[], isHeld: boolean): readonly SiteMark[] {
  const kept = useRef(marks);
  if (!isHeld) kept.current = marks;
  return kept.current;
}

/** What is selected, with its rank and name. */
function useChosen(
  { answer, selected: key, isOpen = false }: SitesMapProps,
  marks: readonly SiteMark[],
) {
  const site = answer?.sites.find((each) => each.key === key);
  const rank = marks.find((each) => each.key === key)?.rank;
  const label = site && (rank === undefined ? site.title : `${rank} ${site.title}`);
  return useMemo(
    () => (key === undefined || label === undefined ? undefined : { key, label, isOpen }),
    [key, label, isOpen],
  );
}

/** The selected cell with its place and score. */
function useChosenCell(surface: SurfaceState | undefined) {
  const cell = surface?.selected;
  const score = cell && (cell.form === 'out' ? 'ruled out' : sayScore(cell.standing));
  const [key, label] = [cell?.site.key, cell && `${cell.site.title} ${score}`];
  return useMemo(
    () => (key === undefined || label === undefined ? undefined : { key, label, isOpen: false }),
    [key, label],
  );
}

function placesOf({ key, lines }: SiteEvidence, answer: SitesAnswer | undefined): LngLat[] {
  const site = answer?.sites.find((each) => each.key === key);
  return [...(site ? [site.at] : []), ...lines.flatMap(({ from, to }) => [from, to])];
}

/** The box round places; undefined round none. */
function boundsOf(places: readonly LngLat[]): Bounds | undefined {
  if (places.length === 0) return undefined;
  const lngs = places.map(([lng]) => lng);
  const lats = places.map(([, lat]) => lat);
  return [Math.min(...lngs), Math.min(...lats), Math.max(...lngs), Math.max(...lats)];
}

/** Least height of what the camera shows of a site, degrees: about 2 km. */
const LEAST_DEGREES = 0.018;

/** A box with air round it: names and figures stand beside what lies at its edges. */
function widen(box: Bounds | undefined): Bounds | undefined {
  if (box === undefined) return undefined;
  const [west, south, east, north] = box;
  const up = Math.max(LEAST_DEGREES - (north - south), (north - south) * 0.3) / 2;
  const along = (east - west) * 0.15;
  return [west - along, south - up, east + along, north + up];
}

/** Owed for what was measured, whether the map draws it or not. */
const creditsOf = (answer: SitesAnswer | undefined): Credit[] =>
  (answer?.sources ?? []).map(({ publisher, licence }) => ({
    holder: publisher.name,
    licence: licence.id,
    statement: licence.attribution,
  }));
