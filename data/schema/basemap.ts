import { z } from 'zod';

/** Base maps others host, offered beside ODIN's own by whoever runs it. */

const web = z.url({ protocol: /^https?$/ });
const template = web.refine(
  (text) => ['{z}', '{x}', '{y}'].every((part) => text.includes(part)),
  'expected an address with {z}, {x} and {y}',
);
const zoom = z.int().min(0).max(24);

const named = {
  /** Name of it in addresses. */
  id: z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/, 'expected lower-case letters, digits, hyphens'),
  title: z.string().trim().min(1).max(60),
  /** Whom to credit, in the words their licence asks for. */
  attribution: z.string().trim().min(1).max(400),
  /** Marks are drawn for dark or for light ground; absent: as the page is. */
  isDark: z.boolean().optional(),
};

/** Pictures, by the addresses of their tiles (Web Mercator, `{z}/{x}/{y}`). */
const RasterBasemap = z.strictObject({
  ...named,
  tiles: z.array(template).min(1).max(8),
  /** Side of a tile, px. */
  tileSize: z.union([z.literal(256), z.literal(512)]).default(256),
  minZoom: zoom.default(0),
  maxZoom: zoom.default(19),
});

/** A whole style document (MapLibre Style Specification, version 8). */
const StyledBasemap = z.strictObject({
  ...named,
  styleUrl: web,
  /** Other hosts the style asks for tiles, TileJSON or pictures: `https://tiles.example`. */
  origins: z
    .array(
      web.refine((text) => new URL(text).href === `${new URL(text).origin}/`, 'expected a host'),
    )
    .default([]),
});

export const Basemap = z.union([RasterBasemap, StyledBasemap]);
export type Basemap = z.output<typeof Basemap>;

/** All that are offered; no two of one name. */
export const Basemaps = z
  .array(Basemap)
  .max(20)
  .refine((all) => new Set(all.map(({ id }) => id)).size === all.length, 'two have the same id');

/** Scheme and host of everything a base map is loaded from. */
export function originsOf(basemap: Basemap): readonly string[] {
  const addresses = 'tiles' in basemap ? basemap.tiles : [basemap.styleUrl, ...basemap.origins];
  return [...new Set(addresses.map((address) => new URL(address).origin))];
}
