import type { LayerSummary } from '#data/schema/api.ts';
import type { Bounds } from '#data/schema/geometry.ts';
import { type LayerMoment, LayerMoments } from '#data/schema/layer-moments.ts';
import { route } from '../route.ts';
import type { Moment } from '../tiles/moments.ts';
import { findLayer, LayerId } from './layers.ts';

/** How a layer stood, so that two of its editions can be laid beside each other. */
export const LAYER_MOMENT_ROUTES = [
  route({
    path: '/api/layers/:id/moments',
    summary: 'How a layer stood after each publish, with the tiles that show it so',
    tag: 'Catalogue',
    params: LayerId,
    response: LayerMoments,
    async answer({ params: { id } }, services) {
      const layer = await findLayer(id, services);
      const { datasets } = await services.catalogue();
      const names = new Map(datasets.map((each) => [each.id, each.publisher.shortName]));
      const moments = await services.moments(id);
      return {
        layerId: id,
        moments: moments.map((moment, index) => told(moment, { layer, names, isNow: index === 0 })),
      };
    },
  }),
];

type Context = {
  readonly layer: LayerSummary;
  /** Dataset → publisher in a word or two. */
  readonly names: ReadonlyMap<string, string>;
  readonly isNow: boolean;
};

/** As it stands now a layer has its own tiles, drawn already. */
function told({ at, name, editions }: Moment, { layer, names, isNow }: Context): LayerMoment {
  const bounds = joined(editions.flatMap(({ report }) => (report.bounds ? [report.bounds] : [])));
  return {
    at,
    tiles: isNow ? layer.tiles : `/tiles/${layer.id}/${name}/{z}/{x}/{y}.mvt`,
    version: isNow ? layer.version : name,
    featureCount: editions.reduce((sum, { report }) => sum + report.features, 0),
    ...(bounds ? { bounds } : {}),
    published: editions
      .filter(({ publishedAt }) => publishedAt === at)
      .map(({ dataset, source, number }) => ({
        dataset,
        publisher: names.get(dataset) ?? source.publisher,
        edition: number,
      })),
  };
}

const joined = (boxes: readonly Bounds[]): [number, number, number, number] | undefined =>
  boxes.length === 0
    ? undefined
    : [
        Math.min(...boxes.map(([west]) => west)),
        Math.min(...boxes.map(([, south]) => south)),
        Math.max(...boxes.map(([, , east]) => east)),
        Math.max(...boxes.map(([, , , north]) => north)),
      ];
