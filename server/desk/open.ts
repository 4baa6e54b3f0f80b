import { randomBytes } from 'node:crypto';
import { statfs } from 'node:fs/promises';
import type { Ostn15Grid } from '#data/geodesy/grid.ts';
import { findArea } from '#server/harmonise/geometry/area.ts';
import { mayBeLand } from '#server/harmonise/geometry/land.ts';
import type { Odin } from '../odin.ts';
import type { PublishDeps } from '../publishing/delivery.ts';
import type { DeskDeps, DeskLimits } from './deps.ts';

const LETTERS = 'abcdefghijklmnopqrstuvwxyz0123456789';

/** 24 letters and digits out of chance: 36²⁴ names, made here and by nobody else. */
export function newId(): string {
  let id = '';
  while (id.length < 24) {
    // 252 is the largest multiple of 36 in a byte: no letter is likelier than another
    for (const byte of randomBytes(32)) {
      if (byte < 252 && id.length < 24) id += LETTERS.charAt(byte % 36);
    }
  }
  return id;
}

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
