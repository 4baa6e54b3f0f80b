import { issue } from '#data/issues/issue.ts';
import type { DecodedFile } from '#data/schema/flow.ts';
import type { Issue } from '#data/schema/issue.ts';
import type { Content } from './content.ts';
import { described, geojsonFile, nameOf } from './geojson.ts';
import { gatherColumns } from './json/columns.ts';
import { type FeatureSpans, featureLayer, gatheredLayer, placeColumns } from './json/features.ts';
import { kindOfRecord } from './json/kind.ts';
import { pagingFaults } from './json/paging.ts';
import { parse, type Span } from './json/scan.ts';
import { type Walk, walkCollection } from './json/walk.ts';
import { nextSign, openWindow, takeElements, takeSequence, type Window } from './json/window.ts';
import { type LongText, openText } from './text.ts';

const [OPEN_OBJECT, RECORD_SEPARATOR] = [123, 0x1e];

/**
 * Features of a long GeoJSON text, a collection or one value after another, read piece by piece: no more of it
 * stands in memory than a feature and a megabyte. What else stands beside the features may come before or after them.
 *
 * @returns undefined for any other JSON, and for text that is not UTF-8: those are read whole
 * @throws Refusal when one feature is over 256 MB
 */
export function decodeLongJson(name: string, content: Content): DecodedFile | undefined {
  const file = openText(content);
  if ((file.stored ?? file.encoding) !== 'utf-8') return undefined;
  const text: LongJson = { name, file };
  const first = nextSign(openWindow(file.content));
  if (first === RECORD_SEPARATOR || (first === OPEN_OBJECT && isSequence(file)))
    return decodeSequence(text);
  return first === OPEN_OBJECT ? decodeCollection(text) : undefined;
}

type LongJson = { readonly name: string; readonly file: LongText };

/** True when a value follows the first, which is no collection. */
function isSequence({ content }: LongText): boolean {
  const window = skipBrace(openWindow(content));
  const walk = walkCollection(window, { see: () => false, cut: () => {} });
  if (walk === undefined || walk.features !== undefined) return false;
  const sign = nextSign(window);
  return sign === OPEN_OBJECT || sign === RECORD_SEPARATOR;
}

function skipBrace(window: Window): Window {
  nextSign(window);
  window.at += 1;
  return window;
}

function decodeSequence({ name, file }: LongJson): DecodedFile | undefined {
  const spans: FeatureSpans = () => takeSequence(openWindow(file.content));
  const [first] = spans();
  if (!isFeature(first)) return undefined;
  const text = { name, file, members: new Map<string, Span>() };
  const layer = featureLayer(nameOf(text), spans, { sizeBytes: file.content.sizeBytes });
  return geojsonFile(file, described(layer, text), []);
}

function decodeCollection({ name, file }: LongJson): DecodedFile | undefined {
  const columns = gatherColumns();
  let [count, isCut] = [0, false];
  const window = skipBrace(openWindow(file.content));
  const walk = walkCollection(window, {
    see: (feature) => {
      if (count === 0 && !isFeature(feature)) return false;
      count += 1;
      placeColumns(columns, feature);
      return true;
    },
    cut: () => {
      isCut = true;
    },
  });
  if (walk?.features === undefined || !isCollection(walk)) return undefined;
  // Another value behind it: pages of a service put one after another.
  if (!isCut && nextSign(window) === OPEN_OBJECT) return undefined;
  const { members, features } = walk;
  const spans: FeatureSpans = () => takeElements(openWindow(file.content, features), () => {});
  const text = { name, file, members };
  const layer = described(gatheredLayer(nameOf(text), spans, columns), text);
  const cut: readonly Issue[] = isCut ? [issue('file.truncated')] : [];
  return geojsonFile(file, layer, [...pagingFaults(members, () => count), ...cut]);
}

const isFeature = (span: Span | undefined): boolean =>
  span !== undefined && kindOfRecord(parse(span.bytes, span)) === 'feature';

/** Members by which an ArcGIS server's own JSON is known. */
const ESRI = ['geometryType', 'spatialReference', 'fieldAliases'];

function isCollection({ members }: Walk): boolean {
  if (ESRI.some((name) => members.has(name))) return false;
  const type = members.get('type');
  return type === undefined || parse(type.bytes, type) === 'FeatureCollection';
}
