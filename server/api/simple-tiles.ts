import { readFileSync } from 'node:fs';
import type { Archives } from '#server/store/archives.ts';
import { type Archive, openArchive } from '#tiles/pack/reader.ts';
import type { Branch } from './server.ts';

const ADDRESS = /^\/tiles\/([a-z0-9.-]+)\/([a-z0-9]+)\/(\d{1,2})\/(\d{1,6})\/(\d{1,6})\.mvt$/;

export function openTiles(archives: Archives): { branch: Branch; close: () => Promise<void> } {
  const opened = new Map<string, Archive>();
  return {
    branch(request, response) {
      const match = ADDRESS.exec(request.url ?? '');
      if (!match) return false;
      const [, layer = '', version = '', z, x, y] = match;
      const path = archives.path(layer, version);
      let archive = opened.get(path);
      try {
        if (!archive) {
          const bytes = readFileSync(path);
          archive = openArchive((offset, length) => bytes.subarray(offset, offset + length));
          opened.set(path, archive);
        }
      } catch {
        response.writeHead(404).end();
        return true;
      }
      const tile = archive.tile(Number(z), Number(x), Number(y));
      if (!tile)
        response.writeHead(204, { 'Cache-Control': 'public, max-age=31536000, immutable' }).end();
      else
        response
          .writeHead(200, {
            'Content-Type': 'application/vnd.mapbox-vector-tile',
            'Content-Encoding': 'gzip',
            'Cache-Control': 'public, max-age=31536000, immutable',
          })
          .end(tile);
      return true;
    },
    close: async () => undefined,
  };
}
