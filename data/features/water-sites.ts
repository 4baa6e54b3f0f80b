import type { FeatureType } from '#data/schema/feature-type.ts';
import { CUBIC_METRES, codes, featureType, takenFrom } from './define.ts';
import { WATER_COMPANY } from './recurring.ts';

const EDM = takenFrom('EA Event Duration Monitoring return');

const UWWT = takenFrom('Urban waste water treatment register');

const OSM = takenFrom('OpenStreetMap');

const DWMP = takenFrom('Drainage and Wastewater Management Plan');

const EA = takenFrom('Environment Agency');

const PERMIT =
  'permit ref | permit number | permit reference | permit_reference | ea permit reference | permit | consent ref | consent number';

/** Water and waste water sites. */
export const WATER_SITES: readonly FeatureType[] = [
  featureType({
    id: 'water/storm-overflow',
    title: 'Storm overflow',
    plural: 'Storm overflows',
    description: 'A place where a sewer may spill into a river or the sea, with how often it did.',
    shapes: 'P',
    synonyms:
      'storm overflows | combined sewer overflow | cso | edm | event duration monitoring | storm discharge | sewage spills | edm annual return | edm return | storm overflow hub | cso spills',
    equivalents: { inspire: 'us-net-sw:SewerAppurtenance' },
    minZoom: 8,
    rankBy: 'spill-hours',
    labelBy: 'spill-count',
    attributes: [
      EDM.text(
        'name',
        'Name',
        'site name (wasc operational) | wasc operational name | site name (ea consents database) | overflow name | cso name | asset name | site name | name',
        { inTiles: true },
      ),
      EDM.text(
        'edm-id',
        'Monitor',
        'unique id | edm id | monitor id | edm asset id | unique monitor id',
      ),
      EDM.text('permit-ref', 'Permit', PERMIT),
      EDM.text(
        'receiving-water',
        'Spills into',
        'receiving water | receiving water course | receiving watercourse | receivingwatercourse | receiving water / environment | receiving environment | receiving water / environment (common name) (ea consents database) | receiving water environment common name ea consents database | receiving water / environment (common name)',
      ),
      EDM.integer(
        'spill-count',
        'Spills in the year',
        'counted spills | spill count | spills | number of spills | counted spills using 12-24h count method | total spills',
        { min: 0, inTiles: true },
      ),
      EDM.decimal(
        'spill-hours',
        'Hours spilling in the year',
        'total duration | total duration (hrs) | total duration (hours) | duration hours | spill duration | total duration (hrs) all spills prior to processing through 12-24h count method',
        {
          unit: 'h',
          convertible: { min: 1 / 60 },
          min: 0,
          max: 8784,
          inTiles: true,
        },
      ),
      EDM.integer('year', 'Year', 'reporting year | return year', { min: 1900, max: 2100 }),
      EDM.decimal(
        'edm-operational-percent',
        'Monitor working',
        'edm operation % | edm operational | edm operation - % of reporting period edm operational | edm_operation',
        { unit: '%', min: 0, max: 100 },
      ),
      EDM.code(
        'live-status',
        'Now',
        'latest event | live status | discharge status | current status',
        {
          codes: codes({
            discharging: 'Discharging | start | 1',
            'not-discharging': 'Not discharging | stop | 0',
            offline: 'Monitor offline | offline | -1',
          }),
          inTiles: true,
        },
      ),
      WATER_COMPANY,
      EDM.text(
        'asset-kind',
        'Kind of asset',
        'asset type | site type | storm discharge asset type',
      ),
    ],
  }),
  featureType({
    id: 'water/treatment-works',
    title: 'Treatment works',
    plural: 'Water and waste water treatment works',
    description: 'A works that makes drinking water or cleans waste water.',
    shapes: 'PA',
    synonyms:
      'wastewater treatment works | water treatment works | wwtw | sewage works | sewage treatment | wtw | stw | treatment plants',
    equivalents: {
      osm: 'man_made=water_works|wastewater_plant',
      overture: 'water/wastewater_plant',
    },
    minZoom: 8,
    rankBy: 'population-equivalent',
    labelBy: 'kind',
    attributes: [
      OSM.code('kind', 'Kind', 'works type | treatment type | site type | type', {
        codes: codes({
          wastewater:
            'Waste water treatment | wastewater | wwtw | stw | sewage | wastewater_plant | sewage treatment works',
          water: 'Drinking water treatment | water | wtw | water_works | clean water',
          desalination: 'Desalination',
          sludge: 'Sludge treatment | sludge treatment centre | stc',
        }),
        inTiles: true,
      }),
      UWWT.integer(
        'population-equivalent',
        'Population equivalent',
        'population equivalent | pe | population served | load pe',
        { min: 0, inTiles: true },
      ),
      UWWT.text('permit-ref', 'Permit', PERMIT),
      UWWT.decimal(
        'dry-weather-flow-m3d',
        'Permitted dry weather flow',
        'dry weather flow | dwf | dwf m3/d | permitted dwf',
        { unit: 'm³/day', min: 0 },
      ),
      DWMP.code('headroom', 'Headroom', 'headroom | capacity available | growth capacity | rag', {
        codes: codes({
          available: 'Available | green | yes',
          limited: 'Limited | amber',
          none: 'None | red | no',
          unknown: 'Unknown',
        }),
        inTiles: true,
      }),
      WATER_COMPANY,
    ],
  }),
  featureType({
    id: 'water/pumping-station',
    title: 'Pumping station',
    plural: 'Pumping stations',
    description: 'A station that lifts water or sewage.',
    shapes: 'PA',
    synonyms: 'pumping stations | sewage pumping | water pumping | sps | booster station',
    equivalents: { osm: 'man_made=pumping_station', inspire: 'us-net-sw:SewerAppurtenance' },
    minZoom: 11,
    attributes: [
      OSM.code('substance', 'Pumps', 'substance | pumping station type | station type | type', {
        codes: codes({
          sewage: 'Sewage | foul | wastewater | sps | combined',
          surface: 'Surface water | storm | rainwater',
          water: 'Drinking water | water | clean water | booster',
          land: 'Land drainage | drainage',
        }),
        inTiles: true,
      }),
      OSM.decimal('capacity-l-s', 'Capacity', 'pump capacity | pump rate | capacity | flow rate', {
        unit: 'l/s',
        min: 0,
      }),
    ],
  }),
  featureType({
    id: 'water/service-reservoir',
    title: 'Reservoir or water tower',
    plural: 'Reservoirs and water towers',
    description: 'A reservoir, covered service reservoir or tower that holds water.',
    shapes: 'PA',
    synonyms:
      'reservoirs | service reservoir | water tower | covered reservoir | impounding reservoir | water storage',
    equivalents: { osm: 'man_made=reservoir_covered|water_tower', overture: 'water/reservoir' },
    minZoom: 9,
    rankBy: 'capacity-m3',
    attributes: [
      OSM.code('kind', 'Kind', 'reservoir type | storage type | type', {
        codes: codes({
          'service-reservoir': 'Service reservoir | reservoir_covered | covered reservoir',
          'impounding-reservoir': 'Impounding reservoir | raw water reservoir | reservoir',
          tower: 'Water tower | tower | water_tower',
        }),
        inTiles: true,
      }),
      OSM.decimal(
        'capacity-m3',
        'Capacity',
        'capacity | volume | storage | capacity (m3) | capacity m3',
        { ...CUBIC_METRES, inTiles: true },
      ),
      EA.flag(
        'large-raised',
        'Under the Reservoirs Act',
        'large raised reservoir | reservoirs act | high risk reservoir',
      ),
    ],
  }),
];
