import { Health } from '#data/schema/service.ts';
import { route } from '../route.ts';

/** Whether the server is up, and how much it holds. */
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
];
