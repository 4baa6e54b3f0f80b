import type { FeatureType } from '#data/schema/feature-type.ts';
import { codes, featureType, KILOVOLTS, MEGAWATT_HOURS, MEGAWATTS, takenFrom } from './define.ts';

const REPD = takenFrom('Renewable Energy Planning Database');

const ECR = takenFrom('Embedded Capacity Register');

/** What makes or stores the power. Words: REPD `Technology Type`, OSM `plant:source`, register fuel names. */
const TECHNOLOGY = codes({
  solar: 'Solar | solar photovoltaics | solar pv | pv | photovoltaic',
  'onshore-wind': 'Onshore wind | wind onshore | wind',
  'offshore-wind': 'Offshore wind | wind offshore',
  hydro: 'Hydro | small hydro | large hydro | water | hydroelectric',
  'pumped-storage': 'Pumped storage | pumped storage hydroelectricity | pumped',
  'tidal-or-wave': 'Tidal or wave | tidal barrage and tidal stream | shoreline wave | tidal | wave',
  biomass: 'Biomass | biomass (dedicated) | biomass (co-firing) | biofuel | wood',
  'energy-from-waste':
    'Energy from waste | efw incineration | efw | waste | incineration | advanced conversion technologies | act',
  'landfill-gas': 'Landfill gas | landfill',
  'anaerobic-digestion': 'Anaerobic digestion | ad | biogas',
  'sewage-gas': 'Sewage gas | sewage sludge digestion | sewage',
  geothermal: 'Geothermal | hot dry rocks (hdr) | hot dry rocks | ground source heat pumps',
  gas: 'Gas | ccgt | ocgt | natural gas | gas reciprocating engine | gas engine',
  oil: 'Oil or diesel | oil | diesel',
  coal: 'Coal',
  nuclear: 'Nuclear',
  chp: 'Combined heat and power | chp | gas fired chp',
  battery: 'Battery | bess | battery storage | lithium ion battery | storage',
  'other-storage':
    'Other storage | liquid air energy storage | compressed air energy storage | flywheels | flywheel',
  hydrogen: 'Hydrogen | fuel cell (hydrogen) | fuel cell',
  other: 'Other | mixed | multiple',
});

/** Where a project stands with planning. Words: REPD `Development Status`. */
const PROJECT_STATUS = codes({
  submitted:
    'Application submitted | planning application submitted | application submitted | submitted | pending',
  granted:
    'Permission granted | planning permission granted | awaiting construction | approved | consented | appeal granted | secretary of state - granted | no application required',
  refused:
    'Permission refused | planning permission refused | application refused | refused | appeal refused | secretary of state - refusal',
  withdrawn:
    'Withdrawn | planning application withdrawn | application withdrawn | appeal withdrawn',
  'appeal-lodged': 'Appeal lodged | appeal',
  expired: 'Permission expired | planning permission expired | expired | lapsed',
  'under-construction': 'Under construction',
  operational: 'Operational | operating | live',
  abandoned: 'Abandoned',
  decommissioned: 'Decommissioned | closed',
});

/** Generation, storage and connection queues. */
export const ENERGY_GENERATION: readonly FeatureType[] = [
  featureType({
    id: 'energy/generation-site',
    title: 'Generation or storage site',
    plural: 'Generation and storage sites',
    description: 'A power station, renewable generator or battery, built or planned.',
    shapes: 'PA',
    synonyms:
      'repd | renewable energy planning database | renewable energy | renewables | generation | generators | power stations | solar farms | wind farms | onshore wind | offshore wind | wind turbines | battery storage | power plants | dukes',
    equivalents: {
      osm: 'power=plant|generator',
      overture: 'power/power_plant',
      cim: 'GeneratingUnit',
    },
    minZoom: 5,
    rankBy: 'capacity-mw',
    labelBy: 'technology',
    attributes: [
      REPD.code(
        'technology',
        'Technology',
        'technology type | technology_type | tech | fuel | fuel type | energy source | plant type | generation type | plant:source | generator:source | primary fuel | type',
        {
          codes: TECHNOLOGY,
          inTiles: true,
        },
      ),
      REPD.decimal(
        'capacity-mw',
        'Capacity',
        'installed capacity (mwelec) | installed capacity | capacity | capacity (mw) | installed capacity mw | mw | generation capacity | plant:output:electricity | generator:output:electricity | declared net capacity | mwe',
        {
          ...MEGAWATTS,
          min: 0,
          max: 10_000,
          inTiles: true,
        },
      ),
      REPD.decimal(
        'storage-mwh',
        'Storage',
        'storage capacity | energy capacity | storage (mwh) | mwh',
        MEGAWATT_HOURS,
      ),
      REPD.code(
        'planning-status',
        'Planning status',
        'development status | planning status | project status | application status',
        {
          codes: PROJECT_STATUS,
          inTiles: true,
        },
      ),
      REPD.text(
        'repd-ref',
        'REPD reference',
        'ref id | repd ref | repd id | repd ref id | new ref id',
      ),
      REPD.text(
        'old-reference',
        'Earlier reference',
        'old ref id | old reference | previous reference',
      ),
      REPD.text(
        'planning-reference',
        'Planning application',
        'planning application reference | planning ref | application reference | planning application ref',
      ),
      REPD.integer(
        'turbines',
        'Turbines',
        'no. of turbines | number of turbines | no of turbines | turbine count',
        { min: 0 },
      ),
      REPD.decimal(
        'turbine-capacity-mw',
        'Capacity of each turbine',
        'turbine capacity (mw) | turbine capacity',
        { ...MEGAWATTS, min: 0 },
      ),
      REPD.decimal(
        'turbine-height-m',
        'Turbine height',
        'height of turbines (m) | height of turbines | turbine height | tip height',
        { unit: 'm', min: 0 },
      ),
      REPD.code(
        'mounting',
        'Mounting',
        'mounting type for solar | mounting type | solar mounting',
        {
          codes: codes({
            ground: 'Ground | ground mounted',
            roof: 'Roof | rooftop',
            both: 'Ground and roof | ground/roof',
            floating: 'Floating',
          }),
        },
      ),
      REPD.text('storage-type', 'Storage arrangement', 'storage type | storage co-location'),
      REPD.flag('chp', 'Makes heat too', 'chp enabled | combined heat and power'),
      REPD.date(
        'submitted-date',
        'Application submitted',
        'planning application submitted | date submitted',
      ),
      REPD.date(
        'permission-date',
        'Permission granted',
        'planning permission granted | permission date | date granted',
      ),
      REPD.date(
        'commissioning-date',
        'Operational since',
        'operational | commissioning date | operational date | date operational | commissioned',
      ),
    ],
  }),
  featureType({
    id: 'energy/capacity-register-entry',
    title: 'Connection register entry',
    plural: 'Connection register entries',
    description:
      'A connected or accepted generation or storage scheme, from an operator’s capacity register or connection queue.',
    shapes: 'P',
    synonyms:
      'embedded capacity register | ecr | connection queue | connections register | tec register | gsp connection queue | transmission entry capacity | accepted to connect',
    minZoom: 8,
    rankBy: 'export-mw',
    labelBy: 'technology',
    attributes: [
      ECR.code(
        'technology',
        'Technology',
        'energy_source_1 | energy source 1 | energy_conversion_technology_1 | energy conversion technology 1 | plant type | technology type',
        { codes: TECHNOLOGY, inTiles: true },
      ),
      ECR.decimal(
        'export-mw',
        'Maximum export',
        'maximum_export_capacity_mw | maximum export capacity (mw) | max export | export capacity | mw connected | already connected registered capacity (mw) | cumulative total capacity (mw)',
        { ...MEGAWATTS, inTiles: true },
      ),
      ECR.decimal(
        'import-mw',
        'Maximum import',
        'maximum_import_capacity_mw | maximum import capacity (mw) | max import | import capacity',
        MEGAWATTS,
      ),
      ECR.decimal(
        'storage-mwh',
        'Storage',
        'storage_capacity_1_mwh | storage capacity 1 (mwh) | storage capacity',
        MEGAWATT_HOURS,
      ),
      ECR.code(
        'connection-status',
        'Connection',
        'connection status | connection_status | connected or accepted | project status',
        {
          codes: codes({
            connected: 'Connected | built | energised',
            'accepted-to-connect':
              'Accepted to connect | accepted | contracted | scoping | awaiting consents | consents approved',
          }),
          inTiles: true,
        },
      ),
      ECR.decimal(
        'connection-voltage-kv',
        'Connection voltage',
        'point_of_connection_poc_voltage_kv | point of connection voltage | poc voltage | connection voltage',
        KILOVOLTS,
      ),
      ECR.text(
        'gsp',
        'Grid supply point',
        'grid_supply_point | grid supply point | gsp name | connection site',
      ),
      ECR.text('bsp', 'Bulk supply point', 'bulk_supply_point | bulk supply point | bsp name'),
      ECR.text('primary', 'Primary substation', 'primary substation | primary name'),
      ECR.date('date-accepted', 'Accepted', 'date accepted | date_accepted | offer accepted'),
      ECR.date(
        'date-connected',
        'Connected',
        'date connected | date_connected | mw effective from | connection date',
      ),
      ECR.flag(
        'flexible-connection',
        'Flexible connection',
        'flexible_connection_yes_no | flexible connection (yes/no)',
      ),
    ],
  }),
];
