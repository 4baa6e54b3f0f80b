import type { DatasetDetail } from '#data/schema/api.ts';
import { type Html, html } from './html.ts';
import { scrollRegion } from './scroll-region.ts';
import { headRow } from './signs.ts';

type Offered = {
  readonly dataset: DatasetDetail;
  readonly mayDownload: boolean;
  /** Address of its layer's tiles as one file; undefined where the licence allows no copies. */
  readonly archive: string | undefined;
};

/** Files to take away, and the addresses the same is had by. */
export function datasetDownloads({ dataset, mayDownload, archive }: Offered): Html {
  const { id, layerId, licence } = dataset;
  return html`${
    mayDownload
      ? files(id)
      : html`<p class="callout">Not available: ${licence.title} allows no copies to be handed out.
<a href="/licences/${licence.id}">What it allows</a></p>`
  }
<h3>By address</h3>
${scrollRegion(
  'The same by address',
  html`<table class="wide">
${headRow('What', 'Format', 'Where')}
<tbody>
${addressRow('About this dataset', 'JSON', `/api/datasets/${id}`)}
${addressRow('The same for other catalogues', 'DCAT, JSON-LD', `/api/datasets/${id}/dcat.jsonld`)}
${addressRow('Its editions and what changed', 'JSON', `/api/datasets/${id}/editions`)}
${addressRow('Its features, a page at a time', 'GeoJSON', `/api/layers/${layerId}/features`)}
${addressRow('Vector tiles of its layer', 'TileJSON', `/api/layers/${layerId}/tilejson.json`)}
${addressRow('How its layer is drawn, for QGIS and other maps', 'MapLibre style', `/api/layers/${layerId}/style.json`)}
${archive && addressRow('All tiles of its layer, to host elsewhere', 'PMTiles', archive)}
</tbody></table>`,
)}`;
}

function files(id: string): Html {
  const zip = (format: string) =>
    `/api/download?datasets=${encodeURIComponent(id)}&format=${format}`;
  const row = (what: string, format: string, crs: string, link: Html) =>
    html`<tr><th scope="row">${what}</th><td>${format}</td><td>${crs}</td><td>${link}</td></tr>`;
  const link = (href: string, words: string) => html`<a href="${href}" download>${words}</a>`;
  return html`${scrollRegion(
    'Files to take away',
    html`<table class="wide">
${headRow('What', 'Format', 'Coordinates', 'Take it')}
<tbody>
${row('Harmonised features', 'GeoPackage', 'British National Grid', link(zip('gpkg'), 'Download GeoPackage'))}
${row('Harmonised features', 'GeoJSON', 'WGS 84', link(`/api/datasets/${id}/download`, 'Download GeoJSON'))}
${row('Table with positions', 'CSV', 'WGS 84', link(zip('csv'), 'Download CSV'))}
${row('Issues, line by line', 'CSV', '', html`${link(`/api/datasets/${id}/issues.csv`, 'Download CSV')} · <a href="/api/datasets/${id}/issues">JSON</a>`)}
</tbody></table>`,
  )}
<p class="note">GeoPackage and CSV come as a zip with LICENCES.txt; each file carries the licence and the credit.</p>`;
}

const addressRow = (what: string, format: string, path: string): Html =>
  html`<tr><th scope="row">${what}</th><td>${format}</td><td><a href="${path}"><code>${path}</code></a></td></tr>`;
