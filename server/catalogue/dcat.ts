import type { DatasetSummary } from '#data/schema/api.ts';
import type { Licence } from '#data/schema/licence.ts';
import type { Publisher } from '#data/schema/publisher.ts';

/** JSON-LD: names to values, lists or nodes of the same. */
export type JsonLd = {
  readonly [name: string]:
    | JsonLd
    | readonly JsonLd[]
    | readonly string[]
    | string
    | number
    | undefined;
};

export type DcatInput = {
  readonly dataset: DatasetSummary;
  readonly licence: Licence | undefined;
  readonly publisher: Publisher | undefined;
  /** ISO 8601 duration the publisher promises editions at. */
  readonly cadence?: string;
  readonly mayDownload: boolean;
  /** Scheme and host of this ODIN: `https://map.example.org`. */
  readonly origin: string;
};

const CONTEXT = {
  dcat: 'http://www.w3.org/ns/dcat#',
  dct: 'http://purl.org/dc/terms/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  vcard: 'http://www.w3.org/2006/vcard/ns#',
  adms: 'http://www.w3.org/ns/adms#',
  locn: 'http://www.w3.org/ns/locn#',
  gsp: 'http://www.opengis.net/ont/geosparql#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
  schema: 'https://schema.org/',
} as const;

/** EU vocabularies DCAT-AP asks for. */
const EU = 'http://publications.europa.eu/resource/authority';

/** Our cadences → frequencies of the EU vocabulary. */
const FREQUENCIES: Readonly<Record<string, string>> = {
  P1D: 'DAILY',
  P1W: 'WEEKLY',
  P7D: 'WEEKLY',
  P1M: 'MONTHLY',
  P3M: 'QUARTERLY',
  P6M: 'ANNUAL_2',
  P1Y: 'ANNUAL',
  P12M: 'ANNUAL',
};

/**
 * Every dataset of this ODIN as one DCAT catalogue in JSON-LD, as harvesters of data portals read it.
 * Source: DCAT 2 (W3C), DCAT-AP 2.1.
 */
export const dcatCatalogue = (inputs: readonly DcatInput[], origin: string): JsonLd => ({
  '@context': { ...CONTEXT },
  '@id': `${origin}/data`,
  '@type': 'dcat:Catalog',
  'dct:title': 'Open data infrastructure map',
  'dct:description':
    'Data of councils and utilities, harmonised to one schema, each with its licence, history and quality.',
  'dct:language': { '@id': `${EU}/language/ENG` },
  'dct:publisher': { '@type': 'foaf:Agent', 'foaf:name': 'ODIN' },
  'foaf:homepage': { '@id': `${origin}/` },
  'dcat:dataset': inputs.map(datasetNode),
});

/** One dataset as DCAT in JSON-LD. */
export const dcatDataset = (input: DcatInput): JsonLd => ({
  '@context': { ...CONTEXT },
  ...datasetNode(input),
});

function datasetNode(input: DcatInput): JsonLd {
  const { dataset, publisher, cadence, origin } = input;
  const { id, title, description, edition, theme, synthetic, bounds } = dataset;
  return {
    '@id': `${origin}/data/${id}`,
    '@type': 'dcat:Dataset',
    'dct:identifier': id,
    'dct:title': title,
    'dct:description': description ?? `${title}, published by ${dataset.publisher.name}.`,
    'dct:publisher': agent(dataset.publisher.name, publisher),
    'dct:issued': typed(edition.publishedAt, 'dateTime'),
    'dct:modified': typed(edition.publishedAt, 'dateTime'),
    'dcat:version': String(edition.number),
    'dcat:keyword': [
      theme,
      dataset.featureType.split('/')[1] ?? '',
      ...(synthetic ? ['synthetic'] : []),
    ],
    'dct:language': { '@id': `${EU}/language/ENG` },
    'dct:accrualPeriodicity': frequency(cadence),
    'dct:spatial': bounds && location(bounds),
    'dct:conformsTo': { '@id': `${origin}/help#schema` },
    'dcat:landingPage': { '@id': `${origin}/data/${id}` },
    'dcat:distribution': distributions(input),
  };
}

const typed = (value: string, type: string): JsonLd => ({
  '@value': value,
  '@type': `xsd:${type}`,
});

const frequency = (cadence: string | undefined): JsonLd | undefined => {
  const known = cadence === undefined ? undefined : FREQUENCIES[cadence];
  return known === undefined ? undefined : { '@id': `${EU}/frequency/${known}` };
};

const agent = (name: string, publisher: Publisher | undefined): JsonLd => ({
  '@type': 'foaf:Agent',
  'foaf:name': name,
  'foaf:homepage': publisher?.homepage ? { '@id': publisher.homepage } : undefined,
});

function location([west, south, east, north]: readonly [number, number, number, number]): JsonLd {
  const corners = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ];
  const wkt = `POLYGON((${corners.map((corner) => corner.join(' ')).join(', ')}))`;
  return {
    '@type': 'dct:Location',
    'dcat:bbox': { '@value': wkt, '@type': 'gsp:wktLiteral' },
    'locn:geometry': { '@value': wkt, '@type': 'gsp:wktLiteral' },
  };
}

type File = {
  readonly title: string;
  readonly media: string;
  readonly type: string;
  readonly path: string;
};

/** What may be fetched of a dataset. What its licence keeps in is described, not offered. */
function distributions({ dataset, licence, mayDownload, origin }: DcatInput): JsonLd[] {
  const { id, layerId } = dataset;
  const zip = (format: string) =>
    `/api/download?datasets=${encodeURIComponent(id)}&format=${format}`;
  const files: File[] = mayDownload
    ? [
        {
          title: 'GeoJSON',
          media: 'application/geo+json',
          type: 'GEOJSON',
          path: `/api/datasets/${id}/download`,
        },
        { title: 'CSV with its licence', media: 'application/zip', type: 'ZIP', path: zip('csv') },
        {
          title: 'GeoPackage with its licence',
          media: 'application/zip',
          type: 'ZIP',
          path: zip('gpkg'),
        },
      ]
    : [];
  const rights = {
    'dct:license': licence?.url ? { '@id': licence.url } : undefined,
    'dct:rights': {
      '@type': 'dct:RightsStatement',
      'schema:name': dataset.licence.attribution || dataset.licence.title,
    },
    'adms:status': { '@id': `${EU}/distribution-status/COMPLETED` },
  };
  const service: JsonLd = {
    '@type': 'dcat:Distribution',
    'dct:title': 'Vector tiles and features, by address',
    'dcat:accessURL': { '@id': `${origin}/api/layers/${layerId}/tilejson.json` },
    ...rights,
  };
  return [
    ...files.map(({ title, media, type, path }) => ({
      '@type': 'dcat:Distribution',
      'dct:title': title,
      'dct:format': { '@id': `${EU}/file-type/${type}` },
      'dcat:mediaType': { '@id': `https://www.iana.org/assignments/media-types/${media}` },
      'dcat:accessURL': { '@id': `${origin}/data/${id}#downloads` },
      'dcat:downloadURL': { '@id': `${origin}${path}` },
      ...rights,
    })),
    service,
  ];
}
