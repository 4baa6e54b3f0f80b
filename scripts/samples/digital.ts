import { DISTRICTS, type Metres, somewhereIn, toDegrees } from './ground.ts';
import { between, pick, seeded } from './random.ts';
import { type Sample, utf8 } from './sample.ts';
import { routeBetween } from './shape.ts';
import { writeCsv } from './write/csv.ts';
import { writeKml } from './write/markup.ts';
import { writeZip } from './write/zip.ts';

/** Ducts and cables as a KMZ, the way survey tools hand them over. */
async function fibreRoutes() {
  const random = seeded(5001);
  const nodes = DISTRICTS.map((district) => somewhereIn(random, district));
  const marks = nodes.flatMap((node, index) =>
    [1, 4, 7].map((hop) => {
      const path = routeBetween(random, node, nodes[(index + hop) % nodes.length] ?? node);
      return {
        folder: hop === 1 ? 'Core ring' : 'Spurs',
        name: `Demonstration route ${index + 1}.${hop}`,
        data: {
          RouteID: `FR-${index + 1}-${hop}`,
          Kind: pick(random, ['Duct', 'duct', 'Cable', 'Pole route']),
          'Spare capacity': pick(random, ['Yes', 'No', 'Unknown']),
          Status: hop === 7 ? 'Planned' : 'Live',
          Remark: 'Synthetic demonstration data',
        },
        shape: 'LineString' as const,
        path: path.map(toDegrees),
      };
    }),
  );
  return writeZip({
    'doc.kml': utf8(writeKml('Fibre routes, SYNTHETIC demonstration data', marks)),
  });
}

/** Masts with both coordinates in one cell, latitude first, in brackets. */
function masts() {
  const random = seeded(5002);
  const rows = DISTRICTS.flatMap((district, index) =>
    Array.from({ length: 9 }, (_, mast) => {
      const [lng, lat] = toDegrees(somewhereIn(random, district));
      return [
        `M${index * 9 + mast + 1}`,
        `(${lat}, ${lng})`,
        pick(random, ['12.5m', '15 m', '20m', '22.5 m']),
        pick(random, ['4G', '4G;5G', '2G;3G;4G', '5G']),
        pick(random, ['Greenfield', 'Rooftop', 'Street works']),
      ];
    }),
  );
  return writeCsv(
    { columns: ['Mast ref', 'Location', 'Height', 'Technology', 'Site type'], rows },
    {},
  );
}

/** Waste sites and cycle routes stand in for two more themes. */
function wasteSites() {
  const random = seeded(5003);
  const rows = DISTRICTS.flatMap((district, index) =>
    Array.from({ length: 3 }, (_, site) => {
      const [lng, lat] = toDegrees(somewhereIn(random, district));
      return [
        `EPR/DEMO${index}${site}`,
        `Demonstration waste site ${index * 3 + site + 1}`,
        pick(random, ['Household Recycling Centre', 'Transfer station', 'MRF', 'Composting']),
        between(random, 5, 240) * 500,
        lng.toFixed(6),
        lat.toFixed(6),
      ];
    }),
  );
  return writeCsv({
    columns: ['Permit number', 'Site', 'Facility type', 'Annual tonnage limit', 'X', 'Y'],
    rows,
  });
}

/** Cycle routes as GeoJSON text sequences: one feature a line. */
function cycleRoutes() {
  const random = seeded(5004);
  const ends: readonly Metres[] = DISTRICTS.map((district) => somewhereIn(random, district));
  const lines = ends.flatMap((end, index) =>
    [2, 5].map((hop) =>
      JSON.stringify({
        type: 'Feature',
        properties: {
          ref: `CR${index + 1}${hop}`,
          route_name: `Demonstration cycle route ${index + 1}.${hop}`,
          protection: pick(random, ['Segregated', 'Shared use', 'Painted', 'Quiet street']),
          remark: 'Synthetic demonstration data',
        },
        geometry: {
          type: 'LineString',
          coordinates: routeBetween(random, end, ends[(index + hop) % ends.length] ?? end).map(
            toDegrees,
          ),
        },
      }),
    ),
  );
  return utf8(`${lines.join('\n')}\n`);
}

/** Synthetic digital, waste and cycling data. */
export const DIGITAL_SAMPLES: readonly Sample[] = [
  { path: 'demonstration-digital/fibre-routes.kmz', make: fibreRoutes },
  { path: 'demonstration-digital/masts.csv', make: masts },
  { path: 'demonstration-waste/waste-sites.csv', make: wasteSites },
  { path: 'demonstration-cycling/cycle-routes.geojsonl', make: cycleRoutes },
];
