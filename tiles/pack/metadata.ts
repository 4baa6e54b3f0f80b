import type { Bounds } from '#data/schema/geometry.ts';
import type { ArchiveMetadata, TileLayer } from '#data/schema/tile.ts';
import type { Extent } from './writer.ts';

/** What is known of an archive's content when its tiles are done. */
type Content = {
  readonly features: number;
  readonly minZoom: number;
  readonly maxZoom: number;
  readonly bounds: Bounds | undefined;
  readonly shown: Readonly<Record<string, number>>;
  readonly fields: Readonly<Record<string, string>>;
};

/** Extent of an archive without features: the whole Web Mercator world. */
const WORLD_BOUNDS: Bounds = [-180, -85.0511287, 180, 85.0511287];

/**
 * What an archive says about itself, in its header and in its JSON.
 *
 * `vector_layers`: TileJSON 3.0 §3.3. `odin:shown`: zoom → share of the features shown there, so
 * that a map can say what thinning leaves out.
 */
export function describe(
  about: { readonly layer: TileLayer; readonly metadata: ArchiveMetadata },
  content: Content,
): { extent: Extent; metadata: Record<string, unknown> } {
  const { layer, metadata } = about;
  const { minZoom, maxZoom } = content;
  const bounds = content.bounds ?? WORLD_BOUNDS;
  const center = [
    (bounds[0] + bounds[2]) / 2,
    (bounds[1] + bounds[3]) / 2,
    Math.min(maxZoom, Math.max(minZoom, zoomToShow(bounds))),
  ] as const;
  return {
    extent: { minZoom, maxZoom, bounds, center },
    metadata: {
      name: metadata.name,
      description: metadata.description,
      attribution: metadata.attribution,
      licence: metadata.licence,
      ...(metadata.licenceUrl === undefined ? {} : { licenceUrl: metadata.licenceUrl }),
      type: 'overlay',
      format: 'pbf',
      generator: 'ODIN',
      bounds,
      center,
      minzoom: minZoom,
      maxzoom: maxZoom,
      vector_layers: [
        {
          id: layer.id,
          description: layer.title,
          minzoom: minZoom,
          maxzoom: maxZoom,
          fields: content.fields,
        },
      ],
      'odin:featureType': layer.featureType,
      'odin:synthetic': metadata.synthetic,
      'odin:features': content.features,
      'odin:shown': content.shown,
    },
  };
}

/** Zoom at which bounds are about as wide as a tile of 512 pixels. */
const zoomToShow = ([west, , east]: Bounds): number =>
  Math.floor(Math.log2(360 / Math.max(east - west, 1e-4)));
