import type { DecodedFile } from '#data/schema/flow.ts';
import { declare } from '../crs.ts';
import type { JsonText } from '../geojson.ts';
import { stemOf } from '../source.ts';
import { readEsriGeometry } from './esri.ts';
import { type FeatureForm, type FeatureSpans, featureLayer } from './features.ts';
import { parse, textOf } from './scan.ts';

/**
 * Features as ArcGIS servers write them; the text's `members` are those beside them. Dates are
 * moments, and a code of a value list has its meaning in a column beside it.
 */
export function decodeEsriFeatures(text: JsonText, spans: FeatureSpans): DecodedFile {
  const { bytes, members, file, name } = text;
  const layer = featureLayer(stemOf(name), spans, {
    sizeBytes: bytes.length,
    form: formOf(fieldsOf(text)),
  });
  const reference = members.get('spatialReference');
  const said = reference && (parse(bytes, reference) as EsriReference | undefined);
  const wkid = said?.latestWkid ?? said?.wkid;
  const declared = wkid === undefined ? said?.wkt : `EPSG:${textOf(wkid)}`;
  const crs = typeof declared === 'string' ? { crs: declare(declared) } : {};
  const issues = [...file.issues, ...text.issues];
  return { format: 'json', encoding: file.encoding, layers: [{ ...layer, ...crs }], issues };
}

type EsriReference = {
  readonly latestWkid?: unknown;
  readonly wkid?: unknown;
  readonly wkt?: unknown;
};

/** What the answer says of a column. */
type Field = { readonly isDate: boolean; readonly labels: ReadonlyMap<string, string> };
type Coded = { readonly name?: unknown; readonly code?: unknown };
type Said = {
  readonly name?: unknown;
  readonly type?: unknown;
  readonly domain?: { readonly codedValues?: unknown } | null;
};

/** Source: ArcGIS REST API, “Query (Feature Service/Layer)”, fields; “Domain objects”. */
function fieldsOf({ bytes, members }: JsonText): ReadonlyMap<string, Field> {
  const span = members.get('fields');
  const said = span && parse(bytes, span);
  const fields = new Map<string, Field>();
  for (const one of Array.isArray(said) ? (said as (Said | null)[]) : []) {
    if (typeof one?.name !== 'string') continue;
    const coded = one.domain?.codedValues;
    const labels = (Array.isArray(coded) ? (coded as (Coded | null)[]) : []).map(
      (value) => [textOf(value?.code), textOf(value?.name)] as const,
    );
    fields.set(one.name, { isDate: one.type === 'esriFieldTypeDate', labels: new Map(labels) });
  }
  return fields;
}

const formOf = (fields: ReadonlyMap<string, Field>): FeatureForm => ({
  attributes: (feature) => {
    const own = Object.entries((feature as { attributes?: object } | undefined)?.attributes ?? {});
    return own.flatMap(([name, value]) => valuesOf(name, value, fields.get(name)));
  },
  geometry: (feature) => readEsriGeometry(feature.geometry),
});

/** A value, and beside it what its code means. */
function valuesOf(
  name: string,
  value: unknown,
  field: Field | undefined,
): (readonly [string, unknown])[] {
  if (field?.isDate && typeof value === 'number') {
    const date = new Date(value);
    return [[name, Number.isNaN(date.getTime()) ? value : date]];
  }
  if (!field || field.labels.size === 0) return [[name, value]];
  const label = value === null ? null : (field.labels.get(textOf(value)) ?? null);
  // A list of values that maps each to itself says nothing more.
  const isPlain = [...field.labels].every(([code, meaning]) => code === meaning);
  return isPlain
    ? [[name, value]]
    : [
        [name, value],
        [`${name} (label)`, label],
      ];
}
