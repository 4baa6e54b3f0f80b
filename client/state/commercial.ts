import type { LayerSummary } from '#data/schema/api.ts';
import type { WorkbenchLayer } from './workbench.ts';

/** What the reader wants the data for; absent: to look at it. */
export type Use = 'commercial';

/** Why a layer may not be reused commercially, in a sentence; undefined when it may. */
export function commercialBar({ licence }: LayerSummary): string | undefined {
  const { title, chip, commercialUse } = licence;
  if (commercialUse === undefined) return chip in OPEN ? undefined : UNSTATED(title);
  switch (commercialUse) {
    case 'y':
      return undefined;
    case 'n':
      return `${title} does not allow commercial use.`;
    case 'per':
      return `${title} allows commercial use only as its agreement says.`;
    default:
      return UNSTATED(title);
  }
}

/** Why a layer is not for what the reader wants it for; undefined when it is, or is only looked at. */
export const barFor = (
  use: Use | undefined,
  summary: LayerSummary | undefined,
): string | undefined => use && summary && commercialBar(summary);

/** Signs of licences that allow everything, for a server that does not yet say so. */
const OPEN = { open: true, attribution: true, 'share-alike': true };

const UNSTATED = (title: string): string =>
  `${title} does not say whether commercial use is allowed.`;

/** The layers as they stand for a use: what its terms do not allow is hidden, and says why. */
export function forUse(
  layers: readonly WorkbenchLayer[],
  use: Use | undefined,
): readonly WorkbenchLayer[] {
  if (use === undefined) return layers;
  return layers.map((layer) => {
    const barred = barFor(use, layer.summary);
    return barred === undefined ? layer : { ...layer, visible: false, barred };
  });
}

/** A state with another use, or none. */
export function withUse<State extends { readonly use?: Use }>(
  state: State,
  use: Use | undefined,
): Omit<State, 'use'> & { readonly use?: Use } {
  const { use: _before, ...rest } = state;
  return use === undefined ? rest : { ...rest, use };
}
