import type { LngLat } from '#data/schema/geometry.ts';
import type { AttributeFigures, LayerFigures } from '#data/schema/layer-figures.ts';

/** How much of the window the list takes: a panel, a table beside the map, or all of it. */
export const LIST_WIDTHS = ['narrow', 'wide', 'full'] as const;
export type ListWidth = (typeof LIST_WIDTHS)[number];

/** What rows are ordered by: `distance`, `name`, `layer`, or an attribute's name. */
export type Sort = { readonly by: string; readonly descending: boolean };

/** A named place distances are measured from, in place of the centre of the view. */
export type Origin = { readonly point: LngLat; readonly title: string };

/** How the list is laid out. What is absent is as at the start. */
export type Table = {
  /** The one layer listed, with columns of its own; absent: every visible layer. */
  readonly layer?: string;
  /** Absent: nearest first. */
  readonly sort?: Sort;
  /** Layer id → attributes shown, in order; a layer not named shows its usual ones. */
  readonly columns?: Readonly<Record<string, readonly string[]>>;
  /** From 0. */
  readonly page?: number;
  /** Absent: wide where the window has the room. */
  readonly width?: ListWidth;
  readonly from?: Origin;
};

/** The order nobody asked for: nearest first. */
export const NEAREST: Sort = { by: 'distance', descending: false };

/** A part of the layout to change; `undefined` takes it back to the start. */
export type TableChange = { readonly [Part in keyof Table]: Table[Part] | undefined };

/** Change parts of the layout. Another layer, order or origin begins at the first page again. */
export function arrangeTable(table: Table | undefined, change: TableChange): Table | undefined {
  const turned = 'layer' in change || 'sort' in change || 'from' in change;
  const sorted = 'layer' in change && change.layer !== table?.layer ? { sort: undefined } : {};
  const next = { ...table, ...(turned ? { page: undefined } : {}), ...sorted, ...change };
  const stated = Object.entries(next).filter(
    ([name, value]) => value !== undefined && !(name === 'page' && value === 0),
  );
  return stated.length === 0 ? undefined : Object.fromEntries(stated);
}

/** Choose the columns of a layer; undefined: its usual ones. */
export function chooseColumns(
  table: Table | undefined,
  layerId: string,
  names: readonly string[] | undefined,
): Table | undefined {
  const others = Object.entries(table?.columns ?? {}).filter(([id]) => id !== layerId);
  const all = names === undefined ? others : [...others, [layerId, names] as const];
  return arrangeTable(table, {
    columns: all.length === 0 ? undefined : Object.fromEntries(all),
  });
}

/** The order after a click on a column's head: ascending, then descending, then ascending again. */
export function turnSort(sort: Sort | undefined, by: string): Sort {
  const { by: current, descending } = sort ?? NEAREST;
  return { by, descending: current === by && !descending };
}

/** Columns shown until the reader chooses. */
const USUAL = 4;

/** Attributes that say more of the record than of the thing. */
const OF_THE_RECORD =
  /^(?:lifecycle-status|start-date|end-date|entry-date|reference|name|address|notes|description)$|(?:^|-)(?:id|code|gss|uprn|usrn|toid|label)$/u;

/** How telling an attribute is in a list: what the map draws by, figures, yes and no, few words. */
function worthOf({ name, type, inTiles, wholeStated }: AttributeFigures, whole: number): number {
  if (type === 'url' || OF_THE_RECORD.test(name)) return 0;
  const kind = { integer: 3, decimal: 3, boolean: 3, code: 3, date: 2, list: 1, text: 1 }[type];
  return wholeStated * 4 < whole ? kind / 4 : kind + (inTiles ? 2 : 0);
}

/** The columns a layer's list begins with: its most telling attributes, in the order of the vocabulary. */
export function usualColumns({ attributes, whole }: LayerFigures): readonly string[] {
  const telling = attributes
    .filter(({ values, unstated }) => values?.length !== 1 || unstated > 0)
    .map((attribute) => ({ attribute, worth: worthOf(attribute, whole) }))
    .filter(({ worth }) => worth > 0)
    .toSorted((one, other) => other.worth - one.worth)
    .slice(0, USUAL)
    .map(({ attribute }) => attribute.name);
  return attributes.map(({ name }) => name).filter((name) => telling.includes(name));
}
