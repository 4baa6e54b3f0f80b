import type {
  DecodedFile,
  DecodedLayer,
  Format,
  LongResource,
  RawRecord,
  Resource,
  Undecodable,
} from '#data/schema/flow.ts';
import type { Issue } from '#data/schema/issue.ts';
import { decodeArchive, type Nesting, outermost } from './archive.ts';
import { gunzip } from './container.ts';
import { type Content, headOf, wholeOf } from './content.ts';
import { decodeCsv, decodeDelimited } from './csv.ts';
import { decodeDxf } from './dxf.ts';
import { extensionFaults } from './extension.ts';
import { decodeFilegdb } from './filegdb.ts';
import { decodeFlatgeobuf } from './flatgeobuf.ts';
import { decodeGeopackage } from './geopackage.ts';
import { decodeGeoparquet } from './geoparquet.ts';
import { decodeGml } from './gml.ts';
import { decodeGpx } from './gpx.ts';
import { decodeJson } from './json.ts';
import { decodeKml, decodeKmz } from './kml.ts';
import { decodeLongJson } from './long-json.ts';
import { decodeMif } from './mapinfo-mif.ts';
import { decodeTab } from './mapinfo-tab.ts';
import { decodeOds } from './ods.ts';
import { issueOf, refuse } from './refusal.ts';
import { decodeShapefile } from './shapefile.ts';
import { sniff } from './sniff.ts';
import type { Decoder, Part, Source } from './source.ts';
import { statementsBeside, withStatements } from './statements.ts';
import { decodeXls } from './xls.ts';
import { decodeXlsx } from './xlsx.ts';
import { decodeXml } from './xml.ts';

/** A format is one file and one line here. */
const DECODERS: Partial<Record<Format, Decoder>> = {
  csv: decodeCsv,
  dxf: decodeDxf,
  filegdb: decodeFilegdb,
  flatgeobuf: decodeFlatgeobuf,
  geopackage: decodeGeopackage,
  geoparquet: decodeGeoparquet,
  gml: decodeGml,
  gpx: decodeGpx,
  json: decodeJson,
  kml: decodeKml,
  kmz: decodeKmz,
  'mapinfo-mif': decodeMif,
  'mapinfo-tab': decodeTab,
  ods: decodeOds,
  shapefile: decodeShapefile,
  xls: decodeXls,
  xlsx: decodeXlsx,
  xml: decodeXml,
};

/**
 * Take a published file apart into layers of records, whatever its format.
 *
 * Pure and synchronous. Bad data never throws: a file that cannot be read is an `Undecodable`, a
 * record that cannot be read is an issue given to the `report` of its layer.
 *
 * @param companions loose files published beside it: the .dbf and .prj of a shapefile, a licence text
 */
export function decode(
  resource: Resource | LongResource,
  companions: readonly Resource[] = [],
): DecodedFile | Undecodable {
  const parts = companions.map(({ fileName, bytes }) => ({ name: fileName, bytes: () => bytes }));
  try {
    const file = withStatements(decodeResource(resource, parts), statementsBeside(parts));
    const layers = file.layers.map(guarded);
    return {
      ...file,
      layers,
      issues: [...extensionFaults(resource.fileName, file), ...file.issues],
    };
  } catch (thrown) {
    const found = issueOf(thrown);
    if (!found) throw thrown;
    return { issues: [found] };
  }
}

/** Undefined: this file of the format must be read whole. */
type LongDecoder = (name: string, content: Content) => DecodedFile | undefined;

/** Formats read piece by piece, however long the file is. */
const LONG_DECODERS: Partial<Record<Format, LongDecoder>> = {
  csv: decodeDelimited,
  json: decodeLongJson,
};
/** Bytes of a long file by which its format is told. */
const HEAD_BYTES = 1 << 16;

function decodeResource(resource: Resource | LongResource, parts: readonly Part[]): DecodedFile {
  const name = resource.fileName;
  if ('bytes' in resource) return decodeSource({ name, bytes: resource.bytes, parts }, outermost());
  const found = sniff(headOf(resource, HEAD_BYTES));
  const long = found && 'format' in found ? LONG_DECODERS[found.format] : undefined;
  return (
    long?.(name, resource) ?? decodeSource({ name, bytes: wholeOf(resource), parts }, outermost())
  );
}

/** Archives within archives: a .zip, a workbook or a .kmz in a .zip, no more. */
const DEPTH_LIMIT = 1;

function decodeSource(source: Source, nesting: Nesting): DecodedFile {
  if (source.bytes.length === 0)
    return refuse('file.empty', 'The file is empty: it holds no bytes.');
  const found = sniff(source.bytes);
  if (found === undefined) {
    return refuse(
      'file.format-unknown',
      'The format cannot be told. Publish it as .csv, .xlsx, .geojson or .gpkg.',
    );
  }
  if ('refused' in found) return refuse(found.refused, found.message);
  if ('format' in found) return decoderOf(found.format)(source);
  if (nesting.depth > DEPTH_LIMIT)
    return refuse('file.archive-nested', 'There is an archive inside the archive.', {
      severity: 'critical',
    });
  if (found.container === 'zip') return decodeArchive(source, nesting, { decoderOf, decodeSource });
  return decodeSource(
    { ...source, bytes: gunzip(source.bytes), name: source.name.replace(/\.gz$/i, '') },
    { ...nesting, depth: nesting.depth + 1 },
  );
}

function decoderOf(format: Format): Decoder {
  return (
    DECODERS[format] ??
    (() =>
      refuse(
        'file.unsupported',
        `Files of the format ${format} are not read yet. Export it as GeoPackage or .csv.`,
      ))
  );
}

/** A layer whose records stop with an issue where its reader throws. */
function guarded(layer: DecodedLayer): DecodedLayer {
  return { ...layer, records: (report) => untilBroken(layer, report) };
}

function* untilBroken(layer: DecodedLayer, report: (found: Issue) => void): Generator<RawRecord> {
  try {
    yield* layer.records(report);
  } catch (thrown) {
    const found = issueOf(thrown);
    if (!found) throw thrown;
    report({ ...found, layer: layer.name });
  }
}
