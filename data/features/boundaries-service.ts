import type { FeatureType } from '#data/schema/feature-type.ts';
import { areaType } from './area-type.ts';
import { codes, takenFrom } from './define.ts';

const ONS = takenFrom('ONS names and codes');
const DNO = takenFrom('NESO GB DNO licence areas');

/** Areas people are served by. */
export const BOUNDARIES_SERVICE: readonly FeatureType[] = [
  areaType({
    id: 'boundaries/dno-licence-area',
    title: 'Electricity licence area',
    plural: 'Electricity distribution licence areas',
    description: 'The area in which one company distributes electricity.',
    synonyms:
      'dno licence areas | dno_licence_areas | distribution licence areas | electricity distribution areas | dno areas | idno',
    minZoom: 4,
    more: [
      DNO.text('operator', 'Operator', 'dno_name | dno name | dno_full_name | operator | company'),
      DNO.text('operator-short', 'Operator, short', 'dno | dno code | long_name'),
      DNO.text('region', 'Region', 'region | licence area | gsp group'),
    ],
  }),
  areaType({
    id: 'boundaries/gas-network-area',
    title: 'Gas network area',
    plural: 'Gas distribution network areas',
    description: 'The area in which one company distributes gas.',
    synonyms: 'gas distribution networks | gas network areas | gdn | local distribution zones',
    minZoom: 4,
    more: [DNO.text('operator', 'Operator', 'operator | company | gdn name')],
  }),
  areaType({
    id: 'boundaries/water-company-area',
    title: 'Water company area',
    plural: 'Water company areas',
    description: 'The area of a water or sewerage company.',
    synonyms:
      'water company areas | water companies | sewerage company areas | water company boundaries',
    minZoom: 4,
    more: [
      DNO.text('company', 'Company', 'company | comp_name | areaserved'),
      ONS.code('service', 'Service', 'service type | coverage | areatype', {
        codes: codes({
          water: 'Water supply | water | regional water company | water only',
          sewerage: 'Sewerage',
          both: 'Water and sewerage | WaSC',
        }),
        inTiles: true,
      }),
    ],
  }),
  areaType({
    id: 'boundaries/flood-authority',
    title: 'Flood and drainage authority',
    plural: 'Flood and drainage authorities',
    description: 'The area of a lead local flood authority or internal drainage district.',
    synonyms:
      'lead local flood authority | llfa | internal drainage districts | internal drainage board | idb',
    minZoom: 5,
  }),
  areaType({
    id: 'boundaries/service-area',
    title: 'Public service area',
    plural: 'Police, fire and health areas',
    description: 'The area of a police force, fire service or health board.',
    synonyms:
      'police force areas | fire and rescue areas | integrated care boards | health boards | neighbourhood policing',
    prefixes: ['PFA', 'FRA', 'ICB', 'CSP'],
    minZoom: 5,
  }),
  areaType({
    id: 'boundaries/planning-authority',
    title: 'Planning authority',
    plural: 'Planning authorities',
    description: 'The area of a local planning authority or a minerals and waste authority.',
    synonyms: 'local planning authorities | planning authorities | minerals and waste authority',
    prefixes: ['LPA'],
    planningData: 'local-planning-authority',
    minZoom: 5,
  }),
];
