import type { Attribute, AttributeType, Code } from '#data/schema/attribute.ts';
import type { FeatureType, FeatureTypeId } from '#data/schema/feature-type.ts';
import type { Shape } from '#data/schema/geometry.ts';
import { isTheme } from './themes.ts';

/** What an attribute may say beside its name, title and headings. */
type More = Partial<
  Pick<
    Attribute,
    | 'description'
    | 'unit'
    | 'convertible'
    | 'codes'
    | 'required'
    | 'min'
    | 'max'
    | 'inTiles'
    | 'standard'
  >
>;

type Define = (name: string, title: string, headings?: string, more?: More) => Attribute;

/** Words written as `diameter | dia | pipe size`: one string stays readable where a list would fill a page. */
function split(words: string): string[] {
  return words
    .split('|')
    .map((word) => word.trim())
    .filter((word) => word !== '');
}

/**
 * A code list from `{ value: 'Title | publishers’ spelling | another' }`, in the order written.
 *
 * @throws RangeError when a value has no title
 */
export function codes(list: Readonly<Record<string, string>>): readonly Code[] {
  return Object.entries(list).map(([value, words]) => {
    const [title, ...synonyms] = split(words);
    if (title === undefined) throw new RangeError(`Code "${value}" has no title`);
    return synonyms.length === 0 ? { value, title } : { value, title, synonyms };
  });
}

const as =
  (type: AttributeType, standard: string): Define =>
  (name, title, headings = '', more = {}) => ({
    name,
    title,
    type,
    synonyms: split(headings),
    standard,
    ...more,
  });

/**
 * Builders for attributes taken from one standard: `const NAPTAN = takenFrom('NaPTAN')`, then
 * `NAPTAN.text('atco-code', 'ATCO code', 'ATCOCode | atco')`. Headings are split at `|`.
 */
export const takenFrom = (standard: string) => ({
  text: as('text', standard),
  integer: as('integer', standard),
  decimal: as('decimal', standard),
  flag: as('boolean', standard),
  date: as('date', standard),
  code: as('code', standard),
  list: as('list', standard),
  url: as('url', standard),
});

/** A feature type as its theme's file writes it. */
type Draft = Omit<FeatureType, 'theme' | 'shapes' | 'synonyms' | 'equivalents' | 'minZoom'> & {
  /** `P`, `L` and `A` for point, line and polygon: `PA`. */
  readonly shapes: 'P' | 'L' | 'A' | 'PA' | 'PL' | 'LA' | 'PLA';
  /** Split at `|`. */
  readonly synonyms: string;
  readonly equivalents?: FeatureType['equivalents'];
  readonly minZoom?: number;
};

const LETTERS: Readonly<Record<string, Shape>> = { P: 'point', L: 'line', A: 'polygon' };

/** First zoom of a type whose file names none: a district fills the screen. */
const DEFAULT_MIN_ZOOM = 9;

/**
 * Complete a feature type: its theme from its id, its shapes from letters, its words from one string.
 *
 * @throws RangeError when the id does not begin with a theme
 */
export function featureType(draft: Draft): FeatureType {
  return {
    ...draft,
    // A label is drawn from the tiles, so what it shows is in them.
    attributes: draft.attributes.map((attribute) =>
      attribute.name === draft.labelBy ? { ...attribute, inTiles: true } : attribute,
    ),
    theme: themeOf(draft.id),
    shapes: [...draft.shapes].flatMap((letter) => LETTERS[letter] ?? []),
    synonyms: split(draft.synonyms),
    equivalents: draft.equivalents ?? {},
    minZoom: draft.minZoom ?? DEFAULT_MIN_ZOOM,
  };
}

function themeOf(id: FeatureTypeId): FeatureType['theme'] {
  const theme = id.split('/')[0] ?? '';
  if (!isTheme(theme)) throw new RangeError(`No theme begins "${id}"`);
  return theme;
}

/** What one of another unit is in ours; keys are the units’ usual symbols. */
export const HECTARES = {
  unit: 'ha',
  convertible: { m2: 0.0001, km2: 100, acre: 0.40468564224 },
  min: 0,
} as const;
export const SQUARE_METRES = {
  unit: 'm²',
  convertible: { ha: 10_000, km2: 1_000_000, ft2: 0.09290304 },
  min: 0,
} as const;
export const METRES = {
  unit: 'm',
  convertible: { km: 1000, cm: 0.01, mm: 0.001, ft: 0.3048, mile: 1609.344 },
} as const;
export const MILLIMETRES = {
  unit: 'mm',
  convertible: { m: 1000, cm: 10, in: 25.4 },
  min: 0,
} as const;
export const KILOVOLTS = { unit: 'kV', convertible: { V: 0.001 }, min: 0, max: 1200 } as const;
export const MEGAWATTS = {
  unit: 'MW',
  convertible: { W: 0.000001, kW: 0.001, GW: 1000 },
} as const;
export const MEGAVOLTAMPERES = { unit: 'MVA', convertible: { kVA: 0.001 } } as const;
export const MEGAWATT_HOURS = {
  unit: 'MWh',
  convertible: { kWh: 0.001, GWh: 1000 },
  min: 0,
} as const;
export const MILES_PER_HOUR = {
  unit: 'mph',
  convertible: { 'km/h': 0.621371192 },
  min: 0,
  max: 200,
} as const;
export const CUBIC_METRES = { unit: 'm³', convertible: { l: 0.001, Ml: 1000 }, min: 0 } as const;
export const POUNDS = {
  unit: '£',
  convertible: { '£k': 1000, '£m': 1_000_000 },
} as const;
export const PER_CENT = { unit: '%', min: 0, max: 100 } as const;
