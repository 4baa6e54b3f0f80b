import { z } from 'zod';
import { Basemap } from '#data/schema/basemap.ts';
import { Health } from '#data/schema/service.ts';
import { route } from '../route.ts';

/** Whether the server is up and how much it holds, and what its maps may stand on. */
export const SERVICE_ROUTES = [
  route({
    path: '/api/health',
    summary: 'Whether the server is up, and how much is published',
    tag: 'Service',
    response: Health,
    async answer(_, { catalogue, version }) {
      const { datasets, layers } = await catalogue();
      const features = datasets.reduce((sum, { edition }) => sum + edition.features, 0);
      const counts = { datasets: datasets.length, layers: layers.length, features };
      return { status: 'ok' as const, version, ...counts };
    },
  }),
  route({
    path: '/api/basemaps',
    summary: 'Base maps of others that are offered beside ODIN’s own',
    tag: 'Service',
    response: z.object({ basemaps: z.array(Basemap) }),
    async answer(_, { basemaps }) {
      return { basemaps: [...basemaps] };
    },
  }),
];
