import { buffer, multiLineString, simplify, truncate } from '@turf/turf';
import { geojson as flatgeobuf } from 'flatgeobuf';
import type { Position } from 'geojson';
import {
  DISTRICTS,
  gridReferenceOf,
  type Metres,
  somewhereIn,
  toMetres,
  WATERCOURSES,
} from './ground.ts';
import { between, pick, seeded } from './random.ts';
import { type Sample, utf8 } from './sample.ts';
import { routeBetween } from './shape.ts';
import { writeCsv } from './write/csv.ts';
import { writeGml } from './write/markup.ts';
import { writeShapefile } from './write/shapefile.ts';
import { writeZip } from './write/zip.ts';

const BANKS: readonly Metres[] = WATERCOURSES.flatMap(({ parts }) =>
  parts.flat().map(([lng = 0, lat = 0]) => toMetres([lng, lat])),
);

const nearestBank = (at: Metres): Metres =>
  BANKS.reduce((best, bank) =>
    Math.hypot(bank[0] - at[0], bank[1] - at[1]) < Math.hypot(best[0] - at[0], best[1] - at[1])
      ? bank
      : best,
  );

/** Sewers run to the nearest river; a shapefile with no .prj and diameters that carry their unit. */
async function sewers() {
  const random = seeded(4001);
  const runs = DISTRICTS.flatMap((district) =>
    Array.from({ length: 18 }, () => {
      const start = somewhereIn(random, district);
      const bank = nearestBank(start);
      const reach = Math.min(1, 2600 / Math.hypot(bank[0] - start[0], bank[1] - start[1]));
      const end: Metres = [
        Math.round(start[0] + (bank[0] - start[0]) * reach),
        Math.round(start[1] + (bank[1] - start[1]) * reach),
      ];
      return routeBetween(random, start, end);
    }),
  );
  const parts = writeShapefile(
    3,
    ['SEWER_REF', 'SEWER_TYPE', 'DIAMETER', 'MATERIAL', 'FLOW_TYPE', 'REMARKS'],
    runs.map((path, index) => ({
      parts: [path.map(([e, n]): Position => [e, n])],
      cells: [
        `SW${index + 1}`,
        pick(random, ['Combined', 'Foul', 'Surface Water', 'S', 'C']),
        `${pick(random, [150, 225, 300, 450, 600, 900])}mm`,
        pick(random, ['VC', 'Concrete', 'Brick', 'PVC']),
        'Gravity',
        'Synthetic demonstration data',
      ],
    })),
  );
  return writeZip({ 'sewers.shp': parts.shp, 'sewers.shx': parts.shx, 'sewers.dbf': parts.dbf });
}

/** GML in the National Grid: easting before northing, no latitude in sight. */
function waterMains() {
  const random = seeded(4002);
  const hubs = DISTRICTS.map((district) => somewhereIn(random, district));
  const members = hubs.flatMap((hub, index) => {
    const trunk = routeBetween(random, hub, hubs[(index + 1) % hubs.length] ?? hub);
    const branches = Array.from({ length: 7 }, () =>
      routeBetween(random, hub, [
        hub[0] + between(random, -2800, 2800),
        hub[1] + between(random, -2800, 2800),
      ]),
    );
    return [trunk, ...branches].map((path, branch) => ({
      data: {
        mainRef: `WM${index + 1}-${branch + 1}`,
        mainType: branch === 0 ? 'Trunk' : 'Distribution',
        nominalDiameterMm:
          branch === 0 ? pick(random, [500, 600, 900]) : pick(random, [90, 100, 150, 200]),
        material: pick(random, ['HPPE', 'Ductile iron', 'Cast iron']),
        status: pick(random, ['In use', 'In use', 'In use', 'Abandoned']),
        note: 'Synthetic demonstration data',
      },
      paths: [path.map(([e, n]): Position => [e, n])],
    }));
  });
  return utf8(writeGml('WaterMain', 'urn:ogc:def:crs:EPSG::27700', members));
}

/** Storm overflows by grid reference, spills by year, a few monitors that were not working. */
function stormOverflows() {
  const random = seeded(4003);
  const rows = Array.from({ length: 60 }, (_, index) => {
    const at = pick(random, BANKS);
    const working = index % 11 !== 10;
    return [
      `DEMO${String(index + 1).padStart(4, '0')}`,
      `Demonstration overflow ${index + 1}`,
      gridReferenceOf(at).replaceAll(' ', ''),
      working ? between(random, 0, 74) : '',
      working ? between(random, 0, 610, 2) : '#N/A',
      working ? between(random, 88, 100, 1) : between(random, 0, 40, 1),
      2024,
    ];
  });
  return writeCsv({
    columns: [
      'Permit Ref',
      'Site Name',
      'Outlet Discharge NGR',
      'Counted spills',
      'Total Duration (hrs)',
      'EDM Operation - % of reporting period',
      'Year',
    ],
    rows,
  });
}

/** Reach of the made-up zones from the middle of the river, kilometres. */
const REACH_KM = { 3: 0.16, 2: 0.34 } as const;

/** Bands beside the rivers as FlatGeobuf polygons: zone 3 inside zone 2. */
function floodZones() {
  const rivers = WATERCOURSES.filter(({ kind }) => kind !== 'canal');
  const features = ([2, 3] as const).flatMap((zone) =>
    rivers.flatMap(({ parts }, index) => {
      const band = buffer(multiLineString(parts.map((path) => [...path])), REACH_KM[zone], {
        steps: 3,
      });
      if (!band) return [];
      const rounded = truncate(simplify(band, { tolerance: 0.0004 }), { precision: 6 });
      return [
        {
          type: 'Feature' as const,
          properties: {
            zone_ref: `FZ${zone}-${index + 1}`,
            flood_zone: `FZ${zone}`,
            type: 'Fluvial',
            remark: 'Synthetic demonstration data',
          },
          geometry: rounded.geometry,
        },
      ];
    }),
  );
  return flatgeobuf.serialize({ type: 'FeatureCollection', features });
}

/** Synthetic water and drainage: made up, beside real rivers. */
export const WATER_SAMPLES: readonly Sample[] = [
  { path: 'demonstration-water/sewers.zip', make: sewers },
  { path: 'demonstration-water/water-mains.gml', make: waterMains },
  { path: 'demonstration-water/storm-overflows.csv', make: stormOverflows },
  { path: 'demonstration-water/flood-zones.fgb', make: floodZones },
];
