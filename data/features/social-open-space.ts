import type { FeatureType } from '#data/schema/feature-type.ts';
import { ACCESS, YES_NO_UNKNOWN } from './codes.ts';
import { codes, featureType, takenFrom } from './define.ts';
import { areaHa } from './recurring.ts';

const OSM = takenFrom('OpenStreetMap');

const ACTIVE = takenFrom('Sport England Active Places');

const GREENSPACE = takenFrom('OS Open Greenspace');

const PDP = takenFrom('Planning data: open-space');

/** Places people walk, play, grow food and are buried. */
export const SOCIAL_OPEN_SPACE: readonly FeatureType[] = [
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
            park: 'Park or garden | park | public park or garden | parks and gardens | parks | urban park | formal park | country park',
            amenity:
              'Amenity green space | amenity | amenity greenspace | amenity space | amenity open space | informal open space',
            natural:
              'Natural space | natural | natural and semi-natural | natural and semi-natural greenspace | semi natural | natural green space | woodland | nature reserve',
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
      areaHa('Planning data: open-space'),
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
      areaHa('Planning data: open-space'),
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
      OSM.code('level', 'Kind', 'play area type | leap/neap | category | type', {
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
      ACTIVE.list(
        'sport',
        'Sport',
        'sports | pitch type | activity | type | facility type | facility sub type | facilitysubtype',
      ),
      ACTIVE.code('surface', 'Surface', 'surface type | pitch surface', {
        codes: codes({
          grass: 'Grass | natural turf',
          artificial: 'Artificial | 3G | astro | synthetic | sand | sand filled | sand dressed',
          hard: 'Hard | tarmac | asphalt | concrete',
        }),
        inTiles: true,
      }),
      ACTIVE.flag('floodlit', 'Floodlit', 'floodlights | lit | floodlighting'),
      areaHa('Planning data: open-space'),
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
      areaHa('Planning data: open-space'),
    ],
  }),
];
