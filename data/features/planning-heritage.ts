import type { Attribute } from '#data/schema/attribute.ts';
import type { FeatureType } from '#data/schema/feature-type.ts';
import { HERITAGE_GRADE } from './codes.ts';
import { codes, featureType, takenFrom } from './define.ts';
import { areaHa, DESIGNATED, LIST_ENTRY } from './recurring.ts';

const PDP = takenFrom('Planning data');

const NHLE = takenFrom('National Heritage List for England');

/** When a thing came onto its list, with the headings of that list. */
const listedOn = (headings: string): Attribute =>
  NHLE.date('start-date', 'Listed', `${headings} | dated | desigdate | start date`);

const AMENDED_ON: Attribute = NHLE.date(
  'entry-date',
  'List entry amended',
  'amenddate | amend date | date amended | last amended | amended',
);

const grade = (headings = ''): Attribute =>
  NHLE.code(
    'grade',
    'Grade',
    `listing grade | list grade | listed building grade | listed-building-grade | lisbgde | statusgrade | heritage grade${headings}`,
    { codes: HERITAGE_GRADE, inTiles: true },
  );

const scale: Attribute = NHLE.text(
  'capture-scale',
  'Captured at',
  'capturescale | capture scale | capturesca',
);

/** Heritage: what is protected for its history. */
export const PLANNING_HERITAGE: readonly FeatureType[] = [
  featureType({
    id: 'planning/conservation-area',
    title: 'Conservation area',
    plural: 'Conservation areas',
    description: 'An area of special architectural or historic interest a council protects.',
    shapes: 'PA',
    synonyms:
      'conservation areas | conservation_areas | conservationareas | conservation area boundaries | cons areas | dpd_conservation | conservation_areas_polygon | sac areas',
    equivalents: { planningData: 'conservation-area', inspire: 'ps:ProtectedSite' },
    minZoom: 8,
    labelBy: 'name',
    attributes: [
      PDP.text(
        'reference',
        'Reference',
        'ref | conservation_area_number | conservation area number | ca_ref_no | caref | con_area_r | conservation area no | conservation area id | conareano | ca_no | ca number | ca id | ca ref | ca_ref | conservation area ref | conservation area reference | refval | prconstrntrefval | uid | code | keyval | id',
      ),
      PDP.text(
        'name',
        'Name',
        'conservation_area | conservation area | con_area_n | cons_area | conservation area name | ca_name | caname | sac_name | ca name | ufrm_gmsconstr_polyconname | site_name | sitename | s_name | title | location | name',
        { required: true, inTiles: true },
      ),
      DESIGNATED,
      PDP.date(
        'amended-date',
        'Extended or changed',
        'extended | date extended | extension date | reviewed | review date | last reviewed | date_amended',
      ),
      PDP.url(
        'document-url',
        'Appraisal',
        'appraisal | character appraisal | appraisal url | document url | con_doc2 | management plan',
      ),
      PDP.text(
        'risk-reference',
        'Risk survey',
        'risk_survey_reference | risk survey reference | heritage at risk',
      ),
      areaHa('National Heritage List for England'),
    ],
  }),
  featureType({
    id: 'planning/listed-building',
    title: 'Listed building',
    plural: 'Listed buildings',
    description: 'A building or structure on the National Heritage List, or its outline.',
    shapes: 'PA',
    synonyms:
      'listed buildings | listed_buildings | listed building outline | nhle listed buildings | national heritage list | statutory list | ihm_listedbuildings | listed building register | lb points | lb register | listed structures',
    equivalents: {
      planningData: 'listed-building',
      osm: 'heritage=2',
      inspire: 'ps:ProtectedSite',
    },
    minZoom: 11,
    labelBy: 'grade',
    attributes: [
      LIST_ENTRY,
      grade(),
      listedOn(
        'listdate | list date | date listed | date of listing | date_of_li | date_listed | date first listed | listed date | listing date | first listed',
      ),
      AMENDED_ON,
      scale,
      NHLE.text('grid-reference', 'Grid reference', 'ngr | grid ref | os grid reference'),
    ],
  }),
  featureType({
    id: 'planning/scheduled-monument',
    title: 'Scheduled monument',
    plural: 'Scheduled monuments',
    description: 'A nationally important archaeological site protected by law.',
    shapes: 'PA',
    synonyms: 'scheduled monuments | scheduled ancient monuments | sam | ancient monuments',
    equivalents: { planningData: 'scheduled-monument', inspire: 'ps:ProtectedSite' },
    minZoom: 9,
    attributes: [
      LIST_ENTRY,
      listedOn('scheddate | scheduled date | date scheduled | date of scheduling'),
      AMENDED_ON,
      areaHa('National Heritage List for England'),
      scale,
    ],
  }),
  featureType({
    id: 'planning/park-and-garden',
    title: 'Registered park or garden',
    plural: 'Registered parks and gardens',
    description: 'A designed landscape on the register of historic parks and gardens.',
    shapes: 'PA',
    synonyms:
      'parks and gardens | registered parks | historic parks | historic parks and gardens | registered gardens',
    equivalents: { planningData: 'park-and-garden', inspire: 'ps:ProtectedSite' },
    minZoom: 8,
    attributes: [
      LIST_ENTRY,
      grade(' | park and garden grade | park-and-garden-grade'),
      listedOn('regdate | date registered | registration date | registered date'),
      AMENDED_ON,
      areaHa('National Heritage List for England'),
    ],
  }),
  featureType({
    id: 'planning/battlefield',
    title: 'Registered battlefield',
    plural: 'Registered battlefields',
    description: 'The ground of a battle, on the register of historic battlefields.',
    shapes: 'A',
    synonyms: 'battlefields | registered battlefields | historic battlefields',
    equivalents: { planningData: 'battlefield' },
    minZoom: 7,
    attributes: [
      LIST_ENTRY,
      listedOn('regdate | date registered | registration date'),
      areaHa('National Heritage List for England'),
    ],
  }),
  featureType({
    id: 'planning/world-heritage-site',
    title: 'World Heritage Site',
    plural: 'World Heritage Sites',
    description: 'A World Heritage Site or the zone that buffers it.',
    shapes: 'A',
    synonyms:
      'world heritage | world heritage sites | whs | world heritage site buffer zone | unesco',
    equivalents: { planningData: 'world-heritage-site' },
    minZoom: 6,
    attributes: [
      LIST_ENTRY,
      listedOn('inscrdate | date inscribed | inscription date'),
      PDP.code('part', 'Part', 'zone | core or buffer | zone type', {
        codes: codes({ core: 'Core site | core | site', buffer: 'Buffer zone | buffer' }),
        inTiles: true,
      }),
      areaHa('National Heritage List for England'),
    ],
  }),
];
