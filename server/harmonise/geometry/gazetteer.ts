import type { Ostn15Grid } from '#data/geodesy/grid.ts';
import { toWgs84 } from '#data/geodesy/ostn15.ts';
import { issue } from '#data/issues/issue.ts';
import type { Cell, RawRecord } from '#data/schema/flow.ts';
import {
  callEdition,
  type Gazetteer,
  type GazetteerPosition,
  type GazetteerUse,
} from '#data/schema/gazetteer.ts';
import type { Issue } from '#data/schema/issue.ts';
import type { Area } from './area.ts';
import { type AddressColumn, isPartOfPostcode, postcodesIn, uprnIn } from './gazetteer-columns.ts';
import type { Placed } from './locator.ts';

/** A position this far outside the publisher's area is told of, metres: postcodes straddle boundaries. */
const FAR_OUT_M = 1_000;
/** Records told of one by one; the rest are summed up. */
const LINE_LIMIT = 1_000;

/** What placing by gazetteer needs. */
export type Approximating = {
  /** Name of the layer. */
  readonly layer: string;
  readonly columns: readonly AddressColumn[];
  readonly gazetteer: Gazetteer;
  readonly grid: Ostn15Grid;
  /** The publisher's own districts. */
  readonly area: Area | undefined;
};

/** Places the records of one layer that have no coordinates. */
export type Approximator = {
  /** The record placed by its UPRN, else by its postcode; else why it cannot be. */
  readonly place: (
    record: RawRecord,
  ) => Placed | { readonly geometry?: undefined; readonly why: Issue };
  /** True when the gazetteer knows where the record is; nothing is counted. */
  readonly knows: (record: RawRecord) => boolean;
  /** What was placed and how, once all records have been; said once for each column. */
  readonly issues: () => readonly Issue[];
  /** Gazetteers used, and how often. */
  readonly uses: () => readonly GazetteerUse[];
};

type Found = {
  readonly by: 'postcode' | 'uprn';
  readonly value: string;
  readonly column: AddressColumn;
  readonly position: GazetteerPosition;
};

/** One line of the summary: a column placed by an edition. */
type Group = { readonly found: Found; readonly first: number; count: number; worstM: number };

/** Ready to place the records of a layer by what a gazetteer knows. */
export function openApproximator(given: Approximating): Approximator {
  const groups = new Map<string, Group>();
  return {
    place(record) {
      for (const column of given.columns) {
        const found = lookUp(column, textOf(record.values[column.index]), given.gazetteer);
        const placed = found && put(found, record, given);
        if (!found || !placed) continue;
        count(groups, found, record.line);
        return placed;
      }
      return { why: missIssue(record, given) };
    },
    knows: ({ values }) =>
      given.columns.some(
        (column) => lookUp(column, textOf(values[column.index]), given.gazetteer) !== undefined,
      ),
    issues: () => [...groups.values()].map((group) => summaryOf(group, given.layer)),
    uses: () => usesOf(groups.values()),
  };
}

/** True while records that cannot be placed are still told of one by one. */
export const isTold = (index: number): boolean => index < LINE_LIMIT;

/** The issue that stands for the records not told of one by one. */
export function remainderOf(layer: string, told: number): readonly Issue[] {
  const rest = told - LINE_LIMIT;
  if (rest <= 0) return [];
  const message = `${grouped(rest)} more records without coordinates could not be placed`;
  return [issue('geom.unplaced', { layer, count: rest }, message)];
}

const textOf = (cell: Cell | undefined): string =>
  cell === null || cell === undefined ? '' : String(cell).trim();

function lookUp(column: AddressColumn, text: string, gazetteer: Gazetteer): Found | undefined {
  if (text === '') return undefined;
  if (column.kind === 'uprn') {
    const digits = uprnIn(text);
    const position = digits === undefined ? undefined : gazetteer.uprn(Number(digits));
    return position && { by: 'uprn', value: digits ?? text, column, position };
  }
  // of two postcodes neither is surely the place
  const [postcode, ...more] = postcodesIn(text);
  if (postcode === undefined || more.length > 0) return undefined;
  const position = gazetteer.postcode(postcode);
  return position && { by: 'postcode', value: postcode, column, position };
}

const NAMES = { uprn: 'UPRN', postcode: 'postcode' } as const;

function put(found: Found, { line }: RawRecord, given: Approximating): Placed | undefined {
  const { by, value, column, position } = found;
  const lngLat = toWgs84(given.grid, position.easting, position.northing);
  if (!lngLat) return undefined;
  const farM = given.area?.distanceM(...lngLat) ?? 0;
  const message = `Its ${NAMES[by]} is ${kilometres(farM)} outside ${given.area?.name ?? ''}: is it the right one, and that of the thing itself?`;
  const place = { layer: given.layer, line, column: column.name, value };
  return {
    geometry: { type: 'Point', coordinates: lngLat },
    placement: {
      crs: 'EPSG:27700',
      transform: 'OSTN15',
      from: `${NAMES[by]} in ${column.name}`,
      approximate: {
        by,
        value,
        accuracyM: position.accuracyM,
        gazetteer: callEdition(position.edition),
      },
    },
    issues: farM > FAR_OUT_M ? [issue('crs.out-of-provider-area', place, message)] : [],
  };
}

const kilometres = (metres: number): string => `${Math.round(metres / 100) / 10} km`;

function count(groups: Map<string, Group>, found: Found, line: number): void {
  const { accuracyM, edition } = found.position;
  const key = `${edition.id} ${found.by} ${found.column.index}`;
  const group = groups.get(key) ?? { found, first: line, count: 0, worstM: accuracyM };
  group.count++;
  group.worstM = Math.max(group.worstM, accuracyM);
  groups.set(key, group);
}

function summaryOf({ found, first, count: times, worstM }: Group, layer: string): Issue {
  const { by, column, position } = found;
  const code = by === 'uprn' ? 'geom.snapped-to-uprn' : 'geom.snapped-to-postcode';
  const where = by === 'uprn' ? 'where the property stands' : 'at the centre of the postcode unit';
  const records = times === 1 ? '1 record' : `${grouped(times)} records`;
  return issue(
    code,
    { layer, line: first, column: column.name, ...(times > 1 ? { count: times } : {}) },
    `${records} without coordinates placed by “${column.name}”, ${where}, through ${callEdition(position.edition)}: true to about ${worstM} m, and marked approximate. Add coordinates for an exact place`,
  );
}

const grouped = (value: number): string => String(value).replaceAll(/\B(?=(\d{3})+$)/g, ',');

/** Why a record could not be placed: the first column that says something, and what is wrong with it. */
function missIssue({ line, values }: RawRecord, given: Approximating): Issue {
  const { layer, columns, gazetteer } = given;
  const said = columns
    .map((column) => ({ column, text: textOf(values[column.index]) }))
    .find(({ text }) => text !== '');
  if (!said) {
    const names = columns.map(({ name }) => `“${name}”`).join(' and ');
    return issue('geom.unplaced', { layer, line }, `No coordinates, and nothing in ${names}`);
  }
  const { column, text } = said;
  const proposal = column.kind === 'postcode' ? gazetteer.propose(text) : undefined;
  const asked = proposal === undefined ? '' : `; did you mean ${proposal}?`;
  return issue(
    'geom.unplaced',
    { layer, line, column: column.name, value: text, ...(proposal ? { proposal } : {}) },
    `No coordinates, and ${reasonOf(column, text, gazetteer)}${asked}`,
  );
}

function reasonOf(column: AddressColumn, text: string, { editions }: Gazetteer): string {
  const { kind } = column;
  const known = editions
    .filter((edition) => edition.kind === (kind === 'uprn' ? 'uprn' : 'postcode'))
    .map(callEdition)
    .join(' or ');
  if (kind === 'uprn') {
    if (uprnIn(text) === undefined) return `“${shortened(text)}” is no UPRN`;
    return `its UPRN ${shortened(text)} is not in ${known}`;
  }
  if (isPartOfPostcode(text)) {
    return 'only part of a postcode, which is too wide for a point: give it in full';
  }
  const [postcode, ...more] = postcodesIn(text);
  if (more.length > 0) return `it names several postcodes: ${[postcode, ...more].join(', ')}`;
  if (postcode !== undefined) return `its postcode ${postcode} is not in ${known}`;
  if (kind === 'postcode') return `“${shortened(text)}” is no full postcode`;
  return 'its address has no postcode: give a postcode or a UPRN';
}

const shortened = (text: string): string => (text.length > 24 ? `${text.slice(0, 23)}…` : text);

function usesOf(groups: Iterable<Group>): GazetteerUse[] {
  const uses = new Map<string, GazetteerUse>();
  for (const { found, count: times } of groups) {
    const { id, title, edition, publisher, licence, attribution, kind } = found.position.edition;
    const known = uses.get(id)?.placed ?? 0;
    const dated = edition === undefined ? {} : { edition };
    uses.set(id, {
      id,
      title,
      ...dated,
      publisher,
      licence,
      attribution,
      kind,
      placed: known + times,
    });
  }
  return [...uses.values()];
}
