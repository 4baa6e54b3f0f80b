import type { HarvestRule } from '#data/schema/harvest.ts';
import { harvestArcgis } from './arcgis.ts';
import { harvestCkan } from './ckan.ts';
import type { Known } from './fetched.ts';
import { harvestFile } from './file.ts';
import { broken, type Get, type Harvested, type Protocol } from './harvested.ts';
import { harvestOgcFeatures } from './ogc-features.ts';
import { harvestOpendatasoft } from './opendatasoft.ts';
import { harvestWfs } from './wfs.ts';

const PROTOCOLS: Readonly<Record<HarvestRule['kind'], Protocol>> = {
  file: harvestFile,
  arcgis: harvestArcgis,
  wfs: harvestWfs,
  'ogc-features': harvestOgcFeatures,
  ckan: harvestCkan,
  opendatasoft: harvestOpendatasoft,
};

/** Bring home the file a rule speaks of. Whatever the server does, this ends with a value. */
export async function harvest(rule: HarvestRule, get: Get, known: Known = {}): Promise<Harvested> {
  try {
    return await PROTOCOLS[rule.kind](rule, get, known);
  } catch (cause) {
    return broken(
      `The server’s answer cannot be made sense of (${cause instanceof Error ? cause.message : cause}).`,
    );
  }
}

/** What kind of server an address most likely leads to, by how the address is made. */
export function guessKind(address: string): HarvestRule['kind'] {
  const url = URL.parse(address);
  if (!url) return 'file';
  if (/\/(?:FeatureServer|MapServer)(?:\/|$)/i.test(url.pathname)) return 'arcgis';
  const service = [...url.searchParams].find(([name]) => name.toLowerCase() === 'service')?.[1];
  if (service?.toLowerCase() === 'wfs' || /\/wfs(?:\.\w+)?\/?$/i.test(url.pathname)) return 'wfs';
  if (/\/collections(?:\/|$)/.test(url.pathname)) return 'ogc-features';
  if (/\/(?:explore\/dataset|api\/explore\/v2)/.test(url.pathname)) return 'opendatasoft';
  if (/\/api\/(?:3\/)?action\/package_show/.test(url.pathname)) return 'ckan';
  if (/\/dataset\/[^/.]+\/?$/.test(url.pathname)) return 'ckan';
  return 'file';
}
