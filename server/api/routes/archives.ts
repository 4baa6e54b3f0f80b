import { basename, dirname } from 'node:path';
import { z } from 'zod';
import { ApiError } from '../problem.ts';
import { route, STREAMED } from '../route.ts';
import { mayDownload } from '../views/licence.ts';
import { findLayer, LayerId } from './layers.ts';

/** A version's archive never changes. */
const FOR_EVER = 'public, max-age=31536000, immutable';

/** Tile archives to take away and host on any static server. */
export const ARCHIVE_ROUTES = [
  route({
    path: '/api/layers/:id/:version.pmtiles',
    summary: 'The layer’s tiles as one PMTiles archive, its licence inside; takes ranges',
    tag: 'Files',
    params: LayerId.extend({
      version: z
        .string()
        .regex(/^[a-z0-9]{1,64}$/, 'expected the layer’s version')
        .meta({ description: 'Version of the layer' }),
    }),
    response: z.unknown(),
    media: 'application/vnd.pmtiles',
    async answer({ params: { id, version } }, services, response) {
      const layer = await findLayer(id, services);
      const { licences } = await services.catalogue();
      if (!mayDownload(licences.get(layer.licence.id))) {
        throw new ApiError('not-allowed', 'Its licence allows no copies to be handed out.');
      }
      if (version !== layer.version) {
        throw new ApiError('not-found', `Layer "${id}" is at version "${layer.version}" now.`);
      }
      if (layer.building) {
        throw new ApiError('not-found', `The tiles of layer "${id}" are being drawn; ask again.`);
      }
      const path = services.archivePath(id, version);
      response.set({
        'Content-Disposition': `attachment; filename="${id}-${version}.pmtiles"`,
        'Content-Type': 'application/vnd.pmtiles',
        'Cache-Control': FOR_EVER,
        // strong: a range may be asked for on condition of it
        ETag: `"${version}"`,
        Link: `</licences/${encodeURIComponent(layer.licence.id)}>; rel="license"`,
        'Access-Control-Expose-Headers': 'ETag, Content-Length, Content-Range, Accept-Ranges',
        'Cross-Origin-Resource-Policy': 'cross-origin',
      });
      const options = { root: dirname(path), cacheControl: false };
      await new Promise<void>((resolve, reject) => {
        response.sendFile(basename(path), options, (cause) => {
          // a reader that left has what it wanted
          if (!cause || response.headersSent) resolve();
          else if (isBeyond(cause)) resolve(void response.status(416).set(cause.headers).end());
          else reject(cause);
        });
      });
      return STREAMED;
    },
  }),
];

/** A range that begins after the end of the file, and the headers that say where that is. */
const isBeyond = (cause: object): cause is { status: 416; headers: Record<string, string> } =>
  'status' in cause && cause.status === 416;
