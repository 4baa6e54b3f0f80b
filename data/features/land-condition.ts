import type { FeatureType } from '#data/schema/feature-type.ts';
import { featureType, HECTARES, takenFrom } from './define.ts';

const PDP = takenFrom('Planning data');

/** Land with a past, and land meant to change. */
export const LAND_CONDITION: readonly FeatureType[] = [
  featureType({
    id: 'land/contaminated-land',
    title: 'Contaminated land',
    plural: 'Contaminated land',
    description: 'Land a council has determined to be contaminated.',
    shapes: 'PA',
    synonyms: 'contaminated land | part 2a | contaminated sites | special site',
    equivalents: { planningData: 'contaminated-land' },
    minZoom: 10,
    attributes: [
      PDP.date(
        'determination-date',
        'Determined',
        'determination date | date determined | date of determination',
      ),
      PDP.text(
        'contaminants',
        'Contaminants',
        'contaminant | pollutant | pollutants | significant contaminants | contaminants of concern',
      ),
      PDP.text(
        'remediation',
        'Remediation',
        'remediation status | remediated | remediation notice',
      ),
      PDP.flag('special-site', 'Special site', 'is special site'),
    ],
  }),
  featureType({
    id: 'land/vacant-building',
    title: 'Vacant building or land',
    plural: 'Vacant buildings and land',
    description: 'A building or plot recorded as empty.',
    shapes: 'PA',
    synonyms:
      'vacant buildings | vacant land | empty properties | vacant business rates properties | vacant properties | empty homes | vacant units | vacant business premises | vacant shops | vacant commercial properties | empty commercial properties | derelict land',
    minZoom: 11,
    attributes: [
      PDP.text('last-use', 'Last use', 'last use | former use | previous use | use'),
      PDP.date(
        'vacant-since',
        'Empty since',
        'vacant since | empty since | date vacant | void date | vacant from | empty from | vacancy date | date of vacancy',
      ),
      PDP.decimal('area-ha', 'Area', 'area | hectares | site area', HECTARES),
    ],
  }),
  featureType({
    id: 'land/opportunity-area',
    title: 'Opportunity or growth area',
    plural: 'Opportunity and growth areas',
    description: 'An area marked for growth, regeneration or a development corporation.',
    shapes: 'A',
    synonyms:
      'opportunity areas | growth areas | regeneration areas | mayoral development corporation | development corporation boundary | strategic regeneration framework | town centre boundary | growth locations | investment zones | mayoral development zone',
    equivalents: { planningData: 'development-corporation-boundary' },
    minZoom: 8,
    attributes: [
      PDP.text('policy', 'Policy', 'policy ref | policy reference | framework'),
      PDP.decimal('area-ha', 'Area', 'area | hectares | site area', HECTARES),
      PDP.integer('homes', 'Homes', 'dwellings | housing capacity | homes planned', { min: 0 }),
      PDP.integer('jobs', 'Jobs', 'job capacity | jobs planned', { min: 0 }),
    ],
  }),
];
