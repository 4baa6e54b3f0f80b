import type {
  ExpressionSpecification,
  GeoJSONSourceSpecification,
  LayerSpecification,
  StyleSpecification,
} from '@maplibre/maplibre-gl-style-spec';
import type { FeatureCollection } from 'geojson';
import type { Hue, Palette } from '#data/cartography/palette.ts';
import { paletteOf } from '#data/cartography/palettes.ts';
import type { MapMode } from '#data/cartography/picture.ts';
import { sourceName } from '#data/cartography/style/basemap-files.ts';
import { compileStyle } from '#data/cartography/style/compile-style.ts';
import { changes, DRAFT, IN_POINTS, signs } from './draft-signs.ts';

/** Style layers that answer to a click, those on top first. */
export const PICKABLE = [
  'draft-candidate',
  'draft-sign',
  'draft-point',
  'draft-line',
  'draft-area',
];

/** Everything that decides the picture of a draft, apart from the camera. */
export type DraftPicture = {
  readonly mode: MapMode;
  /** Hue of the theme its things belong to. */
  readonly hue: Hue;
  /** What points are told apart by. */
  readonly show: 'places' | 'changes';
  /** GSS codes of the publisher's area; the rest of the land steps back. None: all of it is its area. */
  readonly districts: readonly string[];
  /** What the draft holds: `DraftPoint` as properties. */
  readonly points: FeatureCollection;
  /** Candidates, ways and things taken away: the property `role` says which. */
  readonly marks: FeatureCollection;
  /** The place selected, or nothing. */
  readonly selected: FeatureCollection;
  /** Scheme and host the basemap is asked from. */
  readonly origin: string;
};

const IN_AREAS: ExpressionSpecification = [
  'in',
  ['geometry-type'],
  ['literal', ['Polygon', 'MultiPolygon']],
];

/** The whole style of a draft's map: the basemap of the product, and the draft over it. */
export function draftStyle(picture: DraftPicture): StyleSpecification {
  const palette = paletteOf(picture.mode);
  const { mode, origin } = picture;
  const base = compileStyle({ layers: [], mode, origin });
  const ground = base.layers.findIndex(({ id }) => id === 'land-inside') + 1;
  return {
    ...base,
    sources: {
      ...base.sources,
      [DRAFT.points]: geojson(picture.points),
      [DRAFT.marks]: geojson(picture.marks),
      [DRAFT.selected]: geojson(picture.selected),
    },
    layers: [
      ...base.layers.slice(0, ground),
      ...outside(picture, palette),
      ...base.layers.slice(ground),
      ...edge(picture, palette),
      ...shapes(picture, palette),
      ...(picture.show === 'changes' ? changes(palette) : places(picture, palette)),
      ...marks(picture, palette),
      ...ring(palette),
    ],
  };
}

const geojson = (data: FeatureCollection): GeoJSONSourceSpecification => ({
  type: 'geojson',
  data,
});

const isTheirs = (codes: readonly string[]): ExpressionSpecification => [
  'in',
  ['get', 'gssCode'],
  ['literal', [...codes]],
];

function outside({ districts }: DraftPicture, { ground }: Palette): LayerSpecification[] {
  if (districts.length === 0) return [];
  return [
    {
      id: 'draft-outside',
      type: 'fill',
      source: sourceName('districts'),
      filter: ['!', isTheirs(districts)],
      paint: { 'fill-color': ground.outside },
    },
  ];
}

/** The publisher's area in ink: what lies outside it is seen at once. */
function edge({ districts }: DraftPicture, { ring: { inner } }: Palette): LayerSpecification[] {
  return [
    {
      id: 'draft-edge',
      type: 'line',
      source: sourceName('districts'),
      filter: isTheirs(districts),
      layout: { 'line-join': 'round' },
      paint: { 'line-color': inner, 'line-width': 1.6 },
    },
  ];
}

function shapes({ hue }: DraftPicture, palette: Palette): LayerSpecification[] {
  const colour = palette.hue[hue];
  return [
    {
      id: 'draft-area',
      type: 'fill',
      source: DRAFT.points,
      filter: IN_AREAS,
      paint: { 'fill-color': colour, 'fill-opacity': 0.22 },
    },
    {
      id: 'draft-line',
      type: 'line',
      source: DRAFT.points,
      filter: ['!', IN_POINTS],
      paint: { 'line-color': colour, 'line-width': 1.6 },
    },
  ];
}

/** Radii of what is in place and of what is not, px, at zooms 9 and 11: many points far out must not hide the land. */
const byZoom = (
  isIn: ExpressionSpecification,
  [farIn, farOut]: readonly [number, number],
  [nearIn, nearOut]: readonly [number, number],
): ExpressionSpecification => [
  'interpolate',
  ['linear'],
  ['zoom'],
  9,
  ['case', isIn, farIn, farOut],
  11,
  ['case', isIn, nearIn, nearOut],
];

/** Points by where they fall: what is out of place is larger and ringed in ink. */
function places({ hue }: DraftPicture, palette: Palette): LayerSpecification[] {
  const isIn: ExpressionSpecification = ['==', ['get', 'place'], 'in'];
  const { inner, outer } = palette.ring;
  return [
    {
      id: 'draft-point',
      type: 'circle',
      source: DRAFT.points,
      filter: IN_POINTS,
      layout: { 'circle-sort-key': ['case', isIn, 0, 1] },
      paint: {
        'circle-color': palette.hue[hue],
        'circle-radius': byZoom(isIn, [3, 5], [4.5, 6.5]),
        'circle-stroke-color': ['case', isIn, outer, inner],
        'circle-stroke-width': ['case', isIn, 1.2, 2],
      },
    },
  ];
}

const roleIs = (role: string): ExpressionSpecification => ['==', ['get', 'role'], role];

function marks({ hue }: DraftPicture, palette: Palette): LayerSpecification[] {
  const { inner, outer } = palette.ring;
  const isChosen: ExpressionSpecification = ['==', ['get', 'chosen'], true];
  return [
    {
      id: 'draft-way',
      type: 'line',
      source: DRAFT.marks,
      filter: roleIs('way'),
      paint: { 'line-color': inner, 'line-width': 1.6 },
    },
    {
      id: 'draft-way-from',
      type: 'circle',
      source: DRAFT.marks,
      filter: roleIs('from'),
      paint: {
        'circle-color': outer,
        'circle-radius': 3.5,
        'circle-stroke-color': inner,
        'circle-stroke-width': 1.6,
      },
    },
    ...signs(DRAFT.marks, roleIs('removed'), palette),
    {
      id: 'draft-candidate',
      type: 'circle',
      source: DRAFT.marks,
      filter: roleIs('candidate'),
      layout: { 'circle-sort-key': ['case', isChosen, 1, 0] },
      paint: {
        'circle-color': ['case', isChosen, palette.hue[hue], outer],
        'circle-radius': ['case', isChosen, 6.5, 4.5],
        'circle-stroke-color': inner,
        'circle-stroke-width': 1.8,
      },
    },
  ];
}

/** White 6 px and ink 2 px round what is selected. Source: the design language. */
function ring({ ring: { inner, outer } }: Palette): LayerSpecification[] {
  const circle = (
    id: string,
    radius: number,
    colour: string,
    width: number,
  ): LayerSpecification => ({
    id,
    type: 'circle',
    source: DRAFT.selected,
    paint: {
      'circle-radius': radius,
      'circle-color': 'rgba(0, 0, 0, 0)',
      'circle-stroke-color': colour,
      'circle-stroke-width': width,
    },
  });
  return [circle('draft-ring', 8, outer, 6), circle('draft-ring-edge', 13, inner, 2)];
}
