import type { FeatureType } from '#data/schema/feature-type.ts';
import { codes, featureType, takenFrom } from './define.ts';
import { BUILDING_THEME, FEATURE_CODE } from './recurring.ts';

const GIAS = takenFrom('Get Information about Schools');

const OSM = takenFrom('OpenStreetMap');

const OPENMAP = takenFrom('OS OpenMap Local');

const LIBRARIES = takenFrom('Public libraries dataset');

const OPENING = 'opening hours | opening_hours | hours | opening times | openinghours';

/** Schools, libraries and emergency services. */
export const SOCIAL_SERVICES: readonly FeatureType[] = [
  featureType({
    id: 'social/school',
    title: 'School or college',
    plural: 'Schools and colleges',
    description: 'A place of education, with what it holds and how full it is.',
    shapes: 'PA',
    synonyms:
      'schools | educational establishments | gias | edubase | colleges | nurseries | primary schools | secondary schools | academies | education | universities',
    equivalents: {
      planningData: 'educational-establishment',
      osm: 'amenity=school|college|university',
      overture: 'education/school',
    },
    minZoom: 10,
    rankBy: 'capacity',
    labelBy: 'phase',
    attributes: [
      GIAS.text(
        'reference',
        'URN',
        'urn | unique reference number | school urn | establishment urn | ref | reference | id',
      ),
      GIAS.text(
        'name',
        'Name',
        'establishmentname | establishment name | school name | schoolname | school | name | title',
        { inTiles: true },
      ),
      GIAS.code(
        'phase',
        'Phase',
        'phaseofeducation (name) | phase of education | phase | school phase | phase_of_education',
        {
          codes: codes({
            nursery: 'Nursery | early years',
            primary: 'Primary | infant | junior | middle deemed primary',
            secondary: 'Secondary | high | middle deemed secondary',
            'all-through': 'All-through | all through',
            '16-plus': '16 plus | sixth form | further education | post 16 | college',
            special: 'Special | special school | sen',
            'pupil-referral-unit': 'Pupil referral unit | PRU | alternative provision',
            university: 'University | higher education',
          }),
          inTiles: true,
        },
      ),
      GIAS.text(
        'establishment-type',
        'Type',
        'typeofestablishment (name) | type of establishment | establishment type | school type | type',
      ),
      GIAS.integer(
        'capacity',
        'Capacity',
        'schoolcapacity | school capacity | places | number of places',
        { min: 0, inTiles: true },
      ),
      GIAS.integer(
        'pupils',
        'Pupils',
        'numberofpupils | number of pupils | roll | on roll | pupils on roll | pupil numbers',
        { min: 0 },
      ),
      GIAS.text(
        'trust',
        'Trust',
        'trusts (name) | academy trust | trust name | multi academy trust',
      ),
      GIAS.text(
        'religious-character',
        'Religious character',
        'religiouscharacter (name) | faith | denomination',
      ),
      GIAS.date(
        'inspected',
        'Last inspected',
        'ofstedlastinsp | last inspection | ofsted date | inspection date',
      ),
    ],
  }),
  featureType({
    id: 'social/childcare',
    title: 'Childcare',
    plural: 'Childcare',
    description: 'A nursery, children’s centre or family hub.',
    shapes: 'PA',
    synonyms:
      'childcare | childcare providers | early years providers | ofsted childcare | children centres | childrens centres | family hubs | day nurseries | sure start | childminders',
    equivalents: { osm: 'amenity=kindergarten|childcare' },
    minZoom: 11,
    attributes: [
      OSM.integer('places', 'Places', 'number of places | registered places | capacity', {
        min: 0,
      }),
      OSM.text('kind', 'Kind', 'provision type | childcare type | type'),
      OSM.text('opening-hours', 'Open', OPENING),
    ],
  }),
  featureType({
    id: 'social/library',
    title: 'Library',
    plural: 'Libraries',
    description: 'A public library.',
    shapes: 'PA',
    synonyms: 'libraries | library | public libraries | library service',
    equivalents: {
      osm: 'amenity=library',
      inspire: 'us-govserv:Library',
      overture: 'cultural/library',
    },
    minZoom: 10,
    attributes: [
      LIBRARIES.text(
        'name',
        'Name',
        'library | library name | library_name | branch | branch name | name | title',
        { inTiles: true },
      ),
      LIBRARIES.code(
        'kind',
        'Run by',
        'type | library type | type of library | run by | library_type',
        {
          codes: codes({
            'local-authority':
              'Local authority | local authority run library | council run | LAL | local authority run library book access point',
            commissioned: 'Commissioned | commissioned library | CL',
            community:
              'Community run | community run library | CRL | partnership run library | community managed',
            independent:
              'Independent community | independent community library | ICL | school run library',
          }),
          inTiles: true,
        },
      ),
      LIBRARIES.text(
        'organisation',
        'Library service',
        'service | library service | authority | provider',
      ),
      LIBRARIES.text('email', 'Email', 'email address | e-mail | email_address'),
      LIBRARIES.text('telephone', 'Telephone', 'phone | telephone number | tel | contact number'),
      LIBRARIES.text('opening-hours', 'Open', OPENING),
      LIBRARIES.text(
        'statutory',
        'Statutory',
        'statutory2016 | statutory status | statutory library | is statutory',
      ),
    ],
  }),
  featureType({
    id: 'social/emergency-station',
    title: 'Fire, police or ambulance station',
    plural: 'Fire, police and ambulance stations',
    description: 'A station of an emergency service.',
    shapes: 'PA',
    synonyms:
      'fire stations | police stations | ambulance stations | emergency services | emergency service | community fire station | fire station',
    equivalents: {
      osm: 'amenity=fire_station|police',
      inspire: 'us-govserv:FireStation',
      overture: 'emergency/fire_station',
    },
    minZoom: 9,
    labelBy: 'kind',
    attributes: [
      OPENMAP.code(
        'kind',
        'Service',
        'classifica | classification | service | emergency service | station type | amenity | type',
        {
          codes: codes({
            fire: 'Fire station | fire | fire and rescue | fire_station',
            police: 'Police station | police',
            ambulance: 'Ambulance station | ambulance | ambulance_station',
            coastguard: 'Coastguard | lifeboat',
            'mountain-rescue': 'Mountain rescue',
          }),
          inTiles: true,
        },
      ),
      BUILDING_THEME,
      FEATURE_CODE,
    ],
  }),
];
