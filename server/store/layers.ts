import type { Database } from 'better-sqlite3';
import type { Shape } from '#data/schema/geometry.ts';
import type { LayerRow } from './rows.ts';

type Row = {
  readonly id: string;
  readonly version: string;
  readonly built_at: string;
  readonly feature_type: string;
  readonly licence: string;
  readonly synthetic: number;
  readonly shapes: string;
  readonly max_zoom: number;
};

/** Table `layer`: which archive of tiles is the current one of each layer. */
export function layerTable(db: Database) {
  const put = db.prepare(`
    INSERT OR REPLACE INTO layer
      (id, version, built_at, feature_type, licence, synthetic, shapes, max_zoom)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?)`);
  const list = db.prepare<[], Row>('SELECT * FROM layer ORDER BY id');
  const removeEmpty = db.prepare(`
    DELETE FROM layer WHERE id NOT IN
      (SELECT layer_id FROM edition JOIN dataset ON dataset.live_edition = edition.row)`);

  return {
    putLayer(layer: LayerRow): void {
      const { id, version, builtAt, featureType, licence } = layer;
      const content = [layer.synthetic ? 1 : 0, JSON.stringify(layer.shapes), layer.maxZoom];
      put.run(id, version, builtAt, featureType, licence, ...content);
    },
    removeEmptyLayers: (): void => {
      removeEmpty.run();
    },
    listLayers: (): LayerRow[] =>
      list.all().map(({ built_at, feature_type, synthetic, shapes, max_zoom, ...row }) => ({
        ...row,
        builtAt: built_at,
        featureType: feature_type,
        synthetic: synthetic === 1,
        shapes: JSON.parse(shapes) as Shape[],
        maxZoom: max_zoom,
      })),
  };
}
