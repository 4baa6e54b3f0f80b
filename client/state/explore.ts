import type { Condition, LayerFilter, Misses } from '#data/query/filter.ts';
import type { Appearance } from './appearance.ts';
import { type AreaChange, type AskedArea, changeArea } from './area.ts';
import { arrangeTable, chooseColumns, type Table, type TableChange } from './columns.ts';
import { type Use, withUse } from './commercial.ts';
import { type Compare, type CompareChange, changeCompare } from './compare.ts';
import { clearFilters, dropCondition, type Filters, setCondition } from './filters.ts';
import type { ActiveLayer } from './layers.ts';
import * as layers from './layers.ts';
import { identify, type Selection, selectAll, step } from './selection.ts';
import type { Stop } from './sheet.ts';
import type { View } from './view.ts';

/** The faces of the panel. */
export const TABS = ['layers', 'list', 'area', 'changes'] as const;
export type Tab = (typeof TABS)[number];

/** Everything the address carries: what is seen, of what, and how. */
export type Explore = {
  /** Absent until the map has come to rest: the map then opens on the whole region. */
  readonly view?: View;
  /** Top first. Absent: the address names none and the catalogue's default set is shown when it comes. */
  readonly layers?: readonly ActiveLayer[];
  readonly selection?: Selection;
  /** Name of the attribute whose origin the card explains. */
  readonly explain?: string;
  /** Layer, or feature type, whose missing districts are hatched on the map. */
  readonly gaps?: string;
  /** What the data is wanted for: layers whose terms do not allow it are hidden. */
  readonly use?: Use;
  /** What features must be, layer by layer; absent: anything. */
  readonly filters?: readonly LayerFilter[];
  /** What fails is left out of the map; absent: it is dimmed. */
  readonly misses?: 'hide';
  /** How the list is laid out; absent: as at the start. */
  readonly table?: Table;
  /** What "what is here" is asked of; absent: nothing. */
  readonly asked?: AskedArea;
  /** Layer whose changes are told, and since which day; absent: none. */
  readonly changes?: AskedChanges;
  /** Two pictures under a divider; absent: one. */
  readonly compare?: Compare;
  readonly tab: Tab;
  readonly appearance: Appearance;
  /** Base map of others the map stands on; absent: our own. */
  readonly base?: string;
  readonly stop: Stop;
};

/** What is asked of a layer's history. */
export type AskedChanges = {
  readonly layer: string;
  /** ISO 8601 day; absent: the edition before the present one. */
  readonly since?: string;
};

/** The explorer before anything is asked of it. */
export const START: Explore = { tab: 'layers', appearance: 'auto', stop: 'half' };

/** Everything that changes the explorer. `moved` is the camera's; the others are the reader's. */
export type Action =
  | { readonly kind: 'restored'; readonly state: Explore }
  | { readonly kind: 'moved'; readonly view: View }
  | { readonly kind: 'layers-set'; readonly layers: readonly ActiveLayer[] }
  | { readonly kind: 'layer-added'; readonly id: string }
  | { readonly kind: 'layer-removed'; readonly id: string }
  | { readonly kind: 'layer-shown'; readonly id: string; readonly visible: boolean }
  | { readonly kind: 'layers-shown'; readonly visible: boolean }
  | { readonly kind: 'layer-faded'; readonly id: string; readonly opacity: number }
  | { readonly kind: 'layer-moved'; readonly id: string; readonly index: number }
  | { readonly kind: 'selected'; readonly refs: readonly string[] }
  | { readonly kind: 'stepped'; readonly by: number }
  | { readonly kind: 'identified'; readonly ref: string; readonly id: string }
  | { readonly kind: 'explained'; readonly attribute: string | undefined }
  | { readonly kind: 'use-chosen'; readonly use: Use | undefined }
  | { readonly kind: 'gaps-shown'; readonly layer: string | undefined }
  | { readonly kind: 'filter-set'; readonly layer: string; readonly condition: Condition }
  | { readonly kind: 'filter-dropped'; readonly layer: string; readonly attribute: string }
  /** Of one layer, or of all. */
  | { readonly kind: 'filters-cleared'; readonly layer?: string }
  | { readonly kind: 'misses-treated'; readonly misses: Misses }
  | { readonly kind: 'table-arranged'; readonly change: TableChange }
  | {
      readonly kind: 'columns-chosen';
      readonly layer: string;
      readonly names: readonly string[] | undefined;
    }
  | { readonly kind: 'area-changed'; readonly change: AreaChange }
  | { readonly kind: 'changes-asked'; readonly asked: AskedChanges | undefined }
  | { readonly kind: 'compare-changed'; readonly change: CompareChange }
  | { readonly kind: 'tab-opened'; readonly tab: Tab }
  | { readonly kind: 'appearance-chosen'; readonly appearance: Appearance }
  | { readonly kind: 'base-chosen'; readonly base: string | undefined }
  | { readonly kind: 'stop-reached'; readonly stop: Stop };

/** The explorer after an action; the same object when nothing changed. */
export function explore(state: Explore, action: Action): Explore {
  switch (action.kind) {
    case 'restored':
      return action.state;
    case 'moved':
      return { ...state, view: action.view };
    case 'selected':
      return withSelection(state, selectAll(action.refs));
    case 'stepped':
      return stepped(state, action.by);
    case 'identified':
      return state.selection === undefined
        ? state
        : { ...state, selection: identify(state.selection, action.ref, action.id) };
    case 'explained':
      return withExplain(state, action.attribute);
    case 'gaps-shown':
      return withGaps(state, action.layer);
    case 'use-chosen':
      return withUse(state, action.use);
    case 'filter-set':
      return withFilters(state, setCondition(state.filters, action.layer, action.condition));
    case 'filter-dropped':
      return withFilters(state, dropCondition(state.filters, action.layer, action.attribute));
    case 'filters-cleared':
      return withFilters(state, clearFilters(state.filters, action.layer));
    case 'misses-treated':
      return withMisses(state, action.misses);
    case 'layer-removed':
      return withoutLayer(state, action);
    case 'table-arranged':
      return withTable(state, arrangeTable(state.table, action.change));
    case 'columns-chosen':
      return withTable(state, chooseColumns(state.table, action.layer, action.names));
    case 'area-changed':
      return withArea(state, action.change);
    case 'changes-asked':
      return withChanges(state, action.asked);
    case 'compare-changed':
      return withCompare(state, changeCompare(state.compare, action.change));
    case 'tab-opened':
      return { ...state, tab: action.tab, stop: state.stop === 'peek' ? 'half' : state.stop };
    case 'appearance-chosen':
      return { ...state, appearance: action.appearance };
    case 'base-chosen':
      return withBase(state, action.base);
    case 'stop-reached':
      return { ...state, stop: action.stop };
    default:
      return { ...state, layers: arrange(state.layers ?? [], action) };
  }
}

const stepped = (state: Explore, by: number): Explore =>
  state.selection === undefined ? state : withSelection(state, step(state.selection, by));

type LayerAction = Extract<Action, { kind: `layer${string}` }>;

function arrange(current: readonly ActiveLayer[], action: LayerAction): readonly ActiveLayer[] {
  switch (action.kind) {
    case 'layers-set':
      return action.layers;
    case 'layer-added':
      return layers.addLayer(current, action.id);
    case 'layer-removed':
      return layers.removeLayer(current, action.id);
    case 'layer-shown':
      return layers.showLayer(current, action.id, action.visible);
    case 'layers-shown':
      return layers.showAllLayers(current, action.visible);
    case 'layer-faded':
      return layers.fadeLayer(current, action.id, action.opacity);
    case 'layer-moved':
      return layers.moveLayer(current, action.id, action.index);
  }
}

/** Another feature closes the explanation: it spoke of the one before. A picked feature lifts the sheet. */
function withSelection(state: Explore, selection: Selection | undefined): Explore {
  const { selection: _before, explain: _closed, ...rest } = state;
  if (selection === undefined) return rest;
  return { ...rest, selection, stop: state.stop === 'peek' ? 'half' : state.stop };
}

function withExplain(state: Explore, attribute: string | undefined): Explore {
  const { explain, ...rest } = state;
  return attribute === undefined || attribute === explain ? rest : { ...rest, explain: attribute };
}

function withGaps(state: Explore, layer: string | undefined): Explore {
  const { gaps: _before, ...rest } = state;
  return layer === undefined ? rest : { ...rest, gaps: layer };
}

/** A layer takes its filters with it. */
const withoutLayer = (state: Explore, action: Extract<LayerAction, { id: string }>): Explore =>
  withFilters(
    { ...state, layers: arrange(state.layers ?? [], action) },
    clearFilters(state.filters, action.id),
  );

/** Another filter begins the list at its first page. */
function withFilters(state: Explore, filters: Filters): Explore {
  const { filters: _before, ...rest } = state;
  const turned = withTable(rest, arrangeTable(state.table, { page: undefined }));
  return filters === undefined ? turned : { ...turned, filters };
}

function withBase(state: Explore, base: string | undefined): Explore {
  const { base: _before, ...rest } = state;
  return base === undefined ? rest : { ...rest, base };
}

function withMisses(state: Explore, misses: Misses): Explore {
  const { misses: _before, ...rest } = state;
  return misses === 'hide' ? { ...rest, misses } : rest;
}

function withTable(state: Explore, table: Table | undefined): Explore {
  const { table: _before, ...rest } = state;
  return table === undefined ? rest : { ...rest, table };
}

/** Asking opens the tab that answers, listing the list; another area begins the list at its first page. */
function withArea(state: Explore, change: AreaChange): Explore {
  const asked = changeArea(state.asked, change);
  const { asked: before, ...rest } = state;
  const tab = tabAfter(change) ?? state.tab;
  const isNews = tab !== state.tab || (before === undefined && asked !== undefined);
  const stop = isNews && state.stop === 'peek' ? 'half' : state.stop;
  if (asked === before) return tab === state.tab ? state : { ...state, tab, stop };
  const turned = withTable({ ...rest, tab, stop }, arrangeTable(state.table, { page: undefined }));
  return asked === undefined ? turned : { ...turned, asked };
}

function tabAfter(change: AreaChange): Tab | undefined {
  if (change.kind === 'area-asked') return 'area';
  return change.kind === 'area-listed' && change.isListed ? 'list' : undefined;
}

function withCompare(state: Explore, compare: Compare | undefined): Explore {
  const { compare: _before, ...rest } = state;
  return compare === undefined ? rest : { ...rest, compare };
}

/** Asking opens the tab that tells; closing it goes back to the layers. */
function withChanges(state: Explore, changes: AskedChanges | undefined): Explore {
  const { changes: _before, ...rest } = state;
  if (changes !== undefined) return { ...rest, changes, tab: 'changes', stop: lifted(state.stop) };
  return { ...rest, tab: state.tab === 'changes' ? 'layers' : state.tab };
}

/** A sheet that only peeks comes up to be read. */
const lifted = (stop: Stop): Stop => (stop === 'peek' ? 'half' : stop);
