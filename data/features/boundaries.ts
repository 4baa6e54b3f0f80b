import type { Attribute } from '#data/schema/attribute.ts';
import type { FeatureType, FeatureTypeId } from '#data/schema/feature-type.ts';
import { codes, featureType, takenFrom } from './define.ts';
import { censusColumns } from './vintages.ts';

const ONS = takenFrom('ONS names and codes');
const DNO = takenFrom('NESO GB DNO licence areas');

/** One kind of area: its id, its names, and the prefix of its ONS columns. */
type Area = {
  readonly id: FeatureTypeId;
  readonly title: string;
  readonly plural: string;
  readonly description: string;
  readonly synonyms: string;
  /** `WD` for `WD23CD` and `WD23NM`. */
  readonly prefixes?: readonly string[];
  readonly planningData?: string;
  readonly minZoom?: number;
  readonly more?: readonly Attribute[];
};

const columns = (prefixes: readonly string[], part: 'CD' | 'NM'): string =>
  prefixes.map((prefix) => ` | ${censusColumns(prefix, part)}`).join('');

function area({ prefixes = [], planningData, more = [], ...draft }: Area): FeatureType {
  return featureType({
    ...draft,
    shapes: 'A',
    equivalents: { inspire: 'au:AdministrativeUnit', ...(planningData ? { planningData } : {}) },
    labelBy: 'name',
    attributes: [
      ONS.text(
        'gss-code',
        'GSS code',
        `area_code | area code | areacode | gss code | gsscode | gss_code | gss-code | gss | ons code | geography code | geocode | code${columns(prefixes, 'CD')}`,
        { description: 'ONS (GSS) code where the area has one.', inTiles: true },
      ),
      ONS.text(
        'name',
        'Name',
        `area_name | area name | areaname | geography name | title | label | name${columns(prefixes, 'NM')}`,
        { required: true, inTiles: true },
      ),
      ONS.text(
        'name-welsh',
        'Name in Welsh',
        `name welsh | welsh name${prefixes.map((prefix) => ` | ${censusColumns(prefix, 'NM').replaceAll('NM', 'NMW')}`).join('')}`,
      ),
      ONS.decimal(
        'area-m2',
        'Area',
        'area | shape_area | st_area | shape__area | areaehect | area m2 | st_areasha',
        { unit: 'm²', convertible: { ha: 10_000, km2: 1_000_000 }, min: 0 },
      ),
      ONS.text('area-unit', 'Unit of area', 'area_units | area units'),
      ONS.text(
        'parent',
        'Part of',
        'parent | parent code | local_authority_area_code | region code | county',
      ),
      ONS.text(
        'parent-name',
        'Part of (name)',
        'parent name | local_authority_area_name | region name | county name',
      ),
      ONS.date('start-date', 'Valid from', 'valid from | operative date | start date | oper_date'),
      ONS.date('end-date', 'Valid to', 'valid to | termination date | end date | term_date'),
      ONS.list('predecessors', 'Replaces', 'predecessor | predecessors'),
      ONS.list('successors', 'Replaced by', 'successor | successors'),
      ...more,
    ],
  });
}

/** Areas people are counted, governed and served by. */
export const BOUNDARIES: readonly FeatureType[] = [
  area({
    id: 'boundaries/local-authority-district',
    title: 'District',
    plural: 'Local authority districts',
    description: 'The area of a district, borough or unitary council.',
    synonyms:
      'local authority districts | local authorities | gm_local_authority | districts | boroughs | local authority | lad | topo_lad | unitary authorities | council boundaries',
    prefixes: ['LAD', 'LTLA', 'CTYUA'],
    planningData: 'local-authority-district',
    minZoom: 4,
  }),
  area({
    id: 'boundaries/combined-authority',
    title: 'Combined authority',
    plural: 'Combined authorities',
    description: 'The area of a combined authority.',
    synonyms:
      'combined authority | gm_combined_authority | combined authorities | city region | gm_boundary',
    prefixes: ['CAUTH'],
    planningData: 'combined-authority',
    minZoom: 3,
  }),
  area({
    id: 'boundaries/ward',
    title: 'Ward',
    plural: 'Wards',
    description: 'An electoral ward.',
    synonyms: 'wards | gm_ward | electoral wards | ward boundaries | gm_wards',
    prefixes: ['WD', 'CMWD'],
    planningData: 'ward',
    minZoom: 8,
  }),
  area({
    id: 'boundaries/parish',
    title: 'Parish',
    plural: 'Parishes',
    description: 'A civil parish or town council area.',
    synonyms: 'parishes | civil parishes | parish councils',
    prefixes: ['PAR', 'PARNCP'],
    planningData: 'parish',
    minZoom: 8,
  }),
  area({
    id: 'boundaries/constituency',
    title: 'Constituency',
    plural: 'Parliamentary constituencies',
    description: 'A constituency of the United Kingdom Parliament.',
    synonyms: 'constituencies | parliamentary constituencies | westminster',
    prefixes: ['PCON'],
    minZoom: 5,
  }),
  area({
    id: 'boundaries/lsoa',
    title: 'Lower layer super output area',
    plural: 'Lower layer super output areas',
    description: 'A census area of about 1,500 people.',
    synonyms: 'lsoa | lower layer super output area | gm_lsoa | lower super output areas',
    prefixes: ['LSOA'],
    planningData: 'lower-layer-super-output-area',
    minZoom: 9,
  }),
  area({
    id: 'boundaries/msoa',
    title: 'Middle layer super output area',
    plural: 'Middle layer super output areas',
    description: 'A census area of about 8,000 people.',
    synonyms: 'msoa | middle layer super output area | gm_msoa',
    prefixes: ['MSOA'],
    minZoom: 8,
  }),
  area({
    id: 'boundaries/output-area',
    title: 'Output area',
    plural: 'Output areas',
    description: 'The smallest census area.',
    synonyms: 'output areas | census output areas',
    prefixes: ['OA'],
    minZoom: 11,
  }),
  area({
    id: 'boundaries/postcode-area',
    title: 'Postcode area or centroid',
    plural: 'Postcode areas',
    description: 'A postcode area, district or sector.',
    synonyms: 'postcode sectors | postcode districts | postcode areas',
    minZoom: 8,
  }),
  area({
    id: 'boundaries/national-park',
    title: 'National park or landscape',
    plural: 'National parks and landscapes',
    description: 'A national park or area of outstanding natural beauty.',
    synonyms: 'national parks | areas of outstanding natural beauty | aonb | national landscapes',
    prefixes: ['NPARK'],
    planningData: 'national-park',
    minZoom: 5,
  }),
  area({
    id: 'boundaries/planning-authority',
    title: 'Planning authority',
    plural: 'Planning authorities',
    description: 'The area of a local planning authority or a minerals and waste authority.',
    synonyms: 'local planning authorities | planning authorities | minerals and waste authority',
    prefixes: ['LPA'],
    planningData: 'local-planning-authority',
    minZoom: 5,
  }),
  area({
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
  area({
    id: 'boundaries/gas-network-area',
    title: 'Gas network area',
    plural: 'Gas distribution network areas',
    description: 'The area in which one company distributes gas.',
    synonyms: 'gas distribution networks | gas network areas | gdn | local distribution zones',
    minZoom: 4,
    more: [DNO.text('operator', 'Operator', 'operator | company | gdn name')],
  }),
  area({
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
  area({
    id: 'boundaries/flood-authority',
    title: 'Flood and drainage authority',
    plural: 'Flood and drainage authorities',
    description: 'The area of a lead local flood authority or internal drainage district.',
    synonyms:
      'lead local flood authority | llfa | internal drainage districts | internal drainage board | idb',
    minZoom: 5,
  }),
  area({
    id: 'boundaries/service-area',
    title: 'Public service area',
    plural: 'Police, fire and health areas',
    description: 'The area of a police force, fire service or health board.',
    synonyms:
      'police force areas | fire and rescue areas | integrated care boards | health boards | neighbourhood policing',
    prefixes: ['PFA', 'FRA', 'ICB', 'CSP'],
    minZoom: 5,
  }),
];
