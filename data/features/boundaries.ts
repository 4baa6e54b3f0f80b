import type { FeatureType } from '#data/schema/feature-type.ts';
import { areaType } from './area-type.ts';
import { takenFrom } from './define.ts';

const ONS = takenFrom('ONS names and codes');

/** Areas people are counted and governed by. */
export const BOUNDARIES: readonly FeatureType[] = [
  areaType({
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
  areaType({
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
  areaType({
    id: 'boundaries/ward',
    title: 'Ward',
    plural: 'Wards',
    description: 'An electoral ward.',
    synonyms: 'wards | gm_ward | electoral wards | ward boundaries | gm_wards',
    prefixes: ['WD', 'CMWD'],
    planningData: 'ward',
    minZoom: 8,
  }),
  areaType({
    id: 'boundaries/parish',
    title: 'Parish',
    plural: 'Parishes',
    description: 'A civil parish or town council area.',
    synonyms: 'parishes | civil parishes | parish councils',
    prefixes: ['PAR', 'PARNCP'],
    planningData: 'parish',
    minZoom: 8,
  }),
  areaType({
    id: 'boundaries/constituency',
    title: 'Constituency',
    plural: 'Parliamentary constituencies',
    description: 'A constituency of the United Kingdom Parliament.',
    synonyms: 'constituencies | parliamentary constituencies | westminster',
    prefixes: ['PCON'],
    minZoom: 5,
  }),
  areaType({
    id: 'boundaries/lsoa',
    title: 'Lower layer super output area',
    plural: 'Lower layer super output areas',
    description: 'A census area of about 1,500 people.',
    synonyms: 'lsoa | lower layer super output area | gm_lsoa | lower super output areas',
    prefixes: ['LSOA'],
    planningData: 'lower-layer-super-output-area',
    minZoom: 9,
  }),
  areaType({
    id: 'boundaries/msoa',
    title: 'Middle layer super output area',
    plural: 'Middle layer super output areas',
    description: 'A census area of about 8,000 people.',
    synonyms: 'msoa | middle layer super output area | gm_msoa',
    prefixes: ['MSOA'],
    minZoom: 8,
  }),
  areaType({
    id: 'boundaries/output-area',
    title: 'Output area',
    plural: 'Output areas',
    description: 'The smallest census area.',
    synonyms: 'output areas | census output areas',
    prefixes: ['OA'],
    minZoom: 11,
  }),
  areaType({
    id: 'boundaries/national-park',
    title: 'National park or landscape',
    plural: 'National parks and landscapes',
    description: 'A national park or area of outstanding natural beauty.',
    synonyms: 'national parks | areas of outstanding natural beauty | aonb | national landscapes',
    prefixes: ['NPARK'],
    planningData: 'national-park',
    minZoom: 5,
  }),
  areaType({
    id: 'boundaries/postcode',
    title: 'Postcode',
    plural: 'Postcodes and postcode areas',
    nameless: true,
    description: 'A postcode’s centre, or the area of a postcode sector or district.',
    synonyms:
      'postcodes | postcode centroids | onspd | code point open | codepoint | postcode sectors | postcode districts | postcode areas | postcode lookup',
    shapes: 'PA',
    minZoom: 9,
    more: [
      ONS.text(
        'postcode',
        'Postcode',
        'post code | pcd | pcds | pcd2 | pcd7 | pcd8 | postcode_space',
        { required: true, inTiles: true },
      ),
    ],
  }),
];
