import type { FeatureType } from '#data/schema/feature-type.ts';
import { SCHEME_STAGE } from './codes.ts';
import { codes, featureType, POUNDS, takenFrom } from './define.ts';

const SCHEMES = takenFrom('Transport scheme programmes');

const WORKS = takenFrom('Street Manager');

const PDP = takenFrom('Planning data');

/** Schemes, works and safeguarding. */
export const TRANSPORT_WORKS: readonly FeatureType[] = [
  featureType({
    id: 'transport/transport-scheme',
    title: 'Transport scheme',
    plural: 'Transport schemes',
    description: 'A planned or funded change to roads, railways, trams, buses, walking or cycling.',
    shapes: 'PLA',
    synonyms:
      'transport schemes | crsts | transport investment | highway schemes | transport projects | capital programme | tip',
    minZoom: 8,
    rankBy: 'cost-gbp',
    labelBy: 'stage',
    attributes: [
      SCHEMES.text(
        'promoter',
        'Promoter',
        'lead authority | delivery body | scheme promoter | delivery partner',
      ),
      SCHEMES.code('stage', 'Stage', 'scheme stage | project stage | delivery stage | stage', {
        codes: SCHEME_STAGE,
        inTiles: true,
      }),
      SCHEMES.decimal('cost-gbp', 'Cost', 'cost | scheme cost | total cost | budget | value', {
        ...POUNDS,
        min: 0,
      }),
      SCHEMES.text('funding', 'Funding', 'funding source | funding programme | funded by'),
      SCHEMES.list('modes', 'Modes', 'mode | transport mode | scheme type'),
      SCHEMES.date(
        'opening-date',
        'Opens',
        'opening date | completion date | expected completion | planned completion | due date',
      ),
    ],
  }),
  featureType({
    id: 'transport/street-works',
    title: 'Street works',
    plural: 'Street works and road closures',
    description: 'Works, closures or forward plans in the street.',
    shapes: 'PLA',
    synonyms:
      'street works | roadworks | road works | planned roadworks | road closures | planned works | forward plans | permits | streetworks',
    minZoom: 11,
    labelBy: 'works-type',
    attributes: [
      WORKS.text(
        'works-reference',
        'Works reference',
        'work_reference_number | work reference number | works reference | permit reference | permit_reference_number',
      ),
      WORKS.text(
        'promoter',
        'Promoter',
        'promoter_organisation | promoter organisation | works promoter | undertaker',
      ),
      WORKS.code(
        'works-type',
        'Kind',
        'work_category | work category | works type | works category | activity type | type of works | work type',
        {
          codes: codes({
            major: 'Major | planned work major',
            standard: 'Standard | planned standard',
            minor: 'Minor',
            immediate:
              'Immediate | emergency | urgent | immediate - emergency | immediate - urgent',
            'forward-plan': 'Forward plan | hs2 | forward planning',
          }),
          inTiles: true,
        },
      ),
      WORKS.code(
        'works-status',
        'Progress',
        'work_status | work status | works status | permit status',
        {
          codes: codes({
            planned: 'Planned | works planned | submitted | granted',
            'in-progress': 'In progress | started | works in progress',
            completed: 'Completed | works completed | closed | complete',
            cancelled: 'Cancelled | refused | revoked',
          }),
          inTiles: true,
        },
      ),
      WORKS.date(
        'planned-start',
        'Planned start',
        'proposed_start_date | proposed start date | planned start | work start date',
      ),
      WORKS.date(
        'planned-end',
        'Planned end',
        'proposed_end_date | proposed end date | planned end | work end date',
      ),
      WORKS.code(
        'traffic-management',
        'Traffic management',
        'traffic_management_type | traffic management type | traffic control | road closure',
        {
          codes: codes({
            closure: 'Road closure | closure | full closure',
            'lane-closure': 'Lane closure',
            lights: 'Traffic signals | two-way signals | multi-way signals | temporary lights',
            'stop-go': 'Stop and go boards | stop/go',
            'give-and-take': 'Give and take',
            none: 'None | no carriageway incursion | some carriageway incursion',
          }),
        },
      ),
      WORKS.text('street', 'Street', 'street_name | street name | road name | highway'),
    ],
  }),
  featureType({
    id: 'transport/clean-air-zone',
    title: 'Clean air zone',
    plural: 'Clean air zones',
    description: 'An area in which vehicles are charged or limited by what they emit.',
    shapes: 'A',
    synonyms: 'clean air zone | caz | low emission zone | lez | ulez',
    minZoom: 8,
    attributes: [
      PDP.code('zone-class', 'Class', 'class | caz class | zone type', {
        codes: codes({
          a: 'Class A | A',
          b: 'Class B | B',
          c: 'Class C | C',
          d: 'Class D | D',
          lez: 'Low emission zone | LEZ',
        }),
        inTiles: true,
      }),
      PDP.date('in-force', 'In force since', 'in force | date in force | commencement date'),
    ],
  }),
  featureType({
    id: 'transport/transport-safeguarding',
    title: 'Transport safeguarding',
    plural: 'Transport safeguarding',
    description: 'Land kept free for a railway or road that is to be built.',
    shapes: 'LA',
    synonyms:
      'hs2 safeguarding | safeguarded area | hs2 safeguarded area | transport safeguarding | safeguarded route | rail safeguarding | road improvement lines',
    equivalents: { planningData: 'hs2-safeguarded-area' },
    minZoom: 8,
    attributes: [
      PDP.text('scheme', 'Scheme', 'project | scheme name | route'),
      PDP.code('level', 'Level', 'surface or subsurface | safeguarding type', {
        codes: codes({
          surface: 'Surface',
          subsurface: 'Below ground | subsurface | sub-surface | bored tunnel',
        }),
        inTiles: true,
      }),
      PDP.date('in-force', 'In force since', 'in force | direction date'),
    ],
  }),
];
