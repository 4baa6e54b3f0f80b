import type { FeatureType } from '#data/schema/feature-type.ts';
import { codes, featureType, POUNDS, takenFrom } from './define.ts';

const APPLICATION = takenFrom('Planning data: planning-application');

const PROJECT = takenFrom('Planning data: infrastructure-project');

const CONTRIBUTION = takenFrom('Planning data: developer-agreement-contribution');

const DECISION = codes({
  approved:
    'Approved | granted | permitted | approve | grant | permit | approved with conditions | grant permission | permission granted | A',
  refused: 'Refused | refuse | rejected | permission refused | R',
  withdrawn: 'Withdrawn | W',
  pending: 'Pending | undecided | awaiting decision | registered | in progress',
  'prior-approval': 'Prior approval given | prior approval | prior approval not required',
  other: 'Other | split decision | no objection | returned',
});

/** Planning decisions, projects and contributions. */
export const LAND_PLANNING: readonly FeatureType[] = [
  featureType({
    id: 'land/planning-application',
    title: 'Planning application',
    plural: 'Planning applications',
    description: 'An application for planning permission or another consent.',
    shapes: 'PA',
    synonyms:
      'planning applications | planning permissions | planning_applications | decisions | major applications | weekly list | planning apps | planning_apps | development control | planning register | planning decisions | planning weekly list',
    equivalents: { planningData: 'planning-application' },
    minZoom: 11,
    rankBy: 'dwellings',
    labelBy: 'decision',
    attributes: [
      APPLICATION.text(
        'reference',
        'Application',
        'application reference | application number | applicationnumber | app no | appno | app_ref | application ref | case reference | planning reference | refval | caseno | case no | case number | caseref | app number | planning application number | planning application reference | planning app no | dc reference | reference | ref',
        { required: true },
      ),
      APPLICATION.code(
        'application-type',
        'Kind',
        'application type | applicationtype | app type | planning application type | type | apptype | dcapptyp | case type | app_type | casetype',
        {
          codes: codes({
            full: 'Full | full planning permission | full application | FUL',
            outline: 'Outline | outline planning permission | OUT',
            'reserved-matters': 'Reserved matters | RES | REM',
            householder: 'Householder | HOU | HH | householder application',
            'change-of-use': 'Change of use | COU',
            'listed-building-consent': 'Listed building consent | LBC | listed building',
            'prior-approval': 'Prior approval | prior notification | PA | GPDO',
            advertisement: 'Advertisement consent | advert | ADV',
            'tree-works': 'Tree works | works to trees | TPO | TCA',
            'discharge-of-conditions': 'Discharge of conditions | DOC | COND',
            other: 'Other',
          }),
        },
      ),
      APPLICATION.code(
        'decision',
        'Decision',
        'decision | planning decision | outcome | decision type | application status | status | dcstat | decsn | decision text | decision description | decision made | current decision | determination',
        { codes: DECISION, inTiles: true },
      ),
      APPLICATION.date(
        'decision-date',
        'Decided',
        'decision date | date of decision | decisiondate | decision issued | dateofdecision | datedecisn | datedecision | decision_dt | decision issued date | date decision issued | determined | date determined | dateissued | determination date',
      ),
      APPLICATION.date(
        'start-date',
        'Received',
        'received date | date received | date valid | valid date | validated | registration date | datereceived | receiveddate | start date | dateaprecv | dateapval | date_received | valid_date | application received date | application received | date registered | registered date | date application received | received | valid from | lodged',
      ),
      APPLICATION.code(
        'development-class',
        'Size',
        'development classification | major/minor | development type | category',
        {
          codes: codes({
            major: 'Major | large scale major | small scale major',
            minor: 'Minor',
            other: 'Other | householder',
          }),
          inTiles: true,
        },
      ),
      APPLICATION.integer(
        'dwellings',
        'Dwellings',
        'dwellings | number of dwellings | units | no of dwellings | residential units | net dwellings | proposed dwellings | number of homes',
        { min: 0, inTiles: true },
      ),
      APPLICATION.text(
        'description',
        'Proposal',
        'proposal | development | proposed development | development description | description of development | description of proposal | prop desc | full proposal | work proposed | dev description | description',
      ),
      APPLICATION.text('appeal', 'Appeal', 'appeal decision | appeal status | appeal reference'),
      APPLICATION.url(
        'documentation-url',
        'Case file',
        'url | link | website | hyperlink | public access url | casefile url | documentation url',
      ),
    ],
  }),
  featureType({
    id: 'land/infrastructure-project',
    title: 'National infrastructure project',
    plural: 'National infrastructure projects',
    description: 'A nationally significant infrastructure project under the Planning Act 2008.',
    shapes: 'PLA',
    synonyms:
      'infrastructure projects | nsip | nationally significant infrastructure | development consent orders | dco',
    equivalents: { planningData: 'infrastructure-project' },
    minZoom: 6,
    attributes: [
      PROJECT.text(
        'project-type',
        'Kind',
        'infrastructure-project-type | project type | infrastructure project type | sector | application type',
      ),
      PROJECT.code(
        'decision',
        'Decision',
        'infrastructure-project-decision | dco decision | status',
        { codes: DECISION, inTiles: true },
      ),
      PROJECT.date('decision-date', 'Decided', 'decision date | date of decision'),
      PROJECT.text('decision-maker', 'Decided by', 'decision maker'),
      PROJECT.text(
        'applicant',
        'Applicant',
        'applicant-organisation | applicant organisation | developer | promoter',
      ),
    ],
  }),
  featureType({
    id: 'land/developer-contribution',
    title: 'Developer contribution',
    plural: 'Developer contributions',
    description: 'Money or works a developer agreed to give for the place built in.',
    shapes: 'P',
    synonyms:
      'developer contributions | section 106 | s106 | developer agreements | infrastructure funding statement | developer agreement contribution',
    equivalents: { planningData: 'developer-agreement-contribution' },
    minZoom: 11,
    rankBy: 'amount-gbp',
    labelBy: 'amount-gbp',
    attributes: [
      CONTRIBUTION.decimal(
        'amount-gbp',
        'Amount',
        'amount | contribution amount | value | sum | amount due | total',
        { ...POUNDS, min: 0, inTiles: true },
      ),
      CONTRIBUTION.code(
        'purpose',
        'For',
        'contribution-purpose | contribution purpose | purpose of contribution | infrastructure type | obligation type | type of obligation | contribution type',
        {
          codes: codes({
            'affordable-housing': 'Affordable housing',
            education: 'Education | primary education | secondary education | schools',
            health: 'Health',
            highways: 'Highways | highways and infrastructure',
            transport: 'Transport and travel | transport and travel | transport',
            'open-space': 'Open space and leisure | open space | open space and leisure',
            community: 'Community facilities | community',
            digital: 'Digital infrastructure',
            'flood-and-water': 'Flood and water management',
            'green-infrastructure': 'Green infrastructure | green-infrastructure',
            heritage: 'Heritage',
            other: 'Other | monitoring fees | other infrastructure',
          }),
          inTiles: true,
        },
      ),
      CONTRIBUTION.code(
        'funding-status',
        'Money',
        'contribution-funding-status | funding status | contribution status',
        {
          codes: codes({
            secured: 'Secured',
            received: 'Received',
            allocated: 'Allocated',
            spent: 'Spent',
            transferred: 'Transferred',
            returned: 'Returned',
          }),
        },
      ),
      CONTRIBUTION.text(
        'agreement',
        'Agreement',
        'developer-agreement | agreement | agreement reference | s106 reference',
      ),
      CONTRIBUTION.integer('units', 'Homes', 'number of units | affordable units', { min: 0 }),
    ],
  }),
];
