import { issue } from '#data/issues/issue.ts';
import type { DecodedFile, Format } from '#data/schema/flow.ts';
import type { Issue } from '#data/schema/issue.ts';
import { extensionOf } from './source.ts';

/** Extensions that promise a format. Others (`.txt`, `.resource`, none) promise nothing. */
const PROMISED: ReadonlyMap<string, readonly Format[]> = new Map<string, readonly Format[]>([
  ['csv', ['csv']],
  ['tsv', ['csv']],
  ['xls', ['xls']],
  ['xlsx', ['xlsx']],
  ['xlsm', ['xlsx']],
  ['ods', ['ods']],
  ['geojson', ['geojson']],
  ['topojson', ['topojson']],
  ['json', ['json', 'geojson', 'topojson']],
  ['shp', ['shapefile']],
  ['gpkg', ['geopackage']],
  ['sqlite', ['sqlite']],
  ['kml', ['kml']],
  ['kmz', ['kmz']],
  ['gml', ['gml']],
  ['tab', ['mapinfo-tab', 'csv']],
  ['mif', ['mapinfo-mif']],
  ['fgb', ['flatgeobuf']],
  ['parquet', ['geoparquet']],
  ['gpx', ['gpx']],
  ['dxf', ['dxf']],
]);

/** A name that promises another format than the bytes are. */
export function extensionFaults(name: string, { format }: DecodedFile): Issue[] {
  const extension = extensionOf(name);
  const promised = PROMISED.get(extension);
  if (!promised || promised.includes(format)) return [];
  const message = `The file is named .${extension} but holds ${format}; it was read as what it holds.`;
  return [issue('file.extension-mismatch', { value: name }, message)];
}
