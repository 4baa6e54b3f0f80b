/**
 * Draw the British National Grid over the area of the basemap's districts: `data/basemap/grid.json`.
 *
 *     node scripts/draw-grid.ts
 *
 * Kilometre lines and the names of ten-kilometre squares, put on the map through OSTN15, so that a line
 * lies where the grid reference of a feature says it does.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import type { Feature, FeatureCollection } from 'geojson';
import { formatGridReference } from '#data/geodesy/grid-reference.ts';
import { toNationalGrid, toWgs84 } from '#data/geodesy/ostn15.ts';
import { unpackGrid } from '#data/geodesy/packed-grid.ts';
import { eachPosition } from '#data/schema/geometry.ts';

const FOLDER = new URL('../data/', import.meta.url);
const KM = 1000;
/** A line bends by less than 0.2 m between vertices this far apart. */
const VERTEX_M = 5 * KM;
/** Kilometres drawn beyond the districts. */
const MARGIN_KM = 4;
/** Ten-kilometre lines go on, so that the whole region lies on one sheet. */
const FAR_KM = 60;

const shifts = unpackGrid(readFileSync(new URL('geodesy/ostn15.bin.gz', FOLDER)));

/** A grid position in degrees at 6 decimals (0.1 m). */
function position(easting: number, northing: number): [number, number] {
  const lngLat = toWgs84(shifts, easting, northing);
  if (lngLat === undefined) throw new RangeError(`Outside the grid: ${easting}, ${northing}`);
  return [Number(lngLat[0].toFixed(6)), Number(lngLat[1].toFixed(6))];
}

/** Box of the districts on the grid, widened to whole ten kilometres. */
function extent(): { west: number; south: number; east: number; north: number } {
  const districts = JSON.parse(
    readFileSync(new URL('basemap/districts.json', FOLDER), 'utf8'),
  ) as FeatureCollection;
  const eastings: number[] = [];
  const northings: number[] = [];
  for (const { geometry } of districts.features) {
    eachPosition(geometry, ([lng = Number.NaN, lat = Number.NaN]) => {
      const [easting, northing] = toNationalGrid(shifts, lng, lat) ?? [Number.NaN, Number.NaN];
      eastings.push(easting);
      northings.push(northing);
    });
  }
  const down = (metres: number) => Math.floor(metres / KM - MARGIN_KM) * KM;
  const up = (metres: number) => Math.ceil(metres / KM + MARGIN_KM) * KM;
  return {
    west: down(Math.min(...eastings)),
    south: down(Math.min(...northings)),
    east: up(Math.max(...eastings)),
    north: up(Math.max(...northings)),
  };
}

/** One line every `VERTEX_M`; its name is the two figures printed on it. */
function line(at: number, along: { from: number; to: number }, isEasting: boolean): Feature {
  const coordinates: [number, number][] = [];
  for (let other = along.from; other < along.to + VERTEX_M; other += VERTEX_M) {
    const end = Math.min(other, along.to);
    coordinates.push(isEasting ? position(at, end) : position(end, at));
  }
  const name = String((at / KM) % 100).padStart(2, '0');
  return {
    type: 'Feature',
    properties: { name, stepKm: at % (10 * KM) === 0 ? 10 : 1 },
    geometry: { type: 'LineString', coordinates },
  };
}

/** The ten-kilometre square whose south-west corner is at a position: `SJ89`. */
function square(easting: number, northing: number): Feature {
  return {
    type: 'Feature',
    properties: {
      name: formatGridReference(easting, northing, 2)?.replaceAll(' ', ''),
      stepKm: 10,
    },
    geometry: { type: 'Point', coordinates: position(easting + 5 * KM, northing + 5 * KM) },
  };
}

/** Every multiple of `step` from one metre to another. */
const steps = (from: number, to: number, step: number): number[] =>
  Array.from({ length: Math.floor((to - from) / step) + 1 }, (_, index) => from + index * step);

function drawGrid(): FeatureCollection {
  const { west, south, east, north } = extent();
  const floor = (metres: number) => Math.floor(metres / (10 * KM)) * 10 * KM;
  const far = {
    west: floor(west - FAR_KM * KM),
    south: floor(south - FAR_KM * KM),
    east: floor(east + FAR_KM * KM),
    north: floor(north + FAR_KM * KM),
  };
  return {
    type: 'FeatureCollection',
    features: [
      ...steps(west, east, KM)
        .filter((at) => at % (10 * KM) !== 0)
        .map((at) => line(at, { from: south, to: north }, true)),
      ...steps(south, north, KM)
        .filter((at) => at % (10 * KM) !== 0)
        .map((at) => line(at, { from: west, to: east }, false)),
      ...steps(far.west, far.east, 10 * KM).map((at) =>
        line(at, { from: far.south, to: far.north }, true),
      ),
      ...steps(far.south, far.north, 10 * KM).map((at) =>
        line(at, { from: far.west, to: far.east }, false),
      ),
      ...steps(floor(west), east, 10 * KM).flatMap((easting) =>
        steps(floor(south), north, 10 * KM).map((northing) => square(easting, northing)),
      ),
    ],
  };
}

const file = new URL('basemap/grid.json', FOLDER);
const grid = drawGrid();
writeFileSync(
  file,
  JSON.stringify({
    type: grid.type,
    name: 'British National Grid',
    note: 'Kilometre lines and ten-kilometre squares, placed through OSTN15.',
    features: grid.features,
  }),
);
