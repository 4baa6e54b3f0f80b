import type { FeatureType } from '#data/schema/feature-type.ts';
import { codes, featureType, takenFrom } from './define.ts';
import { areaHa, DESIGNATED, POLICY } from './recurring.ts';

const PDP = takenFrom('Planning data');

const DEFRA = takenFrom('Defra UK-AIR AQMA');

const MRA = takenFrom('Mining Remediation Authority');

/** A designation that carries little beyond its name, its dates and its policy. */
const simple = (
  draft: Omit<Parameters<typeof featureType>[0], 'attributes' | 'shapes'>,
): FeatureType =>
  featureType({
    ...draft,
    shapes: 'PA',
    attributes: [DESIGNATED, POLICY, areaHa('Planning data')],
  });

/** Hazards and safeguarded land, and plan areas. */
export const PLANNING_LIMITS: readonly FeatureType[] = [
  featureType({
    id: 'planning/air-quality-management-area',
    title: 'Air quality management area',
    plural: 'Air quality management areas',
    description: 'An area in which a limit for a pollutant of the air is not met.',
    shapes: 'A',
    synonyms:
      'aqma | air quality management areas | air quality management | inspire_aqma | uk-air aqma | air quality areas',
    equivalents: { planningData: 'air-quality-management-area' },
    minZoom: 7,
    attributes: [
      DEFRA.list('pollutants', 'Pollutants', 'pollutant | pollutants declared', {
        codes: codes({
          no2: 'Nitrogen dioxide | NO2 | nitrogen dioxide no2',
          pm10: 'Particulates PM10 | PM10 | particulate matter < 10um | particulate matter < 10µm | particulate matter pm10',
          'pm2-5': 'Fine particulates PM2.5 | PM2.5',
          so2: 'Sulphur dioxide | SO2',
          benzene: 'Benzene',
        }),
      }),
      DEFRA.date(
        'declared-date',
        'Declared',
        'date declared | declared | date_declared | order date',
      ),
      DEFRA.date('revoked-date', 'Revoked', 'date revoked | revoked | date_revoked'),
    ],
  }),
  featureType({
    id: 'planning/coal-risk-area',
    title: 'Coal mining risk area',
    plural: 'Coal mining risk areas',
    description: 'An area in which past coal mining may affect building.',
    shapes: 'PA',
    synonyms:
      'coal development high risk area | coal mining risk | coal authority | high risk development area | mine entries | coal mining reporting area | surface coal resource',
    equivalents: { planningData: 'coal-mining-high-risk-area' },
    minZoom: 8,
    attributes: [
      MRA.code('risk', 'Risk', 'risk area | risk level | hazard | feature type', {
        codes: codes({
          high: 'High risk area | high | development high risk area',
          low: 'Low risk area | low | standing advice',
          'mine-entry': 'Mine entry | shaft | adit',
          'shallow-workings':
            'Probable shallow workings | shallow workings | past shallow coal mine workings',
        }),
        inTiles: true,
      }),
    ],
  }),
  featureType({
    id: 'planning/major-hazard-site',
    title: 'Major accident hazard site',
    plural: 'Major accident hazard sites',
    description:
      'A site under the control of major accident hazards rules, or a nuclear safety zone.',
    shapes: 'PA',
    synonyms:
      'comah | control of major accident hazards | major hazard sites | nuclear safety zone | hazardous substances consent | comah sites',
    equivalents: { planningData: 'control-of-major-accident-hazards-site' },
    minZoom: 9,
    attributes: [
      PDP.code('tier', 'Tier', 'comah tier | site tier', {
        codes: codes({
          upper: 'Upper tier | upper | top tier',
          lower: 'Lower tier | lower',
          nuclear: 'Nuclear',
        }),
        inTiles: true,
      }),
    ],
  }),
  simple({
    id: 'planning/local-green-space',
    title: 'Local green space',
    plural: 'Local green spaces',
    description: 'Green land of special value to a community, protected by a plan.',
    synonyms: 'local green space | local green spaces | protected green space',
    equivalents: { planningData: 'local-green-space' },
    minZoom: 10,
  }),
  simple({
    id: 'planning/metropolitan-open-land',
    title: 'Metropolitan open land',
    plural: 'Metropolitan open land',
    description: 'Open land in London protected as green belt is.',
    synonyms: 'metropolitan open land | mol | protected open land | other protected open land',
    equivalents: { planningData: 'metropolitan-open-land' },
    minZoom: 9,
  }),
  simple({
    id: 'planning/mineral-safeguarding-area',
    title: 'Mineral safeguarding area',
    plural: 'Mineral safeguarding areas',
    description: 'Land under which minerals are kept from being built over.',
    synonyms:
      'mineral safeguarding | mineral safeguarding areas | msa | minerals safeguarding area',
    equivalents: { planningData: 'mineral-safeguarding-area' },
    minZoom: 8,
  }),
  simple({
    id: 'planning/aerodrome-safeguarding',
    title: 'Aerodrome safeguarding',
    plural: 'Aerodrome safeguarding and public safety zones',
    description: 'Land round an airport on which height or use is limited.',
    synonyms:
      'aerodrome safeguarding | safeguarded aerodrome | public safety zone | psz | airport safeguarding',
    equivalents: { planningData: 'safeguarded-aerodrome' },
    minZoom: 8,
  }),
  simple({
    id: 'planning/design-code-area',
    title: 'Design code area',
    plural: 'Design code areas',
    description: 'An area with its own code for how buildings should look.',
    synonyms: 'design code | design code areas | special character area',
    equivalents: { planningData: 'design-code-area' },
    minZoom: 9,
  }),
  simple({
    id: 'planning/local-plan-area',
    title: 'Plan area',
    plural: 'Local and neighbourhood plan areas',
    description: 'The ground a local or neighbourhood plan covers.',
    synonyms:
      'local plan boundary | neighbourhood plan area | neighbourhood areas | plan boundary | neighbourhood forum area | central activities zone',
    equivalents: { planningData: 'local-plan-boundary' },
    minZoom: 7,
  }),
];
