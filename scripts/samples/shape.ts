import type { Metres } from './ground.ts';
import { between, type Random } from './random.ts';

/** A plot-like closed ring of about `areaHa` hectares round a point, anticlockwise, whole metres. */
export function plotAround(random: Random, [easting, northing]: Metres, areaHa: number): Metres[] {
  const corners = 5 + Math.floor(random() * 5);
  const radiusM = Math.sqrt((areaHa * 10_000) / Math.PI) * 1.1;
  const turn = random() * Math.PI;
  const ring = Array.from({ length: corners }, (_, index): Metres => {
    const angle = turn + (index / corners) * 2 * Math.PI;
    const reachM = radiusM * between(random, 0.75, 1.2, 3);
    return [
      Math.round(easting + Math.cos(angle) * reachM),
      Math.round(northing + Math.sin(angle) * reachM),
    ];
  });
  return [...ring, ring[0] ?? [easting, northing]];
}

/** A street-like route between two points: mostly square turns, a vertex every 150–600 m, whole metres. */
export function routeBetween(random: Random, from: Metres, to: Metres): Metres[] {
  const path: Metres[] = [from];
  let [easting, northing] = from;
  for (let step = 0; step < 400; step += 1) {
    const [east, north] = [to[0] - easting, to[1] - northing];
    if (Math.hypot(east, north) < 300) break;
    const alongEast = random() < Math.abs(east) / (Math.abs(east) + Math.abs(north));
    const lengthM = Math.min(between(random, 150, 600), Math.abs(alongEast ? east : north) + 40);
    const driftM = between(random, -60, 60);
    easting += alongEast ? Math.sign(east) * lengthM : driftM;
    northing += alongEast ? driftM : Math.sign(north) * lengthM;
    path.push([Math.round(easting), Math.round(northing)]);
  }
  return [...path, to];
}

/** An overhead line's route: nearly straight, a tower every 300–380 m, whole metres. */
export function spanBetween(random: Random, from: Metres, to: Metres): Metres[] {
  const lengthM = Math.hypot(to[0] - from[0], to[1] - from[1]);
  const spans = Math.max(1, Math.round(lengthM / 340));
  const bendM = between(random, -0.06, 0.06, 3) * lengthM;
  return Array.from({ length: spans + 1 }, (_, index): Metres => {
    const share = index / spans;
    const off = Math.sin(share * Math.PI) * bendM;
    return [
      Math.round(from[0] + (to[0] - from[0]) * share - ((to[1] - from[1]) / lengthM) * off),
      Math.round(from[1] + (to[1] - from[1]) * share + ((to[0] - from[0]) / lengthM) * off),
    ];
  });
}
