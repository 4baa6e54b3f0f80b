import type { FeatureType } from '#data/schema/feature-type.ts';
import { TECHNOLOGY } from './codes.ts';
import { codes, featureType, MEGAWATT_HOURS, MEGAWATTS, takenFrom } from './define.ts';

const REPD = takenFrom('Renewable Energy Planning Database');

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

/** Generation and storage. */
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
      REPD.date('refused-date', 'Permission refused', 'planning permission refused | refusal date'),
      REPD.date('withdrawn-date', 'Application withdrawn', 'planning application withdrawn'),
      REPD.date('expired-date', 'Permission expired', 'planning permission expired'),
      REPD.date(
        'construction-date',
        'Construction began',
        'under construction | construction start',
      ),
      REPD.date(
        'commissioning-date',
        'Operational since',
        'operational | commissioning date | operational date | date operational | commissioned',
      ),
    ],
  }),
];
