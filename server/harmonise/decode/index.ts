import { issue } from '#data/issues/issue.ts';
import type {
  DecodedFile,
  DecodedLayer,
  Format,
  RawRecord,
  Resource,
  Undecodable,
} from '#data/schema/flow.ts';
import type { Issue } from '#data/schema/issue.ts';
import { decodeCsv } from './csv.ts';
import { decodeJson } from './json.ts';
import { issueOf } from './refusal.ts';
import { sniff } from './sniff.ts';
import type { Decoder, Source } from './source.ts';

/** A format is one file and one line here. */
const DECODERS: Partial<Record<Format, Decoder>> = {
  csv: decodeCsv,
  json: decodeJson,
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
  resource: Resource,
  companions: readonly Resource[] = [],
): DecodedFile | Undecodable {
  if (resource.bytes.length === 0) return { issues: [issue('file.empty')] };
  const format = sniff(resource.bytes);
  const decoder = format && DECODERS[format];
  if (!decoder) return { issues: [issue('file.format-unknown')] };
  const source: Source = {
    name: resource.fileName,
    bytes: resource.bytes,
    parts: companions.map(({ fileName, bytes }) => ({ name: fileName, bytes: () => bytes })),
  };
  try {
    const file = decoder(source);
    return { ...file, layers: file.layers.map(guarded) };
  } catch (thrown) {
    const found = issueOf(thrown);
    if (!found) throw thrown;
    return { format, issues: [found] };
  }
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
