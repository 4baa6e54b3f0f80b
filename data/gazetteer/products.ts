import type { Entry } from './packed.ts';
import { keyOfPostcode, readUprn } from './postcode.ts';

/** A product of addresses, as its publisher names and licenses it. */
export type Product = {
  readonly id: string;
  readonly title: string;
  /** Publisher id of the catalogue. */
  readonly publisher: string;
  readonly kind: 'postcode' | 'uprn';
  /** Licence id of the catalogue; absent: the caller must say. */
  readonly licence?: string;
};

/** Products ODIN knows by their headings. Source: the publishers' product guides. */
export const PRODUCTS = {
  codePointOpen: {
    id: 'code-point-open',
    title: 'Code-Point Open',
    publisher: 'ordnance-survey',
    kind: 'postcode',
    licence: 'OS-CodePoint',
  },
  onspd: {
    id: 'onspd',
    title: 'ONS Postcode Directory',
    publisher: 'ons',
    kind: 'postcode',
    licence: 'OS-CodePoint',
  },
  nspl: {
    id: 'nspl',
    title: 'National Statistics Postcode Lookup',
    publisher: 'ons',
    kind: 'postcode',
    licence: 'OS-CodePoint',
  },
  openUprn: {
    id: 'open-uprn',
    title: 'OS Open UPRN',
    publisher: 'ordnance-survey',
    kind: 'uprn',
    licence: 'OS-OpenData',
  },
} as const satisfies Readonly<Record<string, Product>>;

/** Why a row gives no entry. */
export const LEFT_OUT = {
  'no-position': 'without a position',
  sector: 'known only by their sector, which may be a mile wide',
  ended: 'no longer in use',
  'northern-ireland': 'in Northern Ireland, whose postcodes are under another licence',
  outside: 'outside the area asked for',
  unreadable: 'that could not be read',
} as const;
export type LeftOut = keyof typeof LEFT_OUT;

/** How the rows of one table become entries. */
export type Table = {
  /** Absent: a table of the caller's own. */
  readonly product?: Product;
  readonly kind: 'postcode' | 'uprn';
  /** True when the first row is a record, not headings. */
  readonly headless: boolean;
  readonly read: (cells: readonly string[]) => Entry | LeftOut;
};

/** Longitude and latitude to National Grid metres; undefined outside Great Britain. */
export type ToGrid = (lng: number, lat: number) => readonly [number, number] | undefined;

/** The postcode unit is about this wide in a town, metres: half a street. */
const UNIT_M = 100;
/** A postcode whose place was worked out from its neighbours', metres. */
const IMPUTED_M = 500;
/** The address point stands somewhere in its plot, metres. */
const PLOT_M = 10;

/** Eastings and northings reach no farther, metres. Source: extent of the National Grid. */
const EAST_LIMIT_M = 700_000;
const NORTH_LIMIT_M = 1_300_000;

/**
 * Tell from a table's first rows what it is.
 *
 * @param name file name; it parts the ONS products, whose headings are alike
 * @param first cells of its first row
 * @returns undefined when it holds no addresses ODIN can place
 */
export function recogniseTable(
  name: string,
  first: readonly string[],
  toGrid: ToGrid,
): Table | undefined {
  const codePoint = codePointOf(first);
  if (codePoint) return codePoint;
  const headings = first.map(plain);
  const find = (...names: string[]): number => headings.findIndex((each) => names.includes(each));
  const position = positionReader(headings, toGrid);
  if (!position) return undefined;
  const uprn = find('uprn', 'uniquepropertyreferencenumber', 'uprnnumber');
  if (uprn >= 0) return uprnTable(uprn, headings, position);
  const postcode = find(
    'pcds',
    'pcd8',
    'pcd7',
    'pcd2',
    'pcd',
    'postcode',
    'postcodes',
    'pcode',
    'pc',
  );
  return postcode < 0 ? undefined : postcodeTable(name, headings, postcode, position);
}

const plain = (heading: string): string => heading.toLowerCase().replaceAll(/[^a-z0-9]/g, '');

type PositionReader = (
  cells: readonly string[],
) => readonly [easting: number, northing: number] | undefined;

const EASTINGS = /^(?:oseast1m|east1m|easting|eastings|east|xcoordinate|xcoord|x|geox|oseasting)$/;
const NORTHINGS =
  /^(?:osnrth1m|north1m|northing|northings|north|ycoordinate|ycoord|y|geoy|osnorthing)$/;
const LONGITUDES = /^(?:longitude|long|lon|lng)$/;
const LATITUDES = /^(?:latitude|lat)$/;

function positionReader(headings: readonly string[], toGrid: ToGrid): PositionReader | undefined {
  const find = (pattern: RegExp): number => headings.findIndex((each) => pattern.test(each));
  const [east, north] = [find(EASTINGS), find(NORTHINGS)];
  const [lng, lat] = [find(LONGITUDES), find(LATITUDES)];
  if (east >= 0 && north >= 0) {
    return (cells) => withinGrid(numberOf(cells[east]), numberOf(cells[north]));
  }
  if (lng < 0 || lat < 0) return undefined;
  return (cells) => {
    const found = toGrid(numberOf(cells[lng]), numberOf(cells[lat]));
    return found && withinGrid(...found);
  };
}

const numberOf = (cell: string | undefined): number => {
  const text = cell?.trim() ?? '';
  return text === '' ? Number.NaN : Number(text);
};

function withinGrid(easting: number, northing: number): readonly [number, number] | undefined {
  const inside = easting > 0 && easting < EAST_LIMIT_M && northing > 0 && northing < NORTH_LIMIT_M;
  return inside ? [easting, northing] : undefined;
}

/**
 * Code-Point Open has no headings: postcode, positional quality, easting, northing, country, two NHS codes, three
 * administrative codes. Source: Code-Point Open technical specification.
 */
function codePointOf(first: readonly string[]): Table | undefined {
  const [postcode = '', quality = '', east, north] = first;
  const fits = first.length === 10 && keyOfPostcode(postcode) !== undefined;
  if (!fits || !/^\d\d$/.test(quality.trim())) return undefined;
  if (Number.isNaN(numberOf(east)) || Number.isNaN(numberOf(north))) return undefined;
  return {
    product: PRODUCTS.codePointOpen,
    kind: 'postcode',
    headless: true,
    read: (cells) => {
      const place = withinGrid(numberOf(cells[2]), numberOf(cells[3]));
      return postcodeEntry(cells[0], place, CODE_POINT_QUALITY[cells[1]?.trim() ?? '']);
    },
  };
}

/** What a positional quality is worth: metres, or not a place of the unit at all. */
type Worth = number | LeftOut | undefined;

/** Source: Code-Point Open technical specification, positional quality indicator. */
const CODE_POINT_QUALITY: Readonly<Record<string, Worth>> = {
  '50': IMPUTED_M,
  '60': 'sector',
  '90': 'no-position',
};

/** Source: ONS Postcode Directory user guide, grid reference positional quality indicator. */
const ONS_QUALITY: Readonly<Record<string, Worth>> = {
  '5': IMPUTED_M,
  '6': 'sector',
  '9': 'no-position',
};

function postcodeEntry(
  text: string | undefined,
  place: readonly [number, number] | undefined,
  worth: Worth,
): Entry | LeftOut {
  const key = keyOfPostcode(text ?? '');
  if (key === undefined) return 'unreadable';
  if (/^\s*BT\s*\d/i.test(text ?? '')) return 'northern-ireland';
  if (typeof worth === 'string') return worth;
  if (!place) return 'no-position';
  return { key, easting: place[0], northing: place[1], accuracyM: worth ?? UNIT_M };
}

function postcodeTable(
  name: string,
  headings: readonly string[],
  postcode: number,
  position: PositionReader,
): Table {
  const ended = headings.indexOf('doterm');
  const quality = headings.findIndex((each) => each === 'osgrdind' || each === 'gridind');
  const nspl = /nspl/i.test(name);
  const ons = ended >= 0 && quality >= 0;
  return {
    ...(ons ? { product: nspl ? PRODUCTS.nspl : PRODUCTS.onspd } : {}),
    kind: 'postcode',
    headless: false,
    read: (cells) => {
      if (ended >= 0 && (cells[ended] ?? '').trim() !== '') return 'ended';
      const worth = quality < 0 ? undefined : ONS_QUALITY[(cells[quality] ?? '').trim()];
      return postcodeEntry(cells[postcode], position(cells), worth);
    },
  };
}

const OPEN_UPRN = ['uprn', 'xcoordinate', 'ycoordinate', 'latitude', 'longitude'];

function uprnTable(uprn: number, headings: readonly string[], position: PositionReader): Table {
  const isOpenUprn = OPEN_UPRN.every((heading) => headings.includes(heading));
  return {
    ...(isOpenUprn ? { product: PRODUCTS.openUprn } : {}),
    kind: 'uprn',
    headless: false,
    read: (cells) => {
      const key = readUprn(cells[uprn] ?? '');
      if (key === undefined) return 'unreadable';
      const place = position(cells);
      if (!place) return 'no-position';
      return { key, easting: place[0], northing: place[1], accuracyM: PLOT_M };
    },
  };
}
