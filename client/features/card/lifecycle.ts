import type { IconName } from '#client/ui/icon.tsx';
import { LIFECYCLES, type Lifecycle } from '#data/schema/feature.ts';

const GLYPHS: Readonly<Record<Lifecycle, IconName>> = {
  existing: 'check-circle',
  'under-construction': 'build',
  proposed: 'clock',
  consented: 'check',
  refused: 'cross-circle',
  disused: 'minus-circle',
  decommissioned: 'slash-circle',
  removed: 'close',
  unknown: 'help',
};

/** The glyph beside a state of life: shape tells them apart, not colour. */
export function lifecycleGlyph(value: unknown): IconName {
  const lifecycle = LIFECYCLES.find((each) => each === value);
  return GLYPHS[lifecycle ?? 'unknown'];
}
