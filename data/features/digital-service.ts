import type { FeatureType } from '#data/schema/feature-type.ts';
import { codes, featureType, MEGAWATTS, METRES, PER_CENT, takenFrom } from './define.ts';

const OFCOM = takenFrom('Ofcom Connected Nations');

const SITEFINDER = takenFrom('Ofcom Sitefinder');

const OSM = takenFrom('OpenStreetMap telecom tags');

const TECHNOLOGIES = codes({
  '2g': '2G | GSM | GSM900 | GSM1800',
  '3g': '3G | UMTS',
  '4g': '4G | LTE',
  '5g': '5G | NR',
  tetra: 'TETRA | airwave',
  'fixed-wireless': 'Fixed wireless | FWA | wimax',
  iot: 'Internet of things | LoRaWAN | NB-IoT | LPWAN | iot',
  broadcast: 'Broadcast | TV | DAB | FM | radio',
  'wi-fi': 'Wi-Fi | wifi | public wifi',
  'rail-radio': 'Railway radio | GSM-R',
});

const premises = (band: string, title: string, headings: string) =>
  OFCOM.decimal(`${band}-percent`, title, headings, PER_CENT);

/** Masts, coverage and data centres. */
export const DIGITAL_SERVICE: readonly FeatureType[] = [
  featureType({
    id: 'digital/mast',
    title: 'Mast or base station',
    plural: 'Masts and base stations',
    description: 'A mast, rooftop or street pole that carries radio equipment.',
    shapes: 'P',
    synonyms:
      'masts | mobile phone base station | base stations | telecom masts | mobile masts | phone masts | cell sites | sitefinder | antennas | telecoms sites',
    equivalents: {
      osm: 'man_made=mast[tower:type=communication]',
      inspire: 'us-net-common:Tower',
      overture: 'communication/communication_tower',
    },
    minZoom: 10,
    rankBy: 'height-m',
    labelBy: 'operators',
    attributes: [
      SITEFINDER.decimal(
        'height-m',
        'Height',
        'antenna_height | antenna height | mast height | height | height (m) | antennaht | height of antenna | height of antenna (m) | antenna height (m)',
        { ...METRES, min: 0, max: 500, inTiles: true },
      ),
      SITEFINDER.list(
        'operators',
        'Operators',
        'operator | operators | mno | network operator | carrier',
        { inTiles: true },
      ),
      SITEFINDER.list(
        'technologies',
        'Technologies',
        'type | technology | technologies | transtype | transmission type | generation | transmitter type | radio technology',
        { codes: TECHNOLOGIES, inTiles: true },
      ),
      SITEFINDER.text(
        'operator-reference',
        'Operator’s reference',
        'operator_ref | operator ref | operator reference | operator site ref | site ref | sitengr | site reference | cell id',
      ),
      SITEFINDER.integer('frequency-mhz', 'Band', 'band | frequency band | freqband | frequency', {
        unit: 'MHz',
        convertible: { GHz: 1000 },
        min: 0,
      }),
      SITEFINDER.code('antenna', 'Antenna', 'antenna_type | antenna type | anttype', {
        codes: codes({
          sector: 'Sector | sectored',
          omni: 'Omnidirectional | omni',
          directional: 'Directional',
          macro: 'Macro',
          micro: 'Microcell | micro',
        }),
      }),
      SITEFINDER.decimal('power-dbw', 'Power', 'power__dbw | power dbw | power (dbw)', {
        unit: 'dBW',
      }),
      SITEFINDER.decimal(
        'licensed-power-dbm',
        'Licensed power a carrier (dBm)',
        'max_licensed_power__per_carrier_dbm | max licensed power per carrier dbm',
        { unit: 'dBm' },
      ),
      SITEFINDER.decimal(
        'licensed-power-dbw',
        'Licensed power a carrier',
        'max_licensed_power__per_carrier_dbw | max licensed power per carrier dbw | maxpwrdbw',
        { unit: 'dBW' },
      ),
      OSM.code('ground', 'Stands on', 'site type | structure | structure type | location type', {
        codes: codes({
          rooftop: 'Rooftop | roof | building',
          greenfield: 'Greenfield | ground | lattice tower | mast',
          streetworks: 'Street works | street pole | monopole | streetworks',
        }),
      }),
    ],
  }),
  featureType({
    id: 'digital/coverage-area',
    title: 'Broadband or mobile coverage',
    plural: 'Broadband and mobile coverage',
    description: 'What share of premises in an area can have a given service.',
    shapes: 'PA',
    synonyms:
      'broadband coverage | connected nations | broadband | broadband_coverage | mobile coverage | full fibre coverage | gigabit | superfast | ofcom',
    minZoom: 8,
    rankBy: 'premises',
    labelBy: 'full-fibre-percent',
    attributes: [
      OFCOM.integer(
        'premises',
        'Premises',
        'all premises | premises | all matched premises | connections | premises total',
        { min: 0 },
      ),
      premises(
        'superfast',
        'Superfast',
        'sfbb availability (% premises) | sfbb | superfast availability',
      ),
      premises(
        'ultrafast-100',
        'Ultrafast (100 Mbit/s)',
        'ufbb (100mbit/s) availability (% premises) | ufbb 100mbit s availability premises | ufbb 100 mbit s availability premises | ufbb (100)',
      ),
      premises(
        'ultrafast',
        'Ultrafast',
        'ufbb availability (% premises) | ufbb (300mbit/s) availability (% premises) | ufbb | ultrafast availability',
      ),
      OFCOM.decimal(
        'gigabit-percent',
        'Gigabit',
        'gigabit availability (% premises) | gigabit availability | gigabit',
        { ...PER_CENT, inTiles: true },
      ),
      OFCOM.decimal(
        'full-fibre-percent',
        'Full fibre',
        'full fibre availability (% premises) | full fibre | fttp availability | fttp',
        { ...PER_CENT, inTiles: true },
      ),
      premises(
        'below-uso',
        'Below the universal service',
        '% of premises below the uso | below uso | % of premises unable to receive decent broadband from fixed or fwa',
      ),
      OFCOM.decimal(
        'average-speed-mbps',
        'Average speed',
        'average speed | mean download speed | average download speed',
        { unit: 'Mbit/s', convertible: { 'Gbit/s': 1000, 'kbit/s': 0.001 }, min: 0, inTiles: true },
      ),
      OFCOM.decimal('median-speed-mbps', 'Median speed', 'median speed | median download speed', {
        unit: 'Mbit/s',
        min: 0,
      }),
      OFCOM.decimal(
        'maximum-speed-mbps',
        'Highest speed',
        'maximum speed | max speed | max download speed',
        { unit: 'Mbit/s', min: 0 },
      ),
      OFCOM.flag(
        'superfast-available',
        'Superfast to be had',
        'super fast available | superfast available',
      ),
      OFCOM.text('data-status', 'Remark', 'data status | data availability'),
      OFCOM.date('as-of', 'Figures as of', 'as of | data date | reporting period'),
    ],
  }),
  featureType({
    id: 'digital/data-centre',
    title: 'Data centre',
    plural: 'Data centres',
    description: 'A building that houses computing for others.',
    shapes: 'PA',
    synonyms: 'data centres | data centers | colocation | server farms',
    equivalents: { osm: 'telecom=data_center' },
    minZoom: 8,
    rankBy: 'power-mw',
    labelBy: 'power-mw',
    attributes: [
      OSM.decimal('power-mw', 'Power', 'it load | power | capacity | it capacity | mw', {
        ...MEGAWATTS,
        min: 0,
        inTiles: true,
      }),
      OSM.code('tier', 'Tier', 'uptime tier | tier rating', {
        codes: codes({
          '1': 'Tier I | 1 | tier 1',
          '2': 'Tier II | 2 | tier 2',
          '3': 'Tier III | 3 | tier 3',
          '4': 'Tier IV | 4 | tier 4',
        }),
      }),
      OSM.decimal('floorspace-m2', 'Floor space', 'floorspace | floor area | white space', {
        unit: 'm²',
        min: 0,
      }),
    ],
  }),
];
