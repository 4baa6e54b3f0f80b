import type { WorkbenchLayer } from './workbench.ts';

type District = { readonly gssCode: string; readonly name: string };

/** A layer with the districts that supplied nothing to it. */
export type Gaps = {
  readonly title: string;
  readonly missing: readonly District[];
};

/**
 * The districts that supplied nothing to a layer on the map. A district with data and none recorded is not
 * among them: "nobody can say" and "there is none" are different answers.
 *
 * @param id layer asked about; undefined, or a layer not shown, gives no gaps
 */
export function gapsOf(
  layers: readonly WorkbenchLayer[],
  id: string | undefined,
  districts: readonly District[],
): Gaps | undefined {
  const layer = layers.find((each) => each.id === id && each.visible);
  if (layer === undefined) return undefined;
  const { title, coverage } = layer.summary;
  const missing = districts.filter(({ gssCode }) => !coverage.includes(gssCode));
  return missing.length === 0 ? undefined : { title, missing };
}
