import type { FeatureType } from '#data/schema/feature-type.ts';
import { codes, featureType, METRES, takenFrom } from './define.ts';

const PDP = takenFrom('Planning data');

const EA = takenFrom('Environment Agency');

const AIMS = takenFrom('EA Asset Information Management System');

/** Floods and what holds them back. */
export const ENVIRONMENT_FLOOD: readonly FeatureType[] = [
  featureType({
    id: 'environment/flood-risk-zone',
    title: 'Flood zone',
    plural: 'Flood zones',
    description:
      'Land with a yearly chance of flooding from rivers or the sea, ignoring defences. Not suitable for judging one property.',
    shapes: 'A',
    synonyms:
      'flood zones | flood risk zone | flood zone 2 | flood zone 3 | flood map for planning | flood_zone_3b | flood risk | rivers and sea',
    equivalents: { planningData: 'flood-risk-zone', inspire: 'nz:RiskZone' },
    minZoom: 6,
    labelBy: 'flood-risk-level',
    attributes: [
      PDP.code(
        'flood-risk-level',
        'Zone',
        'flood-risk-level | flood zone | zone | floodzone | flood_zone | flood risk level',
        {
          codes: codes({
            '1': 'Zone 1 | 1 | FZ1 | flood zone 1',
            '2': 'Zone 2 | 2 | FZ2 | flood zone 2',
            '3': 'Zone 3 | 3 | FZ3 | 3a | flood zone 3',
            '3b': 'Zone 3b, functional floodplain | 3b | FZ3b | functional floodplain',
          }),
          inTiles: true,
        },
      ),
      PDP.code(
        'flood-risk-type',
        'From',
        'flood-risk-type | type | flood source | source | origin',
        {
          codes: codes({
            rivers: 'Rivers | fluvial | fluvial models | fluvial events | river',
            sea: 'Sea | tidal | tidal models | coastal',
            combined: 'Rivers and sea | combined | fluvial / tidal models | fluvial/tidal',
          }),
          inTiles: true,
        },
      ),
    ],
  }),
  featureType({
    id: 'environment/surface-water-risk',
    title: 'Surface water flood risk',
    plural: 'Surface water flood risk',
    description: 'Land that may flood when rain cannot drain away.',
    shapes: 'A',
    synonyms:
      'surface water flooding | risk of flooding from surface water | rofsw | surface water risk | pluvial',
    minZoom: 9,
    attributes: [
      EA.code(
        'likelihood',
        'Chance',
        'risk | risk band | probability | likelihood band | suitability',
        {
          codes: codes({
            high: 'High | 3.3% | 1 in 30',
            medium: 'Medium | 1% | 1 in 100',
            low: 'Low | 0.1% | 1 in 1000',
          }),
          inTiles: true,
        },
      ),
      EA.text('depth-band', 'Depth', 'depth | depth band | depth_band'),
    ],
  }),
  featureType({
    id: 'environment/recorded-flood',
    title: 'Recorded flood',
    plural: 'Recorded floods',
    description: 'The outline of, or a report about, a flood that happened.',
    shapes: 'PA',
    synonyms:
      'recorded flood outlines | historic flood map | flood history | flood incidents | section 19',
    minZoom: 8,
    attributes: [
      EA.date(
        'flood-date',
        'When',
        'date | flood date | flood_date | event date | start date | event_date',
      ),
      EA.text('flood-source', 'Source', 'flood_src | flood source | source | flood_caus | cause'),
      EA.integer('properties', 'Properties flooded', 'properties affected | internal flooding', {
        min: 0,
      }),
    ],
  }),
  featureType({
    id: 'environment/flood-defence',
    title: 'Flood defence',
    plural: 'Flood defences',
    description: 'A wall, bank, gate or screen that holds back floods.',
    shapes: 'PL',
    synonyms:
      'flood defences | spatial flood defences | flood walls | flood embankments | aims | flood assets',
    minZoom: 10,
    attributes: [
      AIMS.code('kind', 'Kind', 'asset_type | asset type | asset sub type | defence type | type', {
        codes: codes({
          wall: 'Wall | flood wall',
          embankment: 'Embankment | bund | bank',
          gate: 'Gate | flood gate | demountable',
          'high-ground': 'High ground | natural high ground',
          screen: 'Screen | trash screen',
          other: 'Other | bridge abutment | quay',
        }),
        inTiles: true,
      }),
      AIMS.integer(
        'standard-years',
        'Standard of protection',
        'sop | standard of protection | design_sop | target sop',
        { unit: 'years', min: 0 },
      ),
      AIMS.code(
        'condition',
        'Condition',
        'actual condition | current condition | condition grade | actual_con',
        {
          codes: codes({
            '1': '1 Very good | 1 | very good',
            '2': '2 Good | 2 | good',
            '3': '3 Fair | 3 | fair',
            '4': '4 Poor | 4 | poor',
            '5': '5 Very poor | 5 | very poor',
          }),
        },
      ),
      AIMS.decimal(
        'crest-level-m',
        'Crest level',
        'crest level | actual_dcl | effective crest level',
        METRES,
      ),
    ],
  }),
  featureType({
    id: 'environment/flood-storage-area',
    title: 'Flood storage or warning area',
    plural: 'Flood storage and warning areas',
    description: 'Land meant to hold flood water, or an area that is warned of floods.',
    shapes: 'A',
    synonyms: 'flood storage areas | flood warning areas | flood alert areas | washlands',
    equivalents: { planningData: 'flood-storage-area' },
    minZoom: 8,
    attributes: [
      EA.code('kind', 'Kind', 'area type | type', {
        codes: codes({
          storage: 'Flood storage area | storage | FSA',
          warning: 'Flood warning area | FWA',
          alert: 'Flood alert area | FAA',
        }),
        inTiles: true,
      }),
      EA.text('river', 'River', 'river_sea | river or sea | watercourse'),
    ],
  }),
];
