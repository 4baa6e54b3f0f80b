import type { FeatureType } from '#data/schema/feature-type.ts';
import { codes, featureType, takenFrom } from './define.ts';
import { BUILDING_THEME, FEATURE_CODE } from './recurring.ts';

const ODS = takenFrom('NHS Organisation Data Service');

const CQC = takenFrom('CQC directory');

const OSM = takenFrom('OpenStreetMap');

/** Health and care. */
export const SOCIAL_HEALTH: readonly FeatureType[] = [
  featureType({
    id: 'social/health-site',
    title: 'Health site',
    plural: 'Hospitals, surgeries and pharmacies',
    description: 'A hospital, surgery, pharmacy, dentist or clinic.',
    shapes: 'PA',
    synonyms:
      'hospitals | health sites | pharmacies | gp practices | gp surgeries | doctors | dentists | clinics | health centres | healthcare | medical care | pharmacy | hospital | epraccur | edispensary | gp practice locations | surgeries | nhs sites | pharmacy locations',
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
      ODS.date('end-date', 'Closed', 'close date | closedate | closed date | closing date'),
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
      CQC.text(
        'rating',
        'CQC rating',
        'cqc rating | overall rating | latest rating | location latest overall rating',
      ),
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
];
