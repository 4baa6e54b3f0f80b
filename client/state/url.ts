import { readAppearance } from './appearance.ts';
import { type Explore, START, TABS } from './explore.ts';
import type { ActiveLayer } from './layers.ts';
import { currentRef } from './selection.ts';
import { STOPS } from './sheet.ts';
import { readAskedArea, writeAskedArea } from './url/area.ts';
import { readCompare, writeCompare } from './url/compare.ts';
import { readFilters, writeFilters } from './url/filters.ts';
import { escapeText, part } from './url/part.ts';
import { readTable, writeTable } from './url/table.ts';
import type { View } from './view.ts';

/** Decimals of a degree in the address: about a metre. */
const DEGREE_DECIMALS = 5;

/** Decimals of a zoom in the address. */
const ZOOM_DECIMALS = 2;

/**
 * Write the explorer into a query string: `?view=53.48,-2.24,12.5&layers=sewer.ogl-uk-3-0~40,!hospital…`.
 *
 * `!` before a layer hides it, `~40` after it is its opacity in percent. What is as at the start is left out.
 */
export function writeUrl(state: Explore): string {
  const parts = [
    state.view && `view=${writeView(state.view)}`,
    state.layers && `layers=${state.layers.map(writeLayer).join(',')}`,
    part('feature', currentRef(state.selection)),
    part('explain', state.selection && state.explain),
    part('gaps', state.gaps),
    part('use', state.use),
    ...writeFilters(state.filters),
    part('misses', state.misses),
    ...writeTable(state.table),
    ...writeAskedArea(state.asked),
    ...writeCompare(state.compare),
    part('changes', state.changes?.layer),
    part('since', state.changes?.since),
    part('tab', state.tab === START.tab ? undefined : state.tab),
    part('theme', state.appearance === START.appearance ? undefined : state.appearance),
    part('base', state.base),
    part('panel', state.stop === START.stop ? undefined : state.stop),
  ].filter((text) => text !== undefined);
  return parts.length === 0 ? '' : `?${parts.join('&')}`;
}

/** Read a query string; whatever cannot be read is as at the start. Never throws. */
export function readUrl(search: string): Explore {
  const fields = new URLSearchParams(search);
  const feature = fields.get('feature') || undefined;
  const changes = readChanges(fields);
  const tab = TABS.find((each) => each === fields.get('tab')) ?? START.tab;
  return {
    tab: tab === 'changes' && changes === undefined ? START.tab : tab,
    stop: STOPS.find((each) => each === fields.get('panel')) ?? START.stop,
    appearance: readAppearance(fields.get('theme')),
    ...stated({
      view: readView(fields.get('view')),
      layers: readLayers(fields.get('layers')),
      selection: feature && { refs: [feature], index: 0 },
      explain: feature && (fields.get('explain') || undefined),
      gaps: fields.get('gaps') || undefined,
      use: fields.get('use') === 'commercial' ? ('commercial' as const) : undefined,
      filters: readFilters(fields),
      misses: fields.get('misses') === 'hide' ? ('hide' as const) : undefined,
      table: readTable(fields),
      asked: readAskedArea(fields),
      compare: readCompare(fields),
      changes,
      base: readBase(fields.get('base')),
    }),
  };
}

type Stated<Fields> = { readonly [Name in keyof Fields]?: Exclude<Fields[Name], undefined | ''> };

/** The fields that are there: one that is not asked for is absent. */
const stated = <Fields extends object>(fields: Fields): Stated<Fields> =>
  Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined),
  ) as Stated<Fields>;

/** Ids of base maps hold lower-case letters, digits and hyphens. */
const readBase = (text: string | null): string | undefined =>
  text !== null && /^[a-z0-9][a-z0-9-]{0,39}$/u.test(text) ? text : undefined;

function readChanges(fields: URLSearchParams): Explore['changes'] {
  const layer = fields.get('changes');
  const since = fields.get('since');
  if (layer === null || readLayer(layer) === undefined) return undefined;
  return { layer, ...(since && /^\d{4}-\d{2}-\d{2}$/.test(since) ? { since } : {}) };
}

function writeView({ lat, lng, zoom }: View): string {
  return [
    round(lat, DEGREE_DECIMALS),
    round(lng, DEGREE_DECIMALS),
    round(zoom, ZOOM_DECIMALS),
  ].join(',');
}

function round(value: number, decimals: number): number {
  return Number(value.toFixed(decimals));
}

function readView(text: string | null): View | undefined {
  if (text === null || !/^-?[\d.]+,-?[\d.]+,[\d.]+$/u.test(text)) return undefined;
  const [lat = Number.NaN, lng = Number.NaN, zoom = Number.NaN] = text.split(',').map(Number);
  const possible = Math.abs(lat) <= 85 && Math.abs(lng) <= 180 && zoom >= 0 && zoom <= 24;
  return possible ? { lat, lng, zoom } : undefined;
}

function writeLayer({ id, visible, opacity }: ActiveLayer): string {
  const percent = Math.round(opacity * 100);
  return `${visible ? '' : '!'}${escapeText(id)}${percent === 100 ? '' : `~${percent}`}`;
}

function readLayers(text: string | null): readonly ActiveLayer[] | undefined {
  if (text === null) return undefined;
  const seen = new Set<string>();
  return text.split(',').flatMap((entry) => {
    const layer = readLayer(entry);
    if (layer === undefined || seen.has(layer.id)) return [];
    seen.add(layer.id);
    return [layer];
  });
}

/** Layer ids hold lower-case letters, digits, dots and hyphens; anything else is not a layer. */
function readLayer(text: string): ActiveLayer | undefined {
  const [, hidden, id, percent] = /^(!?)([a-z0-9][a-z0-9.-]*)(?:~(\d{1,3}))?$/u.exec(text) ?? [];
  if (id === undefined) return undefined;
  const opacity = percent === undefined ? 1 : Math.min(100, Number(percent)) / 100;
  return { id, visible: hidden === '', opacity };
}
