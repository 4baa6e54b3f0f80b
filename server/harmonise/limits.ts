import { issue } from '#data/issues/issue.ts';
import type { Format } from '#data/schema/flow.ts';
import type { Issue } from '#data/schema/issue.ts';

/** Records of a sheet that is full but for its heading. Source: Excel specifications and limits (.xls, .xlsx). */
const SHEETS: readonly number[] = [65_535, 65_536, 1_048_575, 1_048_576];
/** Records an ArcGIS service or a portal gives at once unless asked again. Source: ArcGIS REST, maxRecordCount defaults. */
const SERVICES: readonly number[] = [1000, 2000];
/** Formats in which services answer. */
const ANSWERS: ReadonlySet<Format> = new Set(['geojson', 'json', 'gml', 'kml']);

/** One layer that was taken. */
type Taken = {
  readonly layer: { readonly name: string };
  readonly facts: { readonly records: number };
};

/** Layers without a record, and layers that end at exactly a limit of the program or service they came from. */
export function limitIssues(taken: readonly Taken[], format: Format): readonly Issue[] {
  return taken.flatMap(({ layer, facts: { records } }) => {
    if (records === 0) return [issue('table.no-records', { layer: layer.name })];
    const isFull = SHEETS.includes(records) || (ANSWERS.has(format) && SERVICES.includes(records));
    return isFull ? [atLimit(layer.name, records)] : [];
  });
}

const atLimit = (layer: string, records: number): Issue =>
  issue(
    'table.row-limit-hit',
    { layer },
    `There are exactly ${records.toLocaleString('en-GB')} records, which is as many as ${SHEETS.includes(records) ? 'a sheet holds' : 'a map service gives at once'}: more are probably missing. Compare with the number in the original, and export the rest too.`,
  );

/** What is said of every record says nothing of a layer that has none. */
export const aboutNothing = ({ code }: Issue): boolean =>
  code === 'geom.missing' || code === 'column.unknown-type' || code === 'crs.missing';
