import type { DownloadQuestion } from '#client/api/download.ts';
import type { WorkbenchLayer } from '#client/state/workbench.ts';
import type { LayerFilter } from '#data/query/filter.ts';
import type { DownloadCrs, DownloadFormat } from '#data/schema/download.ts';
import type { Bounds } from '#data/schema/geometry.ts';

/** From where features may be taken. */
export type Extent = {
  readonly id: 'view' | 'area' | 'everything';
  readonly label: string;
  readonly bounds?: Bounds;
  /** Text form of an area. */
  readonly area?: string;
};

/** What is chosen in the dialog. */
export type Wish = {
  readonly chosen: ReadonlySet<string>;
  readonly extent: Extent['id'];
  readonly format: DownloadFormat;
  readonly crs: DownloadCrs;
  readonly isMerged: boolean;
  readonly isFiltered: boolean;
};

/** What can be chosen from. */
export type Offer = {
  /** Layers on the map. */
  readonly layers: readonly WorkbenchLayer[];
  /** The one asked for from its row, to begin with; undefined: those that are seen. */
  readonly only?: string | undefined;
  readonly filters: readonly LayerFilter[];
  /** The first is chosen at first. */
  readonly extents: readonly Extent[];
};

/** What the dialog opens with: what is seen, as it is seen; or all of one layer. */
export const firstWish = ({ layers, only, filters, extents }: Offer): Wish => ({
  chosen: new Set(
    layers
      .filter(({ id, visible }) => (only === undefined ? visible : id === only))
      .map(({ id }) => id),
  ),
  extent: only === undefined ? (extents[0]?.id ?? 'everything') : 'everything',
  format: 'geojson',
  crs: 'EPSG:4326',
  isMerged: false,
  isFiltered: filters.length > 0,
});

/** Choose a format, with the coordinates its readers expect. */
export const withFormat = (wish: Wish, format: DownloadFormat): Wish => ({
  ...wish,
  format,
  crs: format === 'gpkg' ? 'EPSG:27700' : 'EPSG:4326',
});

/** The wish as the server is asked; undefined while no layer is chosen. */
export function questionOf(wish: Wish, offer: Offer): DownloadQuestion | undefined {
  const { chosen, format, crs, isMerged, isFiltered } = wish;
  const layers = offer.layers.filter(({ id }) => chosen.has(id)).map(({ id }) => id);
  if (layers.length === 0) return undefined;
  const extent = offer.extents.find(({ id }) => id === wish.extent);
  return {
    layers,
    ...(extent?.bounds ? { bounds: extent.bounds } : {}),
    ...(extent?.area === undefined ? {} : { area: extent.area }),
    filters: isFiltered ? offer.filters : [],
    format,
    crs,
    form: isMerged ? 'merged' : 'collective',
  };
}
