import { useEffect, useState } from 'react';
import type { SiteStill, StillSheet } from '#client/map/sites-still.ts';
import { useMode } from '#client/state/mode-context.ts';
import { metresPerPixel } from '#client/state/view.ts';
import type { Comparison } from './use-comparison.ts';
import { MAP_PX, useStillPlans } from './use-still-plans.ts';

/** Small maps, all at one scale. */
export type Stills = {
  /** Addresses of pictures, in the order of the sites; undefined until drawn. */
  readonly pictures: readonly (string | undefined)[];
  /** Ground metres under one CSS pixel; undefined until it is known. */
  readonly metresPerPx: number | undefined;
  /** Why they cannot be drawn, in a sentence. */
  readonly problem: string | undefined;
};

const NONE: Pick<Stills, 'pictures' | 'problem'> = { pictures: [], problem: undefined };

/** Draw a small map of every site. */
export function useStills(comparison: Comparison): Stills {
  const mode = useMode();
  const plans = useStillPlans(comparison);
  const [drawn, setDrawn] = useState(NONE);
  useEffect(() => {
    if (plans === undefined) return;
    const made: string[] = [];
    const ending = new AbortController();
    const show = (blob: Blob) => {
      if (ending.signal.aborted) return;
      made.push(URL.createObjectURL(blob));
      setDrawn({ pictures: [...made], problem: undefined });
    };
    drawAll(plans, mode, { show, signal: ending.signal }).catch((error: unknown) => {
      const problem = error instanceof Error ? error.message : String(error);
      if (!ending.signal.aborted) setDrawn({ pictures: [], problem });
    });
    return () => {
      ending.abort();
      for (const address of made) URL.revokeObjectURL(address);
    };
  }, [plans, mode]);
  const view = plans?.[0]?.view;
  return { ...drawn, metresPerPx: view && metresPerPixel(view.lat, view.zoom) };
}

type Drawing = { readonly show: (blob: Blob) => void; readonly signal: AbortSignal };

async function drawAll(
  plans: readonly SiteStill[],
  mode: StillSheet['mode'],
  { show, signal }: Drawing,
): Promise<void> {
  const { drawSiteStills } = await import('#client/map/sites-still.ts');
  if (signal.aborted) return;
  for await (const blob of drawSiteStills(plans, { mode, ...MAP_PX })) {
    if (signal.aborted) return;
    show(blob);
  }
}
