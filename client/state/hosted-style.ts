import type { StyleSpecification } from '@maplibre/maplibre-gl-style-spec';

/**
 * Take a style document of others as far as it has the shape of one; addresses in it made whole.
 *
 * @param url where it was found: what its relative addresses start from
 * @returns undefined for anything that is no style of version 8
 */
export function readHostedStyle(given: unknown, url: string): StyleSpecification | undefined {
  if (!isRecord(given) || given.version !== 8) return undefined;
  const { sources, layers, sprite } = given;
  if (!isRecord(sources) || !Object.values(sources).every(isRecord)) return undefined;
  if (!Array.isArray(layers) || !layers.every((layer) => isLayer(layer, sources))) return undefined;
  return {
    version: 8,
    sources: Object.fromEntries(
      Object.entries(sources).map(([id, source]) => [id, whole(source as Given, url)]),
    ) as StyleSpecification['sources'],
    layers,
    ...(typeof sprite === 'string' ? { sprite: absolute(sprite, url) } : {}),
  };
}

type Given = Readonly<Record<string, unknown>>;

const isRecord = (given: unknown): given is Given =>
  typeof given === 'object' && given !== null && !Array.isArray(given);

const isLayer = (layer: unknown, sources: Given): boolean =>
  isRecord(layer) &&
  typeof layer.id === 'string' &&
  (layer.type === 'background' ||
    (typeof layer.source === 'string' && Object.hasOwn(sources, layer.source)));

function whole(source: Given, url: string): Given {
  const { url: at, tiles } = source;
  return {
    ...source,
    ...(typeof at === 'string' ? { url: absolute(at, url) } : {}),
    ...(Array.isArray(tiles) ? { tiles: tiles.map((tile) => absolute(String(tile), url)) } : {}),
  };
}

const absolute = (address: string, from: string): string =>
  URL.canParse(address, from)
    ? new URL(address, from).href.replaceAll('%7B', '{').replaceAll('%7D', '}')
    : address;
