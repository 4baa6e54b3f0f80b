import { z } from 'zod';
import { ask } from './arcgis-answer.ts';
import type { Failed } from './fetched.ts';
import { broken, type Get, type Said, withQuery } from './harvested.ts';

/** One layer of an ArcGIS server, as far as reading it needs. */
export type Layer = {
  readonly name: string;
  readonly idField: string;
  /** Number of its coordinate system, by EPSG or Esri. */
  readonly wkid: number | undefined;
  readonly canPage: boolean;
  readonly mostRecords: number | undefined;
  /** Fields that hold milliseconds since 1970. */
  readonly dates: ReadonlySet<string>;
  /** Field → code → its words. */
  readonly codes: ReadonlyMap<string, ReadonlyMap<string, string>>;
  readonly said: Said;
};

const Reference = z.object({ wkid: z.number().nullish(), latestWkid: z.number().nullish() });
const Field = z.object({
  name: z.string(),
  type: z.string(),
  domain: z
    .object({
      type: z.string(),
      codedValues: z.array(z.object({ name: z.string(), code: z.unknown() })).optional(),
    })
    .nullish(),
});
const Description = z.object({
  name: z.string(),
  type: z.string().optional(),
  fields: z.array(Field).nullish(),
  objectIdField: z.string().nullish(),
  maxRecordCount: z.number().nullish(),
  copyrightText: z.string().nullish(),
  sourceSpatialReference: Reference.nullish(),
  extent: z.object({ spatialReference: Reference.nullish() }).nullish(),
  advancedQueryCapabilities: z.object({ supportsPagination: z.boolean().nullish() }).nullish(),
});
const Entry = z.object({
  id: z.number(),
  name: z.string(),
  subLayerIds: z.array(z.number()).nullish(),
});
const Service = z.object({ layers: z.array(Entry), tables: z.array(Entry).nullish() });

type Found = { readonly layer: Layer; readonly address: string };

/** The layer an address stands for: itself, or the only or named one of its service. */
export async function findLayer(
  url: string,
  wanted: string | undefined,
  get: Get,
): Promise<Found | Failed> {
  const path = /^(.*\/(?:FeatureServer|MapServer))(?:\/(\d+))?/i.exec(new URL(url).pathname);
  if (!path)
    return broken(
      'This is no layer of an ArcGIS server: its address holds /FeatureServer or /MapServer.',
    );
  const service = `${new URL(url).origin}${path[1]}`;
  const id =
    path[2] !== undefined && wanted === undefined
      ? Number(path[2])
      : await chooseLayer(service, wanted, get);
  if (typeof id === 'object') return id;
  const address = `${service}/${id}`;
  const told = await ask(withQuery(address, { f: 'json' }), get);
  if ('status' in told) return told;
  const read = Description.safeParse(told.json);
  return read.success
    ? { layer: layerOf(read.data), address }
    : broken('The server does not describe this layer as ArcGIS does.');
}

async function chooseLayer(
  service: string,
  wanted: string | undefined,
  get: Get,
): Promise<number | Failed> {
  const told = await ask(withQuery(service, { f: 'json' }), get);
  if ('status' in told) return told;
  const read = Service.safeParse(told.json);
  if (!read.success) return broken('The server does not describe this service as ArcGIS does.');
  const layers = [...read.data.layers, ...(read.data.tables ?? [])].filter(
    ({ subLayerIds }) => !subLayerIds?.length,
  );
  const named = layers.filter(
    ({ id, name }) => wanted === undefined || name === wanted || String(id) === wanted,
  );
  const [only, ...more] = named;
  if (only && more.length === 0) return only.id;
  const list = layers
    .slice(0, 20)
    .map(({ id, name }) => `${id} ${name}`)
    .join('; ');
  return broken(list === '' ? 'The service has no layers.' : `Say which layer: ${list}.`);
}

function layerOf(said: z.infer<typeof Description>): Layer {
  const fields = said.fields ?? [];
  const idField = fields.find(({ type }) => type === 'esriFieldTypeOID')?.name;
  const reference = said.sourceSpatialReference ?? said.extent?.spatialReference;
  const licence = said.copyrightText?.trim();
  return {
    name: said.name,
    idField: said.objectIdField ?? idField ?? 'OBJECTID',
    wkid: reference?.latestWkid ?? reference?.wkid ?? undefined,
    canPage: said.advancedQueryCapabilities?.supportsPagination ?? false,
    mostRecords: said.maxRecordCount ?? undefined,
    dates: new Set(
      fields.flatMap(({ name, type }) => (type === 'esriFieldTypeDate' ? [name] : [])),
    ),
    codes: new Map(
      fields.flatMap(({ name, domain }) =>
        domain?.codedValues
          ? [[name, new Map(domain.codedValues.map((each) => [String(each.code), each.name]))]]
          : [],
      ),
    ),
    said: { title: said.name, ...(licence ? { licence } : {}) },
  };
}
