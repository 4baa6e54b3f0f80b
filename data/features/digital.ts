import type { FeatureType } from '#data/schema/feature-type.ts';
import { codes, featureType, from, MEGAWATTS, METRES, PER_CENT } from './define.ts';

const INSPIRE = from('INSPIRE us-net-tc');
const OFCOM = from('Ofcom Connected Nations');
const SITEFINDER = from('Ofcom Sitefinder');
const OSM = from('OpenStreetMap telecom tags');

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

/** Fibre, exchanges, masts, coverage and data centres. */
export const DIGITAL: readonly FeatureType[] = [
  featureType({
    id: 'digital/fibre-route',
    title: 'Fibre route or duct',
    plural: 'Fibre routes and ducts',
    description: 'A duct, pole route or cable that carries or could carry fibre.',
    shapes: 'L',
    synonyms:
      'fibre routes | fibre network | ducts | duct network | telecoms ducts | dark fibre | pia | fibre optic | broadband network',
    equivalents: { osm: 'communication=line', inspire: 'us-net-tc:TelecommunicationsCable' },
    minZoom: 10,
    attributes: [
      INSPIRE.code('kind', 'Kind', 'route type | asset type | infrastructure type | type', {
        codes: codes({
          duct: 'Duct | underground duct | subduct',
          'pole-route': 'Pole route | overhead | aerial | poles',
          cable: 'Cable | fibre cable | fibre',
        }),
        inTiles: true,
      }),
      INSPIRE.code(
        'spare-capacity',
        'Spare capacity',
        'spare | spare capacity | space available | capacity available',
        {
          codes: codes({
            yes: 'Yes | available | y | spare',
            no: 'No | full | n',
            unknown: 'Unknown | not known',
          }),
          inTiles: true,
        },
      ),
      INSPIRE.code(
        'sharing',
        'Open to others',
        'access product | access | wholesale access | sharing',
        {
          codes: codes({
            pia: 'Physical infrastructure access | PIA',
            'dark-fibre': 'Dark fibre | dfx',
            none: 'None | no | private',
          }),
        },
      ),
      INSPIRE.integer(
        'ways',
        'Ways',
        'duct count | number of ducts | bores | number of ways | fibre count',
        { min: 0 },
      ),
    ],
  }),
  featureType({
    id: 'digital/exchange',
    title: 'Exchange or cabinet',
    plural: 'Exchanges, cabinets and distribution points',
    description: 'A telephone exchange, street cabinet or distribution point.',
    shapes: 'P',
    synonyms:
      'telephone exchanges | exchanges | street cabinets | cabinets | distribution points | broadband cabinets | points of presence',
    equivalents: {
      osm: 'telecom=exchange|man_made=street_cabinet',
      inspire: 'us-net-common:Cabinet',
    },
    minZoom: 10,
    attributes: [
      OSM.code('kind', 'Kind', 'node type | asset type | cabinet type | type', {
        codes: codes({
          exchange: 'Exchange | telephone exchange | ohp | head end',
          cabinet: 'Cabinet | street cabinet | PCP | DSLAM',
          'distribution-point': 'Distribution point | DP | CBT',
          'point-of-presence': 'Point of presence | PoP',
        }),
        inTiles: true,
      }),
      OSM.text(
        'code',
        'Exchange code',
        'exchange code | exchange_code | cabinet number | mdf id | 1141 code',
      ),
      OSM.flag(
        'fttp-enabled',
        'Full fibre ready',
        'fttp | fttp enabled | full fibre | ultrafast enabled',
      ),
      OSM.date('closure-date', 'Closes', 'closure date | exit date | planned closure'),
    ],
  }),
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
    rankBy: 'mast-height-m',
    labelBy: 'operators',
    attributes: [
      SITEFINDER.decimal(
        'mast-height-m',
        'Height',
        'antenna_height | antenna height | mast height | height | height (m) | antennaht',
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
        'type | technology | technologies | transtype | transmission type | generation',
        { codes: TECHNOLOGIES, inTiles: true },
      ),
      SITEFINDER.text(
        'operator-reference',
        'Operator’s reference',
        'operator_ref | operator ref | operator reference | site reference | cell id',
      ),
      SITEFINDER.text('frequency-band', 'Band', 'band | frequency band | freqband | frequency'),
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
        'ultrafast',
        'Ultrafast',
        'ufbb availability (% premises) | ufbb (100mbit/s) availability (% premises) | ufbb | ultrafast availability',
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
        { unit: 'Mbit/s', convertible: { gbps: 1000, kbps: 0.001 }, min: 0, inTiles: true },
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
  featureType({
    id: 'digital/public-wifi',
    title: 'Public Wi-Fi',
    plural: 'Public Wi-Fi',
    description: 'A place with Wi-Fi anybody may use.',
    shapes: 'PA',
    synonyms: 'public wifi | wifi hotspots | wi-fi hotspots | free wifi',
    equivalents: { osm: 'internet_access=wlan' },
    minZoom: 12,
    attributes: [
      OSM.text('network', 'Network', 'ssid | network name'),
      OSM.flag('free', 'Free', 'free of charge | internet_access:fee'),
    ],
  }),
  featureType({
    id: 'digital/small-cell-asset',
    title: 'Asset for small cells',
    plural: 'Assets for small cells',
    description: 'A lamp column, CCTV pole, shelter or building that may host radio equipment.',
    shapes: 'P',
    synonyms:
      'small cells | street furniture assets | digital connectivity assets | assets for small cells | smart city assets | cctv cameras | cctv',
    minZoom: 13,
    attributes: [
      OSM.code('asset', 'Asset', 'asset class | asset type | furniture type | type', {
        codes: codes({
          'lamp-column': 'Lamp column | lighting column | street light',
          cctv: 'CCTV column | CCTV | camera',
          shelter: 'Bus shelter | shelter',
          signal: 'Traffic signal | traffic light',
          building: 'Building | rooftop',
          other: 'Other',
        }),
        inTiles: true,
      }),
      OSM.flag('power-available', 'Has power', 'power | power supply | electricity supply'),
    ],
  }),
];
