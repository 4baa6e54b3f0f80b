import type { WorkbenchLayer } from '#client/state/workbench.ts';
import type { DatasetSummary } from '#data/schema/api.ts';

/** What is cited: a view with what is on it. */
export type Cited = {
  /** `Sale and Didsbury`. */
  readonly placeName: string;
  readonly region: string;
  readonly layers: readonly WorkbenchLayer[];
  readonly datasets: readonly DatasetSummary[];
  readonly address: string;
  /** The day it was looked at. */
  readonly on: Date;
};

/**
 * A view as a reference list wants it: what, whose data in which edition, where and when seen. After Harvard
 * practice for maps and datasets; editions are dated, so that the reader can tell which data it was.
 */
export function citeView({ placeName, region, layers, datasets, address, on }: Cited): string {
  const shown = datasets.filter(({ layerId }) => layers.some(({ id }) => id === layerId));
  const data = shown.map(
    ({ title, publisher, edition, synthetic }) =>
      `${publisher.name}, “${title}”${synthetic ? ' (synthetic)' : ''}, edition ${edition.number} of ${dayOf(new Date(edition.publishedAt))}`,
  );
  return [
    `ODIN, the open data infrastructure map of ${region}: ${placeName}.`,
    ...(data.length > 0 ? [`Data: ${data.join('; ')}.`] : []),
    `Available at ${address} (seen ${dayOf(on)}).`,
  ].join(' ');
}

const dayOf = (date: Date): string =>
  date.toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric' });

/** A page's own copy of the map: a frame that shows this view and leads back to it. */
export function embedCode(address: string, placeName: string): string {
  const url = new URL(address);
  url.pathname = '/embed';
  const attributes = [
    `src="${escaped(url.href)}"`,
    `title="${escaped(`Map of ${placeName}, ODIN`)}"`,
    'width="100%"',
    'height="480"',
    'style="border:0"',
    'loading="lazy"',
    'allowfullscreen',
  ];
  return `<iframe ${attributes.join(' ')}></iframe>`;
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
