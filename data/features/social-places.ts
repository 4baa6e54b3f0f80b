import type { FeatureType } from '#data/schema/feature-type.ts';
import { ACCESS, YES_NO_UNKNOWN } from './codes.ts';
import { codes, featureType, from, HECTARES } from './define.ts';

const OSM = from('OpenStreetMap');
const ACTIVE = from('Sport England Active Places');
const GREENSPACE = from('OS Open Greenspace');
const PDP = from('Planning data: open-space');
const DC = from('Democracy Club polling stations');
const GC = from('Gambling Commission premises register');
const OPENMAP = from('OS OpenMap Local');

const AREA = PDP.decimal(
  'area-ha',
  'Area',
  'area | hectares | area (ha) | area_ha | site area',
  HECTARES,
);

/** Places people meet, play, worship, vote and are buried. */
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
      'places of worship | churches | mosques | places_of_worship | religious buildings | worship | temples',
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
    id: 'social/cemetery',
    title: 'Cemetery or crematorium',
    plural: 'Cemeteries and crematoria',
    description: 'A burial ground or crematorium.',
    shapes: 'PA',
    synonyms: 'cemeteries | crematoria | burial grounds | cemetery | graveyards',
    equivalents: { osm: 'landuse=cemetery', overture: 'cemetery/*' },
    minZoom: 11,
    attributes: [
      OSM.code('kind', 'Kind', 'cemetery type | type', {
        codes: codes({
          cemetery: 'Cemetery',
          crematorium: 'Crematorium',
          both: 'Cemetery and crematorium',
          churchyard: 'Churchyard',
        }),
        inTiles: true,
      }),
      OSM.code('space-left', 'Room for burials', 'space available | open for burials | status', {
        codes: YES_NO_UNKNOWN,
      }),
      AREA,
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
    id: 'social/sports-pitch',
    title: 'Sports pitch',
    plural: 'Sports pitches and courts',
    description: 'A pitch, court, green or track.',
    shapes: 'PA',
    synonyms:
      'sports pitches | playing pitches | football pitches | tennis courts | bowling greens | pitches | multi use games areas | muga',
    equivalents: { osm: 'leisure=pitch', overture: 'park/pitch' },
    minZoom: 12,
    attributes: [
      ACTIVE.list('sport', 'Sport', 'sports | pitch type | activity | type'),
      ACTIVE.code('surface', 'Surface', 'surface type | pitch surface', {
        codes: codes({
          grass: 'Grass | natural turf',
          artificial: 'Artificial | 3G | astro | synthetic | sand filled',
          hard: 'Hard | tarmac | asphalt | concrete',
        }),
        inTiles: true,
      }),
      ACTIVE.flag('floodlit', 'Floodlit', 'floodlights | lit | floodlighting'),
      AREA,
    ],
  }),
  featureType({
    id: 'social/play-area',
    title: 'Play area',
    plural: 'Play areas',
    description: 'A playground or equipped space for children.',
    shapes: 'PA',
    synonyms: 'play areas | playgrounds | play spaces | childrens play | skate parks',
    equivalents: { osm: 'leisure=playground', overture: 'park/playground' },
    minZoom: 12,
    attributes: [
      OSM.code('level', 'Kind', 'play area type | leap/neap | category', {
        codes: codes({
          lap: 'Local area for play | LAP',
          leap: 'Local equipped area | LEAP',
          neap: 'Neighbourhood equipped area | NEAP',
          skate: 'Skate park | wheeled sports',
        }),
        inTiles: true,
      }),
      OSM.text('ages', 'Ages', 'age range | age group'),
      OSM.code('accessible', 'Accessible', 'inclusive | wheelchair | accessible equipment', {
        codes: YES_NO_UNKNOWN,
      }),
    ],
  }),
  featureType({
    id: 'social/open-space',
    title: 'Park or open space',
    plural: 'Parks and open spaces',
    description: 'A park, garden, natural space or civic square people may use, or a way into one.',
    shapes: 'PA',
    synonyms:
      'open space | parks | green space | greenspace | greenspaces | greenspace access points | public open space | country parks | green flag | greenspace_access_points',
    equivalents: {
      planningData: 'open-space',
      osm: 'leisure=park',
      inspire: 'lu:ExistingLandUseObject',
      overture: 'park/park',
    },
    minZoom: 9,
    rankBy: 'area-ha',
    attributes: [
      PDP.code(
        'typology',
        'Kind',
        'open-space-type | open space type | function | greenspace type | primary function | typology type | type | classification',
        {
          codes: codes({
            park: 'Park or garden | park | public park or garden | country park',
            amenity: 'Amenity green space | amenity | amenity greenspace',
            natural:
              'Natural space | natural | natural and semi-natural | woodland | nature reserve',
            allotment: 'Allotment | allotments or community growing spaces',
            civic: 'Civic space | civic | square',
            sport:
              'Outdoor sport | playing field | sports | golf course | bowling green | tennis court | other sports facility',
            play: 'Play space | provision for children',
            cemetery: 'Cemetery | churchyard | religious grounds',
            corridor: 'Green corridor | corridor | canal towpath',
          }),
          inTiles: true,
        },
      ),
      GREENSPACE.code(
        'access-point',
        'Way in',
        'access_type | access type | accesstype | access point type',
        {
          codes: codes({
            pedestrian: 'On foot | pedestrian',
            vehicle: 'By motor vehicle | motor vehicle',
            both: 'On foot and by motor vehicle | motor vehicle and pedestrian',
          }),
          inTiles: true,
        },
      ),
      PDP.code('access', 'Access', 'public access | accessibility', { codes: ACCESS }),
      AREA,
    ],
  }),
  featureType({
    id: 'social/allotment',
    title: 'Allotments',
    plural: 'Allotments',
    description: 'Ground let in plots for growing food.',
    shapes: 'PA',
    synonyms:
      'allotments | allotment sites | allotment gardens | community growing | community gardens',
    equivalents: { osm: 'landuse=allotments', overture: 'horticulture/allotments' },
    minZoom: 11,
    attributes: [
      OSM.integer('plots', 'Plots', 'number of plots | no of plots', { min: 0 }),
      OSM.text('managed-by', 'Managed by', 'association | allotment society | management'),
      AREA,
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
        'polling district | polling_district | pollingdis | pd | district code',
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
      'gambling premises | gambling_premises | licensed premises | premises licences | betting shops | alcohol licences | pubs',
    equivalents: { osm: 'shop=bookmaker|amenity=casino' },
    minZoom: 12,
    labelBy: 'activity',
    attributes: [
      GC.code(
        'activity',
        'Activity',
        'premises activity | licence type | premises type | licensable activity | type',
        {
          codes: codes({
            betting: 'Betting shop | betting | bookmaker | betting (other) | betting - track',
            'adult-gaming': 'Adult gaming centre | AGC',
            'family-entertainment':
              'Family entertainment centre | licensed family entertainment centre | FEC',
            bingo: 'Bingo | bingo hall',
            casino: 'Casino',
            alcohol: 'Alcohol | on and off sales | public house | off licence',
            entertainment: 'Entertainment | regulated entertainment',
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
