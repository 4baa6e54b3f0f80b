import type { PostGis } from './postgis.ts';

/** Layer, site and distance of the nearest, a row a site and layer; where all is asked the share covered and the number met too. */
export function askPostGis(peer: PostGis, layerCount: number, isAll: boolean): number[][] {
  const layers = Array.from(
    { length: layerCount },
    (_, layer) => `
SELECT ${layer}, s.id, n.apart${isAll ? ', coalesce(100 * o.area / ST_Area(s.g), 0), o.met' : ''} FROM site s
CROSS JOIN LATERAL (SELECT ST_Distance(s.g, t.g) AS apart FROM layer_${layer} t ORDER BY s.g <-> t.g LIMIT 1) n
${
  isAll
    ? `CROSS JOIN LATERAL (SELECT count(*) AS met, ST_Area(ST_Intersection(s.g, ST_Union(t.g))) AS area
  FROM layer_${layer} t WHERE ST_Intersects(s.g, t.g)) o`
    : ''
}`,
  );
  return peer
    .run(`${layers.join('\nUNION ALL')};`)
    .trim()
    .split('\n')
    .map((row) => row.split('|').map(Number));
}
