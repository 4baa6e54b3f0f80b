import type { DcatInput, JsonLd } from './dcat.ts';

/**
 * A dataset as search engines for data read it, to stand inside its page.
 * Source: schema.org Dataset, and what Google’s dataset search asks of it.
 */
export function schemaOrgDataset(input: DcatInput): JsonLd {
  const { dataset, licence, publisher, mayDownload, origin } = input;
  const { id, title, description, edition, bounds, synthetic } = dataset;
  const own = description ?? `${title}, published by ${dataset.publisher.name}.`;
  return {
    '@context': 'https://schema.org/',
    '@type': 'Dataset',
    '@id': `${origin}/data/${id}`,
    url: `${origin}/data/${id}`,
    identifier: id,
    name: title,
    // search asks for at least fifty characters
    description: `${own} ${edition.features} features, edition ${edition.number}.`.slice(0, 5_000),
    license: licence?.url,
    creditText: dataset.licence.attribution || undefined,
    isAccessibleForFree: mayDownload ? 'true' : 'false',
    version: String(edition.number),
    datePublished: edition.publishedAt,
    keywords: [dataset.theme, ...(synthetic ? ['synthetic'] : [])],
    creator: {
      '@type': 'Organization',
      name: dataset.publisher.name,
      url: publisher?.homepage,
    },
    includedInDataCatalog: { '@type': 'DataCatalog', name: 'ODIN', url: `${origin}/data` },
    spatialCoverage: bounds && {
      '@type': 'Place',
      geo: {
        '@type': 'GeoShape',
        // south west north east
        box: `${bounds[1]} ${bounds[0]} ${bounds[3]} ${bounds[2]}`,
      },
    },
    distribution: mayDownload
      ? [
          {
            '@type': 'DataDownload',
            encodingFormat: 'application/geo+json',
            contentUrl: `${origin}/api/datasets/${id}/download`,
          },
        ]
      : [],
  };
}
