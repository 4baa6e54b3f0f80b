import type { SitesLayers } from '#client/map/sites-map-controller.ts';
import type { LayerSummary } from '#data/schema/api.ts';
import type { What } from '#data/siting/criterion.ts';
import type { SiteSearch } from '#data/siting/search.ts';

/** The feature type a measure looks at; undefined: the site itself. */
export const typeOf = (what: What): string | undefined =>
  what.kind === 'site' ? undefined : what.of.type;

/** Layers of the things a search asks about, points over lines over areas, and of the sites it looks through. */
export function contextOf(
  { ground, must, prefer }: SiteSearch,
  layers: readonly LayerSummary[],
): SitesLayers {
  const own = new Set(ground.kind === 'sites' ? ground.types : []);
  const whats = [...must.filter(({ off }) => !off), ...prefer].map(({ what }) => what);
  const types = new Set(whats.map(typeOf).filter((type) => type !== undefined && !own.has(type)));
  const figured = new Set(whats.filter(({ kind }) => kind === 'value').map(typeOf));
  return {
    context: layers
      .filter(({ featureType }) => types.has(featureType))
      .toSorted((one, other) => reach(one) - reach(other)),
    ground: layers.filter(({ featureType }) => own.has(featureType)),
    named: layers.filter(({ featureType }) => figured.has(featureType)).map(({ id }) => id),
  };
}

/** How much of the map a layer takes at the least. */
function reach({ shapes }: LayerSummary): number {
  if (shapes.includes('point')) return 0;
  return shapes.includes('line') ? 1 : 2;
}
