import type { Feature, FeatureCollection } from 'geojson';
import type { Ostn15Grid } from '#data/geodesy/grid.ts';
import { toNationalGrid } from '#data/geodesy/ostn15.ts';
import type { DraftPoint, DraftRows } from '#data/schema/desk.ts';
import type { DraftChange, DraftChanges } from '#data/schema/desk-compare.ts';
import type { Bounds } from '#data/schema/geometry.ts';
import type { ChangeRow } from '#server/store/compare-rows.ts';
import type { FeatureShape } from '#server/store/rows.ts';
import type { Store } from '#server/store/store.ts';
import { type DraftContext, takenLayers } from '../draft/context.ts';
import { kindOf } from '../draft/read-draft.ts';
import { isFar } from '../readback/falls.ts';
import { Refusal } from '../refusal.ts';
import { windText } from '../words.ts';
import type { FoundIssue } from './found.ts';
import { columnsOf } from './lines.ts';
import { maskedCells, maskedColumns } from './masking.ts';

/** Points of one answer, and rows. */
export const MOST_POINTS = 20_000;
const MOST_ROWS = 500;

/** Which points of a draft are wanted. */
export type PointsAsked = { readonly bounds?: Bounds; readonly limit: number };

/** Placed records of a draft as GeoJSON, each with where it falls and what is wrong with it. */
export async function pointsOf(
  context: DraftContext,
  { bounds, limit }: PointsAsked,
  issues: readonly FoundIssue[],
  store: Store,
): Promise<FeatureCollection> {
  const query = { editions: [context.edition], ...(bounds ? { bounds } : {}) };
  const features = await store.pageFeatures(query, { limit });
  const stray = straysOf(context);
  const about = aboutOf(issues);
  const changes = await changeKinds(context, store);
  return {
    type: 'FeatureCollection',
    features: features.map((feature): Feature => {
      const { id, layer, line, geometry } = feature;
      const key = `${layer} ${line}`;
      const place: DraftPoint['place'] = stray.get(key) ?? 'in';
      const told = { place, issue: about.get(key), change: changes.get(id) };
      return { type: 'Feature', id: line, geometry, properties: propertiesOf(feature, told) };
    }),
  };
}

type Told = {
  readonly place: DraftPoint['place'];
  readonly issue: string | undefined;
  readonly change: DraftPoint['change'] | undefined;
};

function propertiesOf(
  { line, layer, reference, name }: FeatureShape,
  { place, issue, change }: Told,
): DraftPoint {
  return {
    ...{ line, layer, place },
    ...(reference === undefined ? {} : { reference }),
    ...(name === undefined ? {} : { name }),
    ...(change === undefined ? {} : { change }),
    ...(issue === undefined ? {} : { issue }),
  };
}

/** Layer and line → how a record is out of place. */
const straysOf = ({ closer }: DraftContext): ReadonlyMap<string, 'out' | 'over'> =>
  new Map(
    closer.falls.astray.map((one) => [`${one.layer} ${one.line}`, isFar(one) ? 'out' : 'over']),
  );

/** Layer and line → the gravest issue that is open about it. */
function aboutOf(issues: readonly FoundIssue[]): ReadonlyMap<string, string> {
  const open = issues.filter(({ band }) => band !== 'mended').toReversed();
  return new Map(
    open.flatMap(({ id, layer, lines }) => lines.map((line) => [`${layer} ${line}`, id] as const)),
  );
}

async function changeKinds({ edition, found }: DraftContext, store: Store) {
  const kinds = new Map<string, NonNullable<DraftPoint['change']>>();
  if (!found.compared) return kinds;
  for (const change of await store.listChanges(edition, { limit: MOST_POINTS })) {
    const kind = kindOf(change);
    if (kind !== 'removed') kinds.set(change.id, kind);
  }
  return kinds;
}

/** Lines of the file as published; cells that may describe persons are masked. */
export async function rowsOf(
  context: DraftContext,
  asked: { readonly layer?: string | undefined; readonly from: number; readonly to: number },
  store: Store,
): Promise<DraftRows> {
  const layer = asked.layer ?? takenLayers(context)[0]?.name ?? '';
  const look = takenLayers(context).find(({ name }) => name === layer);
  if (!look) throw new Refusal('not-found', `Cannot find layer "${layer}" in this file.`);
  const columns = columnsOf(context, layer);
  const masked = maskedColumns(context, layer);
  const lines = await store.drafts.listLines(context.edition, {
    ...asked,
    layer,
    limit: MOST_ROWS,
  });
  return {
    layer,
    columns: [...columns],
    masked: columns.flatMap((name, index) => (masked.has(name) ? [index] : [])),
    of: look.records,
    rows: lines.map(({ line, cells, point }) => ({
      line,
      cells: [...maskedCells(cells, columns, masked)],
      ...(point ? { point: [...point] } : {}),
    })),
  };
}

/** Changes of one answer, and those sorted to find the furthest. */
const MOST_CHANGES = 500;
const SORTED = 50_000;

export type ChangesAsked = {
  readonly kind?: DraftChange['kind'] | undefined;
  readonly after: number;
  readonly limit: number;
};

/** What publishing would change, kind by kind; what moved furthest comes first. */
export async function changesOf(
  { edition, found }: DraftContext,
  { kind, after, limit }: ChangesAsked,
  grid: Ostn15Grid,
  store: Store,
): Promise<DraftChanges> {
  if (!found.compared) return { numberMatched: 0, changes: [] };
  const all = (await store.listChanges(edition, { limit: SORTED })).filter(
    (change) => kind === undefined || kindOf(change) === kind,
  );
  const sorted =
    kind === 'moved'
      ? all.toSorted((a, b) => (b.move?.distanceM ?? 0) - (a.move?.distanceM ?? 0))
      : all;
  const page = sorted.slice(after, after + Math.min(limit, MOST_CHANGES));
  const next = after + page.length;
  return {
    numberMatched: all.length,
    changes: page.map((change) => told(change, grid)),
    ...(next < all.length ? { after: next } : {}),
  };
}

/** Changes read at a time. */
const CHANGES_PAGE = 1_000;

/** Everything publishing would change, in file order. */
export async function* allChanges(
  { edition, found }: DraftContext,
  grid: Ostn15Grid,
  store: Store,
): AsyncGenerator<DraftChange> {
  if (!found.compared) return;
  for (let after: number | undefined = 0; after !== undefined; ) {
    const page = await store.listChanges(edition, { after, limit: CHANGES_PAGE });
    for (const change of page) yield told(change, grid);
    after = page.length === CHANGES_PAGE ? page.at(-1)?.number : undefined;
  }
}

function told(change: ChangeRow, grid: Ostn15Grid): DraftChange {
  const { id, reference, name, line, fields, move } = change;
  const before = placeOf(change.before, grid);
  const after = placeOf(change.after, grid);
  return {
    ...{ id, kind: kindOf(change), line, fields: [...fields] },
    ...(reference === undefined ? {} : { reference }),
    ...(name === undefined ? {} : { name }),
    ...(move?.distanceM === undefined ? {} : { distanceM: move.distanceM }),
    ...(before && after ? { bearing: windText(before.at, after.at) } : {}),
    ...(before ? { before } : {}),
    ...(after ? { after } : {}),
  };
}

/** Middle of a box, with its easting and northing to the metre where the National Grid reaches. */
function placeOf(
  bounds: Bounds | undefined,
  grid: Ostn15Grid,
): { at: [number, number]; grid?: string } | undefined {
  if (!bounds) return undefined;
  const at: [number, number] = [(bounds[0] + bounds[2]) / 2, (bounds[1] + bounds[3]) / 2];
  const metres = toNationalGrid(grid, at[0], at[1]);
  return { at, ...(metres ? { grid: metres.map((value) => Math.round(value)).join(', ') } : {}) };
}
