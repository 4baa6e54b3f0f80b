import type { FeatureType } from '#data/schema/feature-type.ts';
import { PIPE_MATERIAL } from './codes.ts';
import { CUBIC_METRES, codes, featureType, MEGAWATTS, MILLIMETRES, takenFrom } from './define.ts';

const INSPIRE = takenFrom('INSPIRE us-net-ogc Pipe');
const GAS = takenFrom('Gas network operators’ pipe records');
const HEAT = takenFrom('Heat networks planning database');
const HSE = takenFrom('HSE land use planning methodology');

const SUBSTANCE = codes({
  'natural-gas': 'Natural gas | gas | NG',
  hydrogen: 'Hydrogen | H2',
  biomethane: 'Biomethane | biogas',
  oil: 'Oil | crude oil | petroleum | fuel',
  ethylene: 'Ethylene',
  other: 'Other',
});

const HEAT_SOURCE = codes({
  'gas-boiler': 'Gas boiler | gas boilers | gas',
  chp: 'Combined heat and power | gas chp | chp',
  'energy-from-waste': 'Energy from waste | efw',
  'heat-pump':
    'Heat pump | air source heat pump | ground source heat pump | water source heat pump | ashp | gshp | wshp',
  biomass: 'Biomass',
  'waste-heat': 'Waste heat | data centre heat | industrial waste heat',
  geothermal: 'Geothermal | mine water',
  electric: 'Electric boiler | electric',
  other: 'Other | unknown',
});

/** Gas, oil and heat. */
export const ENERGY_GAS_HEAT: readonly FeatureType[] = [
  featureType({
    id: 'energy/gas-pipe',
    title: 'Gas pipe',
    plural: 'Gas pipes',
    description: 'A pipe of the gas transmission or distribution network.',
    shapes: 'L',
    synonyms:
      'gas pipe | gas mains | gas network | gas pipeline | gpi pipe infrastructure | pipe infrastructure | gas distribution',
    equivalents: { osm: 'man_made=pipeline[substance=gas]', inspire: 'us-net-ogc:Pipe' },
    minZoom: 10,
    rankBy: 'diameter-mm',
    labelBy: 'pressure-tier',
    attributes: [
      GAS.code(
        'pressure-tier',
        'Pressure',
        'pressure | pressure tier | pressure_tier | pressuretier | pressure type | press | operating pressure',
        {
          description: 'Low to 75 mbar, medium to 2 bar, intermediate 2–7 bar, high above 7 bar.',
          codes: codes({
            low: 'Low | LP | L | low pressure',
            medium: 'Medium | MP | M | medium pressure',
            intermediate: 'Intermediate | IP | I | intermediate pressure',
            high: 'High | HP | H | high pressure | LHP | local high pressure',
            'national-transmission':
              'National transmission | NTS | national transmission system | LTS',
          }),
          inTiles: true,
        },
      ),
      INSPIRE.decimal(
        'diameter-mm',
        'Diameter',
        'diameter | dia | diam | pipe diameter | nominal diameter | pipe size | diameter (mm) | bore',
        { ...MILLIMETRES, max: 2000, inTiles: true },
      ),
      INSPIRE.code('material', 'Material', 'pipe material | mat | material type', {
        codes: PIPE_MATERIAL,
        inTiles: true,
      }),
      INSPIRE.code('substance', 'Carries', 'substance | product | commodity | gas type', {
        codes: SUBSTANCE,
      }),
    ],
  }),
  featureType({
    id: 'energy/gas-site',
    title: 'Gas site',
    plural: 'Gas sites',
    description:
      'A governor, pressure reduction station, offtake or other above-ground gas installation.',
    shapes: 'PA',
    synonyms:
      'gas governor | gas sites | pressure reduction stations | above ground installation | agi | gas holders | gas offtakes',
    equivalents: { osm: 'pipeline=substation', inspire: 'us-net-ogc:OilGasChemicalsAppurtenance' },
    minZoom: 11,
    attributes: [
      GAS.code('kind', 'Kind', 'site type | asset type | installation type | type', {
        codes: codes({
          offtake: 'Offtake | NTS offtake',
          'pressure-reduction': 'Pressure reduction station | PRS | PRI | pressure reduction',
          governor: 'Governor | district governor | DG',
          storage: 'Storage | gas holder | holder',
          injection: 'Injection | biomethane injection | entry point',
        }),
        inTiles: true,
      }),
    ],
  }),
  featureType({
    id: 'energy/oil-pipeline',
    title: 'Oil or chemical pipeline',
    plural: 'Oil and chemical pipelines',
    description: 'A pipeline that carries oil, fuel or chemicals across country.',
    shapes: 'L',
    synonyms:
      'oil pipelines | fuel pipeline | major accident hazard pipelines | hazardous pipelines | ethylene pipeline | mahp',
    equivalents: { osm: 'man_made=pipeline[substance=oil]', inspire: 'us-net-ogc:Pipe' },
    minZoom: 8,
    attributes: [
      INSPIRE.code('substance', 'Carries', 'substance | product | commodity', {
        codes: SUBSTANCE,
        inTiles: true,
      }),
      INSPIRE.decimal('diameter-mm', 'Diameter', 'diameter | dia | pipe diameter', MILLIMETRES),
    ],
  }),
  featureType({
    id: 'energy/hazard-consultation-zone',
    title: 'Hazard consultation zone',
    plural: 'Hazard consultation zones',
    description:
      'Land round a hazardous installation or pipeline within which the Health and Safety Executive is consulted.',
    shapes: 'A',
    synonyms:
      'hse consultation zones | consultation distance | hazard zone | padhi | hazardous installation zones | pipeline consultation zone',
    minZoom: 9,
    attributes: [
      HSE.code('consultation-zone', 'Zone', 'zone | consultation zone | zone type | hse zone', {
        codes: codes({
          inner: 'Inner | inner zone | IZ | 1',
          middle: 'Middle | middle zone | MZ | 2',
          outer: 'Outer | outer zone | OZ | 3',
        }),
        inTiles: true,
      }),
      HSE.text('substance', 'Substance', 'hazardous substance | product | installation type'),
    ],
  }),
  featureType({
    id: 'energy/heat-network',
    title: 'Heat network',
    plural: 'Heat networks and zones',
    description: 'A district or communal heat network, or a zone set aside for one.',
    shapes: 'PA',
    synonyms:
      'heat networks | district heating | heat zones | heat network zones | heat network planning database | hnpd',
    equivalents: { inspire: 'us-net-th:ThermalNetwork' },
    minZoom: 9,
    rankBy: 'capacity-mw',
    attributes: [
      HEAT.code(
        'heat-source',
        'Heat source',
        'technology | heat source | primary heat source | technology type',
        { codes: HEAT_SOURCE, inTiles: true },
      ),
      HEAT.decimal(
        'capacity-mw',
        'Heat capacity',
        'capacity | heat capacity | installed capacity | mwth | capacity (mwth)',
        { ...MEGAWATTS, min: 0 },
      ),
      HEAT.decimal(
        'flow-temperature-c',
        'Flow temperature',
        'flow temp | flow temperature | supply temperature',
        { unit: '°C', min: 0, max: 200 },
      ),
      HEAT.flag(
        'heat-network-zone',
        'Heat network zone',
        'zone designated | designated zone | heat zone',
      ),
      HEAT.integer(
        'connections',
        'Connections',
        'customers | dwellings connected | number of connections | homes connected',
        { min: 0 },
      ),
    ],
  }),
  featureType({
    id: 'energy/energy-centre',
    title: 'Energy centre',
    plural: 'Energy centres',
    description: 'The plant that supplies a heat network.',
    shapes: 'PA',
    synonyms: 'energy centres | heat plant | district heating plant | boiler house',
    minZoom: 11,
    rankBy: 'capacity-mw',
    attributes: [
      HEAT.code('heat-source', 'Heat source', 'technology | heat source', {
        codes: HEAT_SOURCE,
        inTiles: true,
      }),
      HEAT.decimal('capacity-mw', 'Heat capacity', 'capacity | heat capacity | mwth', {
        ...MEGAWATTS,
        min: 0,
      }),
      HEAT.decimal(
        'thermal-store-m3',
        'Thermal store',
        'thermal store | thermal storage',
        CUBIC_METRES,
      ),
    ],
  }),
  featureType({
    id: 'energy/heat-pipe',
    title: 'Heat pipe',
    plural: 'Heat pipes',
    description: 'A pipe of a heat network.',
    shapes: 'L',
    synonyms: 'heat pipes | district heating pipes | heat mains | heat network routes',
    equivalents: { inspire: 'us-net-th:Pipe' },
    minZoom: 12,
    rankBy: 'diameter-mm',
    attributes: [
      HEAT.decimal('diameter-mm', 'Diameter', 'diameter | dia | pipe diameter | dn', {
        ...MILLIMETRES,
        inTiles: true,
      }),
      HEAT.code('direction', 'Flow or return', 'flow/return | flow or return | pipe function', {
        codes: codes({ flow: 'Flow | supply', return: 'Return', both: 'Flow and return | twin' }),
      }),
    ],
  }),
];
