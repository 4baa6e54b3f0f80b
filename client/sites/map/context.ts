import type { LayerSummary } from '#data/schema/api.ts';
import type { What } from '#data/siting/criterion.ts';
import type { SiteSearch } from '#data/siting/search.ts';

/** Layers the finder's map draws. */
export type Context = {
  /** What the criteria ask about, first on top. */
  readonly context: readonly LayerSummary[];
  /** The sites' own layers. */
  readonly ground: readonly LayerSummary[];
};

/** The feature type a measure looks at; undefined: the site itself. */
export const typeOf = (what: What): string | undefined =>
  what.kind === 'site' ? undefined : what.of.type;

/** Layers of the things a search asks about, points over lines over areas, and of the sites it looks through. */
export function contextOf(
  { ground, must, prefer }: SiteSearch,
  layers: readonly LayerSummary[],
): Context {
  const own = new Set(ground.kind === 'sites' ? ground.types : []);
  const asked = [...must.filter(({ off }) => !off), ...prefer].map(({ what }) => typeOf(what));
  const types = new Set(asked.filter((type) => type !== undefined && !own.has(type)));
  return {
    context: layers
      .filter(({ featureType }) => types.has(featureType))
      .toSorted((one, other) => reach(one) - reach(other)),
    ground: layers.filter(({ featureType }) => own.has(featureType)),
  };
}

/** How much of the map a layer takes. */
const reach = ({ shapes }: LayerSummary): number =>
  shapes.includes('polygon') ? 2 : Number(shapes.includes('line'));
