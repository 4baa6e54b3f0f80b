import type { Position } from 'geojson';
import { findDistrict, gridReferenceOf, type Metres, somewhereIn, toDegrees } from './ground.ts';
import { between, pick, type Random, seeded } from './random.ts';
import { type Sample, utf8 } from './sample.ts';
import { plotAround, routeBetween } from './shape.ts';
import { writeCsv } from './write/csv.ts';
import { writeKml } from './write/markup.ts';
import { writeShapefile } from './write/shapefile.ts';
import { writeWorkbook } from './write/workbook.ts';
import { writeZip } from './write/zip.ts';

const points = (random: Random, district: string, count: number): Metres[] =>
  Array.from({ length: count }, () => somewhereIn(random, findDistrict(district)));

/** Bolton: a title line, dates in two styles, powers with their unit, one northing that lost a digit. */
function boltonChargePoints() {
  const random = seeded(1001);
  const rows = points(random, 'Bolton', 48).map(([easting, northing], index) => [
    `EV${String(index + 1).padStart(3, '0')}`,
    `Demonstration car park ${index + 1}`,
    easting,
    index === 17 ? Math.floor(northing / 10) : northing,
    `${pick(random, [7, 7, 22, 50, 150])} kW`,
    pick(random, ['Type 2', 'Type 2; CCS', 'CCS; CHAdeMO']),
    between(random, 1, 6),
    pick(random, ['Public', 'Public', 'Restricted']),
    index % 5 === 0
      ? '14-Mar-24'
      : `${String(between(random, 1, 28)).padStart(2, '0')}/0${between(random, 1, 9)}/2023`,
  ]);
  return writeCsv(
    {
      columns: [
        'Charger ID',
        'Location',
        'Easting',
        'Northing',
        'Power',
        'Connectors',
        'No. of bays',
        'Access',
        'Installed',
      ],
      rows,
    },
    {
      encoding: 'windows-1252',
      preamble: ['Electric vehicle charge points – SYNTHETIC demonstration data,,,,,,,,', ''],
    },
  );
}

/** Bury: KML polygons named in folders, an HTML table in each balloon. */
function buryConservationAreas() {
  const random = seeded(1002);
  return utf8(
    writeKml(
      'Conservation areas (SYNTHETIC demonstration data)',
      points(random, 'Bury', 12).map((centre, index) => {
        const year = between(random, 1971, 2004);
        const ring = plotAround(random, centre, between(random, 6, 32));
        return {
          folder: year < 1985 ? 'Designated before 1985' : 'Designated since 1985',
          name: `Demonstration conservation area ${index + 1}`,
          balloon: `<table><tr><td>Reference</td><td>CA${index + 1}</td></tr><tr><td>Designated</td><td>${year}</td></tr></table>`,
          data: { REF: `CA${index + 1}`, DESIGNATED: String(year) },
          shape: 'Polygon',
          path: ring.map(toDegrees),
        };
      }),
    ),
  );
}

/** Rochdale: semicolons, one row with its coordinates exchanged, three without any. */
function rochdaleLand() {
  const random = seeded(1003);
  const rows = points(random, 'Rochdale', 64).map(([easting, northing], index) => {
    const placed = index === 5 ? [northing, easting] : [easting, northing];
    return [
      `DEMO-${1000 + index}`,
      `Demonstration land parcel ${index + 1}`,
      pick(random, ['Freehold', 'Leasehold', 'freehold']),
      between(random, 0.05, 4.8, 2),
      pick(random, ['Open space', 'Car park', 'Depot', 'Garage site', 'Vacant']),
      ...(index % 21 === 20 ? ['', ''] : placed),
    ];
  });
  return writeCsv(
    {
      columns: ['Asset Ref', 'Asset Name', 'Tenure', 'Site Area (ha)', 'Purpose', 'GeoX', 'GeoY'],
      rows,
    },
    { delimiter: ';', encoding: 'utf-8' },
  );
}

/** Salford: latitude before longitude throughout, and one polygon that crosses itself. */
function salfordTreeZones() {
  const random = seeded(1004);
  const features = points(random, 'Salford', 26).map((centre, index) => {
    const ring = plotAround(random, centre, between(random, 0.2, 3.5, 1));
    const crossed = index === 9 ? [ring[0], ring[2], ring[1], ...ring.slice(3)] : ring;
    return {
      type: 'Feature',
      properties: {
        TPO_REF: `TPO ${index + 1}`,
        TPO_NAME: `Demonstration order ${index + 1}`,
        ZONE_TYPE: pick(random, ['Area', 'Group', 'Woodland', 'W']),
        CONFIRMED: `${between(random, 1975, 2021)}-0${between(random, 1, 9)}-1${between(random, 0, 9)}`,
      },
      geometry: {
        type: 'Polygon',
        coordinates: [crossed.flatMap((at) => (at ? [toDegrees(at).reverse()] : []))],
      },
    };
  });
  return utf8(JSON.stringify({ type: 'FeatureCollection', name: 'tpo_zones_synthetic', features }));
}

/** Stockport: a shapefile in the National Grid, upper-case extensions, names cut to ten letters. */
async function stockportRightsOfWay() {
  const random = seeded(1005);
  const ways = points(random, 'Stockport', 70).map(([easting, northing], index) => {
    const end: Metres = [
      easting + between(random, -900, 900),
      northing + between(random, -900, 900),
    ];
    return {
      parts: [routeBetween(random, [easting, northing], end).map(([e, n]): Position => [e, n])],
      cells: [
        `${between(random, 1, 120)}/${index + 1}`,
        pick(random, ['Footpath', 'Footpath', 'Bridleway', 'Restricted byway', 'FP']),
        pick(random, ['Grass', 'Stone', 'Tarmac', '']),
        'Synthetic demonstration data',
      ],
    };
  });
  const parts = writeShapefile(
    3,
    ['PATH_NUMBER', 'STATUS_DESCRIPTION', 'SURFACE', 'REMARKS'],
    ways,
  );
  return writeZip({
    'PROW.SHP': parts.shp,
    'PROW.SHX': parts.shx,
    'PROW.DBF': parts.dbf,
    'PROW.PRJ': utf8(
      'PROJCS["British_National_Grid",GEOGCS["GCS_OSGB_1936",DATUM["D_OSGB_1936",SPHEROID["Airy_1830",6377563.396,299.3249646]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]],PROJECTION["Transverse_Mercator"],PARAMETER["False_Easting",400000.0],PARAMETER["False_Northing",-100000.0],PARAMETER["Central_Meridian",-2.0],PARAMETER["Scale_Factor",0.9996012717],PARAMETER["Latitude_Of_Origin",49.0],UNIT["Meter",1.0]]',
    ),
  });
}

/** Tameside: polygons as text in a cell, in metres and without saying so. */
function tamesideAllotments() {
  const random = seeded(1006);
  const rows = points(random, 'Tameside', 34).map((centre, index) => {
    const areaHa = between(random, 0.2, 2.4, 2);
    const ring = plotAround(random, centre, areaHa);
    return [
      `A${index + 1}`,
      `Demonstration allotments ${index + 1}`,
      pick(random, ['Council', 'Association', 'Council']),
      between(random, 8, 90),
      `POLYGON ((${ring.map(([e, n]) => `${e} ${n}`).join(', ')}))`,
    ];
  });
  return writeCsv(
    { columns: ['Ref', 'Site name', 'Managed by', 'Number of plots', 'the_geom'], rows },
    {
      encoding: 'utf-16le',
      delimiter: '\t',
    },
  );
}

/** Trafford: an OpenDocument sheet with National Grid references and N/A for what is not known. */
function traffordCarParks() {
  const random = seeded(1007);
  return writeWorkbook(
    [
      {
        name: 'Car parks (synthetic)',
        columns: [
          'Car Park Ref',
          'Car Park',
          'Grid Ref',
          'Spaces',
          'Blue badge bays',
          'Max height (m)',
          'Charges',
        ],
        rows: points(random, 'Trafford', 38).map((at, index) => [
          `CP${index + 1}`,
          `Demonstration car park ${index + 1}`,
          gridReferenceOf(at),
          between(random, 12, 420),
          between(random, 0, 14),
          index % 4 === 0 ? 'N/A' : between(random, 1.9, 2.4, 1),
          pick(random, ['Yes', 'No', 'Y', 'n']),
        ]),
        below: [['Total', '', '', 6120]],
      },
    ],
    'ods',
  );
}

/** Synthetic files, one habit of publishing each; each names itself synthetic. */
export const COUNCIL_SAMPLES: readonly Sample[] = [
  { path: 'demonstration-bolton/ev-charge-points.csv', make: boltonChargePoints },
  { path: 'demonstration-bury/conservation-areas.kml', make: buryConservationAreas },
  { path: 'demonstration-rochdale/public-land.csv', make: rochdaleLand },
  { path: 'demonstration-salford/tree-preservation-zones.geojson', make: salfordTreeZones },
  { path: 'demonstration-stockport/rights-of-way.zip', make: stockportRightsOfWay },
  { path: 'demonstration-tameside/allotments.tsv', make: tamesideAllotments },
  { path: 'demonstration-trafford/car-parks.ods', make: traffordCarParks },
];
