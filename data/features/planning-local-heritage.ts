import type { FeatureType } from '#data/schema/feature-type.ts';
import { codes, featureType, takenFrom } from './define.ts';
import { LIST_ENTRY } from './recurring.ts';

const PDP = takenFrom('Planning data');

const NHLE = takenFrom('National Heritage List for England');

/** Heritage of local value, at risk or in question. */
export const PLANNING_LOCAL_HERITAGE: readonly FeatureType[] = [
  featureType({
    id: 'planning/locally-listed-building',
    title: 'Locally listed building',
    plural: 'Locally listed buildings',
    description:
      'A building a council values for its history though it is not on the national list.',
    shapes: 'PA',
    synonyms:
      'locally listed | local list | locally listed buildings | buildings of local interest | non designated heritage assets | local heritage list',
    equivalents: { planningData: 'locally-listed-building' },
    minZoom: 12,
    attributes: [
      PDP.text('grade', 'Local grade', 'local grade | local list grade | category'),
      PDP.date(
        'start-date',
        'Added to the list',
        'date added | date listed | listdate | adopted | local listing date | date of local listing | date of listing',
      ),
      PDP.text(
        'significance',
        'Why it matters',
        'statement of significance | reason | reason for listing | interest',
      ),
    ],
  }),
  featureType({
    id: 'planning/heritage-at-risk',
    title: 'Heritage at risk',
    plural: 'Heritage at risk',
    description: 'A listed building, monument, park or area on the Heritage at Risk register.',
    shapes: 'PA',
    synonyms: 'heritage at risk | buildings at risk | at risk register | heritage at risk register',
    equivalents: { planningData: 'heritage-at-risk' },
    minZoom: 10,
    attributes: [
      LIST_ENTRY,
      NHLE.text(
        'designation',
        'Designation',
        'heritage category | designated site name | designation type',
      ),
      NHLE.text('condition', 'Condition', 'condition rating'),
      NHLE.text('priority', 'Priority', 'priority category | risk category | vulnerability'),
    ],
  }),
  featureType({
    id: 'planning/building-preservation-notice',
    title: 'Building preservation notice',
    plural: 'Building preservation notices and immunity certificates',
    description:
      'A notice that protects a building for a time, or a certificate that it will not be listed.',
    shapes: 'PA',
    synonyms:
      'building preservation notices | certificates of immunity | certificate of immunity | bpn',
    equivalents: { planningData: 'building-preservation-notice' },
    minZoom: 12,
    attributes: [
      PDP.code('kind', 'Kind', 'notice type | type', {
        codes: codes({
          notice: 'Building preservation notice | BPN',
          immunity: 'Certificate of immunity | COI',
        }),
        inTiles: true,
      }),
      LIST_ENTRY,
    ],
  }),
  featureType({
    id: 'planning/archaeological-priority-area',
    title: 'Archaeological priority area',
    plural: 'Archaeological priority areas',
    description: 'An area known or thought to hold archaeology.',
    shapes: 'A',
    synonyms:
      'archaeological priority areas | archaeology | areas of archaeological importance | historic environment record | archaeological sites | her',
    equivalents: { planningData: 'archaeological-priority-area' },
    minZoom: 9,
    attributes: [
      PDP.code('tier', 'Tier', 'apa tier | priority tier', {
        codes: codes({
          '1': 'Tier 1 | 1',
          '2': 'Tier 2 | 2',
          '3': 'Tier 3 | 3',
          '4': 'Tier 4 | 4',
        }),
        inTiles: true,
      }),
      PDP.text('period', 'Period', 'historic period'),
    ],
  }),
];
