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
  readonly drawn_since: string | null;
  readonly drawing_share: number | null;
  readonly drawing_at: string | null;
};

/** Table `layer`: which archive of tiles is the current one of each layer. */
export function layerTable(db: Database) {
  const put = db.prepare(`
    INSERT OR REPLACE INTO layer
      (id, version, built_at, feature_type, licence, synthetic, shapes, max_zoom,
       drawn_since, drawing_share, drawing_at)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`);
  const versionOf = db.prepare<[string], { version: string }>(
    'SELECT version FROM layer WHERE id = ?',
  );
  const list = db.prepare<[], Row>('SELECT * FROM layer ORDER BY id');
  const removeEmpty = db.prepare(`
    DELETE FROM layer WHERE id NOT IN
      (SELECT layer_id FROM edition JOIN dataset ON dataset.live_edition = edition.row)`);

  const putLayer = (layer: LayerRow): void => {
    const { id, version, builtAt, featureType, licence, drawing } = layer;
    const content = [layer.synthetic ? 1 : 0, JSON.stringify(layer.shapes), layer.maxZoom];
    const state = [drawing?.since ?? null, drawing?.share ?? null, drawing?.at ?? null];
    put.run(id, version, builtAt, featureType, licence, ...content, ...state);
  };

  return {
    putLayer,
    /** Change a layer if it is still at a version; returns whether it was changed. */
    updateLayer: db.transaction((layer: LayerRow, was: string): boolean => {
      if (versionOf.get(layer.id)?.version !== was) return false;
      putLayer(layer);
      return true;
    }),
    removeEmptyLayers: (): void => {
      removeEmpty.run();
    },
    listLayers: (): LayerRow[] =>
      list.all().map(({ id, version, licence, ...row }) => ({
        ...{ id, version, licence },
        builtAt: row.built_at,
        featureType: row.feature_type,
        synthetic: row.synthetic === 1,
        shapes: JSON.parse(row.shapes) as Shape[],
        maxZoom: row.max_zoom,
        ...drawingOf(row),
      })),
  };
}

function drawingOf(row: Omit<Row, 'id' | 'version' | 'licence'>): Pick<LayerRow, 'drawing'> {
  const { drawn_since: since, drawing_share: share, drawing_at: at } = row;
  return at === null ? {} : { drawing: { ...(since ? { since } : {}), share: share ?? 0, at } };
}
