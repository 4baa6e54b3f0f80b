import type { FeatureType } from '#data/schema/feature-type.ts';
import { codes, featureType, takenFrom } from './define.ts';
import { WATER_COMPANY } from './recurring.ts';

const DWMP = takenFrom('Drainage and Wastewater Management Plan');

const EA = takenFrom('Environment Agency');

/** Areas of supply, drainage and protection. */
export const WATER_AREAS: readonly FeatureType[] = [
  featureType({
    id: 'water/drainage-area',
    title: 'Drainage area',
    plural: 'Drainage areas',
    description: 'The ground whose sewers run to one works, with the risks its plan names.',
    shapes: 'A',
    synonyms:
      'drainage areas | drainage catchments | sewer catchments | dwmp | tactical planning unit | wastewater catchment | critical drainage areas',
    minZoom: 8,
    attributes: [
      WATER_COMPANY,
      DWMP.text('works', 'Drains to', 'treatment works | wwtw name | drains to | catchment works'),
      DWMP.code('dwmp-risk', 'Risk', 'dwmp risk | risk | risk band | priority', {
        codes: codes({
          low: 'Low | 0 | not significant',
          moderate: 'Moderate | medium | 1',
          high: 'High | 2 | very significant | critical',
        }),
        inTiles: true,
      }),
    ],
  }),
  featureType({
    id: 'water/water-resource-zone',
    title: 'Water resource zone',
    plural: 'Water resource zones',
    description: 'An area within which customers share the same risk of a shortage of water.',
    shapes: 'A',
    synonyms: 'water resource zones | wrz | water supply zones',
    minZoom: 6,
    attributes: [
      WATER_COMPANY,
      EA.text('stress', 'Water stress', 'water stress | stress class | classification'),
    ],
  }),
  featureType({
    id: 'water/source-protection-zone',
    title: 'Source protection zone',
    plural: 'Source protection zones',
    description:
      'Land round a drinking water source, graded by how quickly pollution would reach it.',
    shapes: 'A',
    synonyms:
      'source protection zones | spz | groundwater source protection | source_protection_zones_merged',
    equivalents: { planningData: 'source-protection-zone' },
    minZoom: 7,
    attributes: [
      EA.code('protection-zone', 'Zone', 'zone | spz zone | zone number', {
        codes: codes({
          '1': 'Zone 1, inner | 1 | inner | inner zone | zone 1 | 1c | zone i - inner protection zone',
          '2': 'Zone 2, outer | 2 | outer | outer zone | zone 2 | 2c | zone ii - outer protection zone',
          '3': 'Zone 3, total catchment | 3 | total catchment | zone 3 | 3c | zone iii - total catchment',
          '4': 'Zone of special interest | 4 | special interest',
        }),
        inTiles: true,
      }),
    ],
  }),
];
