import type { LayerSummary } from '#data/schema/api.ts';
import type { WorkbenchLayer } from './workbench.ts';

type District = { readonly gssCode: string; readonly name: string };

/** A layer or kind of thing with the districts that supplied nothing to it. */
export type Gaps = {
  readonly title: string;
  readonly missing: readonly District[];
  /** Made-up data covers some of them, which is no supply. */
  readonly hasMadeUp?: true;
};

/** What gaps are asked of, and what there is. */
export type GapQuestion = {
  /** A layer on the map (`mast.ogl-uk-3-0`), or a kind of thing (`digital/mast`) whether on the map or not. */
  readonly of: string | undefined;
  readonly layers: readonly WorkbenchLayer[];
  readonly catalogue: readonly LayerSummary[];
  readonly districts: readonly District[];
};

/**
 * The districts that supplied nothing. A district with data and none recorded is not among them: "nobody can say"
 * and "there is none" are different answers. Of a kind, made-up data is no supply.
 *
 * @returns undefined when nothing is asked, a layer is not shown, or nothing is missing
 */
export function gapsOf({ of, layers, catalogue, districts }: GapQuestion): Gaps | undefined {
  const found = of?.includes('/') ? kindIn(of, catalogue) : layerIn(of, layers);
  if (found === undefined) return undefined;
  const missing = districts.filter(({ gssCode }) => !found.coverage.includes(gssCode));
  if (missing.length === 0) return undefined;
  const { title, madeUp = [] } = found;
  const hasMadeUp = missing.some(({ gssCode }) => madeUp.includes(gssCode));
  return { title, missing, ...(hasMadeUp ? { hasMadeUp } : {}) };
}

type Covered = Pick<LayerSummary, 'title' | 'coverage'> & { readonly madeUp?: readonly string[] };

const layerIn = (id: string | undefined, layers: readonly WorkbenchLayer[]): Covered | undefined =>
  layers.find((each) => each.id === id && each.visible)?.summary;

function kindIn(featureType: string, catalogue: readonly LayerSummary[]): Covered | undefined {
  const own = catalogue.filter((summary) => summary.featureType === featureType);
  const [first] = own;
  if (first === undefined) return undefined;
  const covered = (isMadeUp: boolean) =>
    own.filter(({ synthetic }) => synthetic === isMadeUp).flatMap(({ coverage }) => coverage);
  return { title: first.title, coverage: covered(false), madeUp: covered(true) };
}

/** The kinds of thing in the catalogue, by name. */
export function kindsOf(
  catalogue: readonly LayerSummary[],
): readonly Pick<LayerSummary, 'featureType' | 'title'>[] {
  const kinds = new Map(catalogue.map((summary) => [summary.featureType, summary]));
  return [...kinds.values()].toSorted((a, b) => a.title.localeCompare(b.title, 'en-GB'));
}
