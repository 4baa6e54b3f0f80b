import { useMode } from '#client/state/mode-context.ts';
import type { LayerSummary } from '#data/schema/api.ts';
import { type Swatch, swatchOf } from './legend.ts';
import { swatchSvg } from './swatch.ts';

/** How a layer is drawn, in small: its first sign in the mode shown. */
export function LayerSwatch({ summary }: { readonly summary: LayerSummary }) {
  const mode = useMode();
  const swatch = swatchOf(summary, mode);
  return swatch === undefined ? null : <SwatchPicture swatch={swatch} />;
}

/** One sign of a legend. */
export function SwatchPicture({ swatch }: { readonly swatch: Swatch }) {
  return (
    <span
      className="swatch"
      // biome-ignore lint/security/noDangerouslySetInnerHtml: the picture is built from our own tables of paths and colours, no data in it
      dangerouslySetInnerHTML={{ __html: swatchSvg(swatch) }}
    />
  );
}
