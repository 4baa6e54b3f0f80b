import type { FeatureType } from '#data/schema/feature-type.ts';
import { codes, featureType, from } from './define.ts';

const GIAS = from('Get Information about Schools');
const ODS = from('NHS Organisation Data Service');
const CQC = from('CQC directory');
const OSM = from('OpenStreetMap');
const OPENMAP = from('OS OpenMap Local');
const LIBRARIES = from('Public libraries dataset');

const OPENING = 'opening hours | opening_hours | hours | opening times | openinghours';
const BUILDING_THEME = OPENMAP.text(
  'building-theme',
  'Building theme',
  'buildgthem | building theme',
);
const FEATURE_CODE = OPENMAP.integer('feature-code', 'OS feature code', 'featcode | feature code');

/** Schools, health, care and safety. */
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
    id: 'social/health-site',
    title: 'Health site',
    plural: 'Hospitals, surgeries and pharmacies',
    description: 'A hospital, surgery, pharmacy, dentist or clinic.',
    shapes: 'PA',
    synonyms:
      'hospitals | health sites | pharmacies | gp practices | gp surgeries | doctors | dentists | clinics | health centres | healthcare | medical care | pharmacy | hospital',
    equivalents: {
      osm: 'amenity=hospital|clinic|doctors|pharmacy|dentist',
      inspire: 'us-govserv:Hospital',
      overture: 'medical/hospital',
    },
    minZoom: 9,
    labelBy: 'kind',
    attributes: [
      ODS.text(
        'name',
        'Name',
        'pharmacy_name | pharmacy name | practice name | practice | hospital name | distname | organisation name | surgery name | dentist | name | title',
        { inTiles: true },
      ),
      ODS.code(
        'kind',
        'Kind',
        'classifica | classification | type | site type | organisation type | service type | amenity | healthcare | kind of site | facility type',
        {
          codes: codes({
            hospital: 'Hospital | infirmary | nhs hospital | private hospital',
            gp: 'GP surgery | gp | gp practice | doctors | doctor | surgery | medical practice',
            pharmacy: 'Pharmacy | chemist | community pharmacy',
            dentist: 'Dentist | dental practice | dental surgery',
            'walk-in':
              'Walk-in or urgent treatment | walk in centre | urgent treatment centre | utc | minor injuries unit | a&e',
            clinic: 'Clinic or health centre | clinic | health centre | medical centre',
            hospice: 'Hospice',
            optician: 'Optician | opticians',
            'mental-health': 'Mental health | mental health hospital',
          }),
          inTiles: true,
        },
      ),
      ODS.text(
        'reference',
        'Reference',
        'organisation_data_service_code | organisation data service code | ods code | odscode | ods_code | practice code | practicecode | organisationcode | ref | reference | id',
      ),
      ODS.integer(
        'list-size',
        'Patients',
        'list size | registered patients | patients | number of patients',
        { min: 0 },
      ),
      ODS.text(
        'health-board',
        'Health and wellbeing board',
        'health_and_wellbeing_board | health and wellbeing board | hwb | icb | integrated care board | ccg',
      ),
      ODS.text('opening-monday', 'Monday', 'opening_hours_monday | opening hours monday | monday'),
      ODS.text(
        'opening-tuesday',
        'Tuesday',
        'opening_hours_tuesday | opening hours tuesday | tuesday',
      ),
      ODS.text(
        'opening-wednesday',
        'Wednesday',
        'opening_hours_wednesday | opening hours wednesday | wednesday',
      ),
      ODS.text(
        'opening-thursday',
        'Thursday',
        'opening_hours_thursday | opening hours thursday | thursday',
      ),
      ODS.text('opening-friday', 'Friday', 'opening_hours_friday | opening hours friday | friday'),
      ODS.text(
        'opening-saturday',
        'Saturday',
        'opening_hours_saturday | opening hours saturday | saturday',
      ),
      ODS.text('opening-sunday', 'Sunday', 'opening_hours_sunday | opening hours sunday | sunday'),
      BUILDING_THEME,
      FEATURE_CODE,
    ],
  }),
  featureType({
    id: 'social/care-home',
    title: 'Care home',
    plural: 'Care homes',
    description: 'A home that gives residential or nursing care.',
    shapes: 'PA',
    synonyms: 'care homes | nursing homes | residential care | cqc locations | extra care',
    equivalents: { osm: 'amenity=social_facility' },
    minZoom: 11,
    rankBy: 'beds',
    attributes: [
      CQC.text(
        'reference',
        'CQC location',
        'location id | cqc location id | cqc id | locationid | ref | reference | id',
      ),
      CQC.integer('beds', 'Beds', 'care homes beds | number of beds | bed capacity | capacity', {
        min: 0,
        inTiles: true,
      }),
      CQC.text('rating', 'CQC rating', 'cqc rating | overall rating | latest rating'),
    ],
  }),
  featureType({
    id: 'social/childcare',
    title: 'Childcare',
    plural: 'Childcare',
    description: 'A nursery, children’s centre or family hub.',
    shapes: 'PA',
    synonyms:
      'childcare | children centres | childrens centres | family hubs | day nurseries | sure start | childminders',
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
  featureType({
    id: 'social/defibrillator',
    title: 'Defibrillator',
    plural: 'Defibrillators',
    description: 'A public access defibrillator.',
    shapes: 'P',
    synonyms:
      'defibrillators | aed | defibs | public access defibrillator | automated external defibrillator',
    equivalents: { osm: 'emergency=defibrillator' },
    minZoom: 12,
    attributes: [
      OSM.text(
        'name',
        'Where',
        'location | site | site name | defibrillator location | location name | name',
        { inTiles: true },
      ),
      OSM.text('address', 'Address', 'address1 | address 1 | address line 1 | street | address'),
      OSM.text('address-2', 'Address, second line', 'address2 | address 2 | address line 2'),
      OSM.text('address-3', 'Address, third line', 'address3 | address 3 | address line 3'),
      OSM.text('access', 'Access', 'availability | access hours | available'),
      OSM.text('cabinet', 'Cabinet', 'cabinet code | locked | cabinet type'),
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
      LIBRARIES.text('statutory', 'Statutory', 'statutory2016 | statutory status'),
    ],
  }),
];
