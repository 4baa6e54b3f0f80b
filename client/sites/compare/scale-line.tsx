import { scaleBar } from '#client/state/scale.ts';
import { formatDistance } from '#client/ui/format.ts';

/** Longest line, px. */
const LONGEST_PX = 90;

/** A line of a round length on the ground. */
export function ScaleLine({ metresPerPx }: { readonly metresPerPx: number }) {
  const { distanceM, widthPx } = scaleBar(metresPerPx, LONGEST_PX);
  return (
    <p className="scale-line">
      <span>{formatDistance(distanceM)}</span>
      <i style={{ width: widthPx }} />
    </p>
  );
}
