import type { FeatureType } from '#data/schema/feature-type.ts';
import { codes, featureType, takenFrom } from './define.ts';

const INSPIRE = takenFrom('INSPIRE us-net-tc');

const OSM = takenFrom('OpenStreetMap telecom tags');

/** Fibre, exchanges and what else carries a network. */
export const DIGITAL_NETWORK: readonly FeatureType[] = [
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
