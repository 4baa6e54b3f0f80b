import type { FeatureType } from '#data/schema/feature-type.ts';
import { codes, featureType, HECTARES, METRES, takenFrom } from './define.ts';

const MONITOR = takenFrom('EA flood-monitoring API');

const RIVERS = takenFrom('OS Open Rivers');

const WFD = takenFrom('Water Framework Directive');

/** Rivers, lakes and what watches them. */
export const ENVIRONMENT_WATER: readonly FeatureType[] = [
  featureType({
    id: 'environment/watercourse',
    title: 'River, stream or canal',
    plural: 'Rivers, streams and canals',
    description: 'A stretch of river, stream, canal or lake centre line.',
    shapes: 'L',
    synonyms:
      'watercourses | rivers | open rivers | main rivers | canals | streams | statutory main river | ordinary watercourse | watercourse link | waterways',
    equivalents: { osm: 'waterway=*', inspire: 'hy-p:Watercourse', overture: 'water/river' },
    minZoom: 7,
    rankBy: 'length-m',
    attributes: [
      RIVERS.code(
        'form',
        'Form',
        'watercourse form | watercourse type | fclass | waterway | type | class',
        {
          codes: codes({
            river: 'River or stream | inland river | inlandriver | river | stream | inlandRiver',
            canal: 'Canal',
            lake: 'Lake | reservoir',
            tidal: 'Tidal river | tidalRiver | tidal',
            drain: 'Drain or ditch | drain | ditch',
            culvert: 'Culvert | underground',
          }),
          inTiles: true,
        },
      ),
      RIVERS.text(
        'alternative-name',
        'Other name',
        'alternative_name | alternative name | watercoursenamealternative | name2',
      ),
      RIVERS.text('form-description', 'What the form means', 'form_description | form description'),
      RIVERS.decimal(
        'length-m',
        'Length',
        'length_in_metres | length | length in metres | length (m)',
        { ...METRES, min: 0 },
      ),
      RIVERS.text('start-node-id', 'Starts at node', 'start_node_id | startnode | start node'),
      RIVERS.text('end-node-id', 'Ends at node', 'end_node_id | endnode | end node'),
      RIVERS.flag('main-river', 'Main river', 'is main river | statutory main river'),
    ],
  }),
  featureType({
    id: 'environment/water-body',
    title: 'Water body',
    plural: 'Water bodies',
    description: 'A lake, river or groundwater body and the state of its water.',
    shapes: 'LA',
    synonyms: 'water bodies | wfd | wfd water bodies | lakes | water framework directive | ponds',
    equivalents: { inspire: 'hy-p:StandingWater', overture: 'water/lake' },
    minZoom: 7,
    attributes: [
      WFD.text(
        'reference',
        'Water body id',
        'wb_id | wfd id | water body id | waterbody id | wbid | ref | reference | id',
      ),
      WFD.code(
        'status',
        'Overall status',
        'ecological status | overall status | class | classification | status | wfd status',
        {
          codes: codes({
            high: 'High',
            good: 'Good',
            moderate: 'Moderate',
            poor: 'Poor',
            bad: 'Bad',
          }),
          inTiles: true,
        },
      ),
      WFD.decimal('area-ha', 'Area', 'area | hectares | surface area', HECTARES),
    ],
  }),
  featureType({
    id: 'environment/monitoring-station',
    title: 'Water level or weather station',
    plural: 'Water level, rainfall and weather stations',
    description: 'A gauge of river level, flow, groundwater, rain or weather.',
    shapes: 'P',
    synonyms:
      'water level monitoring stations | river levels | river gauges | level stations | rain gauges | weather stations | monitoring stations | sample_stations | gauging stations | hydrometric | water_level_monitoring',
    equivalents: {
      osm: 'man_made=monitoring_station',
      inspire: 'ef:EnvironmentalMonitoringFacility',
    },
    minZoom: 9,
    attributes: [
      MONITOR.text(
        'name',
        'Name',
        'station_name | station name | stationname | label | station | name',
        { inTiles: true },
      ),
      MONITOR.text(
        'reference',
        'Station reference',
        'station_reference | stationreference | notation | station id | wiskiid | gauge id | ref | reference',
      ),
      MONITOR.text('river', 'River', 'river_name | rivername | river name | river | watercourse'),
      MONITOR.text('catchment', 'Catchment', 'catchment_name | catchmentname | catchment name'),
      MONITOR.list(
        'measures',
        'Measures',
        'measure | parameter | parametername | parameters | observed property',
      ),
      MONITOR.text(
        'typical-range',
        'Typical range',
        'typical_range | typical range | typicalrange',
      ),
      MONITOR.text('record-low', 'Lowest on record', 'record_low | record low | minonrecord'),
      MONITOR.text('record-high', 'Highest on record', 'record_high | record high | maxonrecord'),
      MONITOR.url(
        'readings-url',
        'Readings',
        'latest_levels_url | latest levels url | readings url',
      ),
      MONITOR.text('rloi-id', 'River levels id', 'rloiid | rloi id | rloi'),
      MONITOR.date('start-date', 'Opened', 'dateopened | date opened | opened | start date'),
    ],
  }),
];
