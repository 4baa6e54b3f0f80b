import { geojson as flatgeobuf } from 'flatgeobuf';
import { DISTRICTS, readPlaces, toMetres, WATERCOURSES } from './ground.ts';
import { type Sample, utf8 } from './sample.ts';
import { writeCsv } from './write/csv.ts';
import { writeGeopackage } from './write/geopackage.ts';
import { writeMif } from './write/mapinfo.ts';
import { writeGml, writeKml } from './write/markup.ts';
import { writeShapefile } from './write/shapefile.ts';
import { writeWorkbook } from './write/workbook.ts';
import { writeZip } from './write/zip.ts';

const metres = (place: { lng: number; lat: number }) => toMetres([place.lng, place.lat]);

/** NaPTAN's own headings; byte order mark; both coordinate systems. */
const tramStops = () =>
  writeCsv(
    {
      columns: [
        'ATCOCode',
        'CommonName',
        'StopType',
        'Easting',
        'Northing',
        'Longitude',
        'Latitude',
        'Town',
      ],
      rows: readPlaces('tram_stop').map((stop) => [
        stop.reference,
        stop.name,
        'MET',
        ...metres(stop).map(Math.round),
        stop.lng,
        stop.lat,
        stop.district,
      ]),
    },
    { encoding: 'utf-8-bom' },
  );

/** GeoJSON of 2008: a `crs` member and metres where today's standard wants degrees. */
const railStations = () =>
  utf8(
    JSON.stringify({
      type: 'FeatureCollection',
      name: 'RailStations',
      crs: { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::27700' } },
      features: readPlaces('rail_station').map((station) => ({
        type: 'Feature',
        properties: {
          AtcoCode: station.reference,
          StationName: station.name,
          LocalAuthority: station.district,
        },
        geometry: { type: 'Point', coordinates: metres(station) },
      })),
    }),
  );

/** A shapefile without its .prj, in a folder of the archive. */
async function fireStations() {
  const parts = writeShapefile(
    1,
    ['STATION_NAME', 'LOCAL_AUTHORITY', 'SOURCE_PRODUCT'],
    readPlaces('fire_station').map((station) => ({
      parts: [[[...metres(station)]]],
      cells: [station.name === 'unnamed' ? '' : station.name, station.district, 'OS OpenMap Local'],
    })),
  );
  return writeZip({
    'Fire Stations/FIRE_STATIONS.shp': parts.shp,
    'Fire Stations/FIRE_STATIONS.shx': parts.shx,
    'Fire Stations/FIRE_STATIONS.dbf': parts.dbf,
    'Fire Stations/Licence.txt': utf8(
      'Contains OS data © Crown copyright and database right 2023. Open Government Licence v3.0\r\n',
    ),
  });
}

/** KML with a folder a district and HTML in the balloon. */
const hospitals = () =>
  utf8(
    writeKml(
      'Hospitals in Greater Manchester',
      readPlaces('hospital').map((hospital) => ({
        folder: hospital.district,
        name: hospital.name,
        balloon: `<b>${hospital.name}</b><br/>Local authority: ${hospital.district}`,
        data: { District: hospital.district, Product: 'OS OpenMap Local' },
        shape: 'Point',
        path: [[hospital.lng, hospital.lat]],
      })),
    ),
  );

/** A workbook for people: title rows, merged, before the headings. */
const parks = () =>
  writeWorkbook(
    [
      {
        name: 'Green Flag parks',
        above: [
          ['Green Flag Award parks and green spaces in Greater Manchester'],
          ['Held at the last award round'],
          [],
        ],
        merged: ['A1:D1'],
        columns: ['Park name', 'Council', 'Lat', 'Long'],
        rows: readPlaces('green_flag_park').map((park) => [
          park.name,
          park.district,
          park.lat,
          park.lng,
        ]),
      },
      {
        name: 'Notes',
        columns: ['Note'],
        rows: [['Compiled from the Green Flag Award list published by Trafford Data Lab.']],
      },
    ],
    'xlsx',
  );

/** JSON as a web service answers it: the items wrapped, `long` for longitude. */
const riverGauges = () =>
  utf8(
    JSON.stringify({
      meta: { publisher: 'Environment Agency', licence: 'Open Government Licence v3.0' },
      items: readPlaces('river_gauge').map((gauge) => ({
        stationReference: gauge.reference,
        label: gauge.name,
        parameterName: 'Water Level',
        lat: gauge.lat,
        long: gauge.lng,
      })),
    }),
  );

/** windows-1252, the register's own headings, technology and capacity taken from the name. */
const generators = () =>
  writeCsv(
    {
      columns: [
        'Ref ID',
        'Site Name',
        'Technology Type',
        'Installed Capacity (MWelec)',
        'Planning Authority',
        'X-coordinate',
        'Y-coordinate',
      ],
      rows: readPlaces('generator')
        .filter((site) => site.source.startsWith('REPD'))
        .map((site) => {
          const [, name = site.name, technology = '', capacity = ''] =
            /^(.*) \(((?:[^()]|\([^()]*\))*), ([\d.]+) MW\)$/.exec(site.name) ?? [];
          return [
            site.reference,
            name,
            technology,
            capacity,
            site.district,
            ...metres(site).map(Math.round),
          ];
        }),
    },
    { encoding: 'windows-1252' },
  );

/** OpenStreetMap's substations: ODbL, so a dataset of their own. */
const substations = () =>
  writeGeopackage([
    {
      name: 'power_substation',
      title: '© OpenStreetMap contributors, Open Database Licence 1.0',
      srs: 4326,
      columns: ['name', 'voltage', 'remarks'],
      rows: readPlaces('substation').map((one) => ({
        geometry: { type: 'Point', coordinates: [one.lng, one.lat] },
        cells: [
          one.name,
          (/(\d+)(?:\/\d+)? kV/.exec(one.name)?.[1] ?? '').concat(' kV').trim(),
          one.note,
        ],
      })),
    },
  ]);

/** GML with a URN, so latitude stands before longitude; a river is a curve of many parts. */
const watercourses = () =>
  utf8(
    writeGml(
      'Watercourse',
      'urn:ogc:def:crs:EPSG::4326',
      WATERCOURSES.map(({ name, kind, parts }) => ({
        data: { watercourseName: name, form: kind },
        paths: parts.map((path) => path.map(([lng = 0, lat = 0]) => [lat, lng])),
      })),
    ),
  );

/** FlatGeobuf: binary, one of the formats that browsers stream. */
const waterBodies = () =>
  flatgeobuf.serialize({
    type: 'FeatureCollection',
    features: readPlaces('water_body').map((body) => ({
      type: 'Feature',
      properties: { name: body.name, district: body.district, note: body.note },
      geometry: { type: 'Point', coordinates: [body.lng, body.lat] },
    })),
  });

/** MapInfo interchange, two parts, the National Grid named by its projection and no code. */
function districts() {
  const { mif, mid } = writeMif(
    ['LAD_CODE', 'LAD_NAME'],
    DISTRICTS.map(({ gssCode, name, ring }) => ({
      ring: ring.map(([e, n]) => [e, n]),
      cells: [gssCode, name],
    })),
  );
  return writeZip({ 'GM_DISTRICTS.MIF': utf8(mif), 'GM_DISTRICTS.MID': utf8(mid) });
}

/** Facts, re-written in the formats and habits their publishers use. */
export const FACT_SAMPLES: readonly Sample[] = [
  { path: 'department-for-transport/metrolink-stops.csv', make: tramStops },
  { path: 'department-for-transport/rail-stations.geojson', make: railStations },
  { path: 'ordnance-survey/fire-stations.zip', make: fireStations },
  { path: 'ordnance-survey/hospitals.kml', make: hospitals },
  { path: 'trafford-council/green-flag-parks.xlsx', make: parks },
  { path: 'environment-agency/river-gauges.json', make: riverGauges },
  { path: 'desnz/renewable-energy-projects.csv', make: generators },
  { path: 'openstreetmap/substations.gpkg', make: substations },
  { path: 'ordnance-survey/watercourses.gml', make: watercourses },
  { path: 'ordnance-survey/water-bodies.fgb', make: waterBodies },
  { path: 'ons/districts.zip', make: districts },
];
