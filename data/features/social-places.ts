import type { FeatureType } from '#data/schema/feature-type.ts';
import { ACCESS, YES_NO_UNKNOWN } from './codes.ts';
import { codes, featureType, takenFrom } from './define.ts';

const OSM = takenFrom('OpenStreetMap');

const ACTIVE = takenFrom('Sport England Active Places');

const DC = takenFrom('Democracy Club polling stations');

const GC = takenFrom('Gambling Commission premises register');

const OPENMAP = takenFrom('OS OpenMap Local');

/** Places people meet, worship, vote and trade. */
export const SOCIAL_PLACES: readonly FeatureType[] = [
  featureType({
    id: 'social/leisure-centre',
    title: 'Leisure centre',
    plural: 'Leisure centres',
    description: 'A sports hall, swimming pool or gym open to the public.',
    shapes: 'PA',
    synonyms:
      'leisure centres | sports centres | swimming pools | sports halls | sports facilities | gyms | leisure facilities',
    equivalents: { osm: 'leisure=sports_centre' },
    minZoom: 11,
    attributes: [
      ACTIVE.list('facilities', 'Facilities', 'facility | facility types | activities | sports'),
      ACTIVE.code('access', 'Open to', 'access type | access policy | public access', {
        codes: ACCESS,
        inTiles: true,
      }),
      ACTIVE.text('opening-hours', 'Open', 'opening hours | opening times | hours'),
    ],
  }),
  featureType({
    id: 'social/community-centre',
    title: 'Community centre',
    plural: 'Community centres',
    description: 'A hall or centre for community use.',
    shapes: 'PA',
    synonyms:
      'community centres | village halls | community halls | youth centres | community buildings | warm spaces | warm hubs',
    equivalents: { osm: 'amenity=community_centre' },
    minZoom: 11,
    attributes: [
      OSM.text('kind', 'Kind', 'centre type | facility type | type'),
      OSM.integer('capacity', 'Holds', 'capacity | max capacity | seats', { min: 0 }),
    ],
  }),
  featureType({
    id: 'social/place-of-worship',
    title: 'Place of worship',
    plural: 'Places of worship',
    description: 'A church, mosque, temple, synagogue or other place of worship.',
    shapes: 'PA',
    synonyms:
      'places of worship | places of worship registered for marriage | churches | mosques | places_of_worship | religious buildings | worship | temples',
    equivalents: { osm: 'amenity=place_of_worship', overture: 'religious/*' },
    minZoom: 11,
    attributes: [
      OSM.code('religion', 'Religion', 'faith | religious group', {
        codes: codes({
          christian: 'Christian | christianity | church',
          muslim: 'Muslim | islam | mosque',
          jewish: 'Jewish | judaism | synagogue',
          hindu: 'Hindu | hinduism',
          sikh: 'Sikh | sikhism | gurdwara',
          buddhist: 'Buddhist | buddhism',
          other: 'Other | multifaith',
          unknown: 'Unknown | not stated',
        }),
        inTiles: true,
      }),
      OSM.text('denomination', 'Denomination', 'denom | church denomination'),
      OPENMAP.text('classification', 'OS class', 'classifica | classification | building class'),
      OPENMAP.text('building-theme', 'Building theme', 'buildgthem | building theme'),
      OPENMAP.integer('feature-code', 'OS feature code', 'featcode | feature code'),
    ],
  }),
  featureType({
    id: 'social/market',
    title: 'Market',
    plural: 'Markets',
    description: 'A market hall or open market.',
    shapes: 'PA',
    synonyms: 'markets | market halls | street markets',
    equivalents: { osm: 'amenity=marketplace' },
    minZoom: 12,
    attributes: [
      OSM.text('market-days', 'Days', 'days | market days | opening days'),
      OSM.integer('stalls', 'Stalls', 'number of stalls | pitches', { min: 0 }),
    ],
  }),
  featureType({
    id: 'social/polling-station',
    title: 'Polling station',
    plural: 'Polling stations and districts',
    description: 'A place to vote, or the district that votes there.',
    shapes: 'PA',
    synonyms:
      'polling stations | polling_stations | polling places | polling districts | elections | democracy club',
    equivalents: { osm: 'polling_station=yes' },
    minZoom: 11,
    attributes: [
      DC.text(
        'polling-district',
        'Polling district',
        'polling district | polling_district | polling_district_code | polling district code | polling_district_id | polling district reference | pollingdis | pd',
      ),
      DC.text(
        'name',
        'Name',
        'polling station name | polling place | station name | pollingplace | place | name | venue',
        { inTiles: true },
      ),
      DC.integer('electors', 'Electors', 'electorate | number of electors', { min: 0 }),
    ],
  }),
  featureType({
    id: 'social/licensed-premises',
    title: 'Licensed premises',
    plural: 'Licensed and gambling premises',
    description: 'Premises licensed for gambling, alcohol, entertainment or late food.',
    shapes: 'PA',
    synonyms:
      'gambling premises | gambling_premises | licensed premises | premises licences | betting shops | alcohol licences | pubs | licensing act register | licensing act | premises licence register | licensing register | alcohol premises',
    equivalents: { osm: 'shop=bookmaker|amenity=casino' },
    minZoom: 12,
    labelBy: 'activity',
    attributes: [
      GC.code(
        'activity',
        'Activity',
        'premises activity | licence type | premises type | licensable activity | type | licensable activities | activities | category of premises',
        {
          codes: codes({
            betting: 'Betting shop | betting | bookmaker | betting (other) | betting - track',
            'adult-gaming': 'Adult gaming centre | AGC',
            'family-entertainment':
              'Family entertainment centre | licensed family entertainment centre | FEC',
            bingo: 'Bingo | bingo hall',
            casino: 'Casino',
            alcohol:
              'Alcohol | on and off sales | public house | off licence | sale of alcohol | supply of alcohol | sale by retail of alcohol',
            entertainment:
              'Entertainment | regulated entertainment | live music | recorded music | performance of plays | films',
            'late-refreshment': 'Late night refreshment',
          }),
          inTiles: true,
        },
      ),
      GC.text('account-name', 'Account', 'account name | account_name | licence holder | licensee'),
      GC.text(
        'licence-number',
        'Licence',
        'licence number | licence ref | premises licence number',
      ),
    ],
  }),
  featureType({
    id: 'social/public-toilet',
    title: 'Public toilet',
    plural: 'Public toilets',
    description: 'A toilet anybody may use.',
    shapes: 'P',
    synonyms: 'public toilets | toilets | changing places | public conveniences',
    equivalents: { osm: 'amenity=toilets' },
    minZoom: 13,
    attributes: [
      OSM.code(
        'accessible',
        'Accessible',
        'wheelchair | disabled access | accessible toilet | radar',
        { codes: YES_NO_UNKNOWN, inTiles: true },
      ),
      OSM.flag('changing-place', 'Changing place', 'changing places toilet'),
      OSM.flag(
        'baby-change',
        'Baby changing',
        'baby change | changing table | baby changing facilities',
      ),
      OSM.text('opening-hours', 'Open', 'opening hours | opening times | hours'),
    ],
  }),
];
