import type { MapView } from '#client/map/map-controller.ts';
import { scaleBar } from '#client/state/scale.ts';
import { metresPerPixel } from '#client/state/view.ts';
import { formatDistance } from '#client/ui/format.ts';

/** Longest scale bar, px. */
const SCALE_PX = 110;

/** What the map shows and how wide it is. */
export function PlacePlate({ name, view }: { readonly name: string; readonly view: MapView }) {
  return (
    <p className="place-plate">
      <b>{name}</b> <span>view {formatDistance(view.widthKm * 1000)} wide</span>
    </p>
  );
}

/** A bar of a round length on the ground. */
export function ScaleBar({ view }: { readonly view: MapView }) {
  const { distanceM, widthPx } = scaleBar(metresPerPixel(view.lat, view.zoom), SCALE_PX);
  return (
    <p className="scale-bar" style={{ width: widthPx }}>
      <span className="hidden">Scale bar: </span>
      {formatDistance(distanceM)}
    </p>
  );
}
