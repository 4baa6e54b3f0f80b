import { GEOMETRY_TYPES } from './geometry.ts';
import { elementsOf, membersOf, type Span, textOf } from './scan.ts';

/** What an element of a list is. */
export type RecordKind = 'feature' | 'esri' | 'page' | 'object' | 'other';

type Members = Readonly<Record<string, unknown>>;

/** Tell a GeoJSON feature, a feature of an ArcGIS server and a whole collection from a plain object. */
export function kindOfRecord(value: unknown): RecordKind {
  if (typeof value !== 'object' || value === null) return 'other';
  const { type, features, attributes, geometry, coordinates, geometries } = value as Members;
  if (Array.isArray(features) && isFeature(features[0])) return 'page';
  if (type === 'Feature' && geometry !== undefined) return 'feature';
  if (GEOMETRY_TYPES.has(textOf(type)) && (coordinates ?? geometries) !== undefined)
    return 'feature';
  const isEsri = typeof attributes === 'object' && attributes !== null;
  return isEsri && Object.keys(value).every((key) => /^(attributes|geometry)$/.test(key))
    ? 'esri'
    : 'object';
}

/** A record may have a list of its own called `features`. */
const isFeature = (value: unknown): boolean => /^(feature|esri)$/.test(kindOfRecord(value));

/** The features of one collection after another. */
export function* pagesOf(bytes: Buffer, pages: Iterable<Span>): Generator<Span> {
  for (const page of pages) {
    const features = membersOf(bytes, page.start, () => {}).get('features');
    if (features) yield* elementsOf(bytes, features, () => {});
  }
}
