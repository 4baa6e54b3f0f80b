import type { Position } from 'geojson';
import { DISTRICTS, type Metres, somewhereIn, toDegrees } from './ground.ts';
import { between, pick, type Random, seeded } from './random.ts';
import { type Sample, utf8 } from './sample.ts';
import { plotAround, routeBetween, spanBetween } from './shape.ts';
import { writeCsv } from './write/csv.ts';
import { writeGeopackage } from './write/geopackage.ts';
import { writeWorkbook } from './write/workbook.ts';

/** Sites the synthetic network hangs on: one a district for 132 kV, several for 33 kV. */
const network = seeded(3001);
const BULK_SUPPLY: readonly Metres[] = DISTRICTS.map((district) => somewhereIn(network, district));
const PRIMARIES: readonly Metres[] = DISTRICTS.flatMap((district) =>
  Array.from({ length: 5 }, () => somewhereIn(network, district)),
);

const positions = (path: readonly Metres[]): Position[] => path.map(([e, n]) => [e, n]);
const distanceM = (a: Metres, b: Metres): number => Math.hypot(a[0] - b[0], a[1] - b[1]);

/** The member of `sites` nearest to `at`. */
function nearest(sites: readonly Metres[], at: Metres): Metres {
  return sites.reduce((best, site) => (distanceM(site, at) < distanceM(best, at) ? site : best));
}

/** A GeoPackage with a layer a voltage, as a network operator's asset system exports it. */
function powerLines() {
  const random = seeded(3002);
  const ring132 = [...BULK_SUPPLY].sort((a, b) => bearing(a) - bearing(b));
  const overhead = ring132.map((site, index) => ({
    path: spanBetween(random, site, ring132[(index + 1) % ring132.length] ?? site),
    cells: [`L132-${index + 1}`, '132 kV', 'Overhead', 2, 'In service'],
  }));
  const cables33 = PRIMARIES.map((site, index) => ({
    path: routeBetween(random, nearest(BULK_SUPPLY, site), site),
    cells: [
      `C33-${index + 1}`,
      '33kV',
      'Underground',
      1,
      pick(random, ['In service', 'In service', 'Planned']),
    ],
  }));
  const cables11 = PRIMARIES.flatMap((site, index) =>
    [0, 1, 2].map((branch) => {
      const end: Metres = [
        site[0] + between(random, -1900, 1900),
        site[1] + between(random, -1900, 1900),
      ];
      return {
        path: routeBetween(random, site, end),
        cells: [
          `C11-${index + 1}-${branch + 1}`,
          '11000 V',
          pick(random, ['Underground', 'U/G', 'Overhead']),
          1,
          'In service',
        ],
      };
    }),
  );
  const layer = (name: string, title: string, lines: typeof overhead) => ({
    name,
    title,
    srs: 27700 as const,
    columns: ['CIRCUIT_ID', 'OP_VOLTAGE', 'CONSTRUCTION', 'NO_CIRCUITS', 'STATUS'],
    rows: lines.map(({ path, cells }) => ({
      geometry: { type: 'LineString' as const, coordinates: positions(path) },
      cells,
    })),
  });
  return writeGeopackage([
    layer('lines_132kv', 'Synthetic demonstration data: 132 kV lines', overhead),
    layer('cables_33kv', 'Synthetic demonstration data: 33 kV cables', cables33),
    layer('cables_11kv', 'Synthetic demonstration data: 11 kV cables and lines', cables11),
  ]);
}

const bearing = ([easting, northing]: Metres): number =>
  Math.atan2(northing - 398_000, easting - 379_000);

/** A workbook of primaries: headroom in MW, unknown left blank, a year as the date. */
function primaries() {
  const random = seeded(3003);
  const batteries = seeded(3006);
  return writeWorkbook(
    [
      {
        name: 'Primary substations',
        above: [['Synthetic demonstration data – not a network operator’s figures']],
        columns: [
          'Substation',
          'Type',
          'Easting',
          'Northing',
          'Voltage HV (kV)',
          'Voltage LV (kV)',
          'Bulk supply point',
          'Firm capacity (MVA)',
          'Peak demand (MVA)',
          'Demand headroom (MW)',
          'Generation headroom (MW)',
          'Battery storage headroom (MW)',
          'Date of figures',
        ],
        rows: PRIMARIES.map((at, index) => {
          const firm = between(random, 12, 46, 1);
          const peak = between(random, firm * 0.35, firm * 1.02, 1);
          const known = index % 9 !== 8;
          return [
            `Demonstration primary ${index + 1}`,
            'Primary',
            ...at,
            33,
            11,
            `Demonstration bulk supply point ${BULK_SUPPLY.indexOf(nearest(BULK_SUPPLY, at)) + 1}`,
            firm,
            peak,
            known ? Number(Math.max(0, firm - peak).toFixed(1)) : null,
            known ? between(random, 0, 18, 1) : null,
            known ? between(batteries, 0, 60, 1) : null,
            new Date(Date.UTC(2025, 10, 30)),
          ];
        }),
      },
    ],
    'xlsx',
  );
}

/** Well-known text with its SRID, separated by `#`. */
function gasPipes() {
  const random = seeded(3004);
  const hubs = DISTRICTS.map((district) => somewhereIn(random, district));
  const rows = hubs.flatMap((hub, index) => {
    const trunk = routeBetween(random, hub, hubs[(index + 3) % hubs.length] ?? hub);
    const branches = Array.from({ length: 8 }, () =>
      routeBetween(random, hub, [
        hub[0] + between(random, -3200, 3200),
        hub[1] + between(random, -3200, 3200),
      ]),
    );
    return [trunk, ...branches].map((path, branch) => [
      `G${index + 1}-${branch + 1}`,
      branch === 0 ? 'IP' : pick(random, ['LP', 'MP', 'Low pressure', 'Medium Pressure']),
      branch === 0 ? 450 : pick(random, [63, 90, 125, 180, 250]),
      branch === 0 ? 'Steel' : pick(random, ['PE', 'PE', 'Ductile Iron', 'CI']),
      `SRID=27700;LINESTRING(${path.map(([e, n]) => `${e} ${n}`).join(',')})`,
    ]);
  });
  return writeCsv(
    { columns: ['PIPE_ID', 'PRESSURE_TIER', 'DIAMETER_MM', 'MATERIAL', 'WKT_GEOM'], rows },
    { delimiter: '#', newline: '\n' },
  );
}

/** Heat network zones, a polygon a row, in plain GeoJSON. */
function heatZones() {
  const random: Random = seeded(3005);
  const features = DISTRICTS.slice(0, 8).map((district, index) => ({
    type: 'Feature',
    properties: {
      zone_id: `HNZ-${index + 1}`,
      zone_name: `Demonstration heat network zone ${index + 1}`,
      heat_demand_gwh: between(random, 8, 140, 1),
      status: pick(random, ['Proposed', 'proposed', 'Under construction']),
      remark: 'Synthetic demonstration data',
    },
    geometry: {
      type: 'MultiPolygon',
      coordinates: [
        [
          plotAround(random, somewhereIn(random, district), between(random, 40, 190)).map(
            toDegrees,
          ),
        ],
      ],
    },
  }));
  return utf8(JSON.stringify({ type: 'FeatureCollection', features }));
}

/** A synthetic energy network: made up, laid over real ground, named after nothing real. */
export const ENERGY_SAMPLES: readonly Sample[] = [
  { path: 'demonstration-electricity/power-lines.gpkg', make: powerLines },
  { path: 'demonstration-electricity/primary-substations.xlsx', make: primaries },
  { path: 'demonstration-gas/gas-pipes.csv', make: gasPipes },
  { path: 'demonstration-gas/heat-network-zones.geojson', make: heatZones },
];
