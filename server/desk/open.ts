import { statfs } from 'node:fs/promises';
import type { Ostn15Grid } from '#data/geodesy/grid.ts';
import { newId } from '#server/accounts/secret.ts';
import { findArea } from '#server/harmonise/geometry/area.ts';
import { mayBeLand } from '#server/harmonise/geometry/land.ts';
import type { Odin } from '#server/odin.ts';
import type { PublishDeps } from '#server/publishing/delivery.ts';
import type { DeskDeps, DeskLimits } from './deps.ts';

/** What the desk needs, made of what is open already. */
export function openDeskDeps(
  { vocabulary }: Pick<Odin, 'vocabulary'>,
  publishing: PublishDeps,
  grid: Ostn15Grid,
  limits: DeskLimits,
): DeskDeps {
  const { publishers, licences, districts } = vocabulary;
  const parts = districts.map(({ name, gssCode }) => ({
    name,
    area: findArea(districts, [gssCode]),
  }));
  return {
    ...{ publishing, publishers, licences, districts, grid, limits, newId },
    atlas: {
      districtAt: (lng, lat) => parts.find(({ area }) => area?.contains(lng, lat))?.name,
      mayBeLand: (lng, lat) => mayBeLand(grid, lng, lat),
    },
    async freeBytes() {
      const { bavail, bsize } = await statfs(publishing.temporary).catch(() => ({
        bavail: Number.MAX_SAFE_INTEGER,
        bsize: 1,
      }));
      return bavail * bsize;
    },
  };
}
