import type { Cell, RawRecord } from '#data/schema/flow.ts';
import type { Bounds } from '#data/schema/geometry.ts';
import { metresBetween } from './area.ts';
import { wordsOf } from './column-name.ts';
import { NOT_ITS_OWN, postcodesIn } from './gazetteer-columns.ts';
import type { LocatorHints, LocatorLayer } from './locator.ts';
import { middleOfPostcodeArea } from './postcode-areas.ts';

/** True for positions that agree with what a record says of its whereabouts in words. */
export type Claim = (lng: number, lat: number) => boolean;

/** What each record of a sample claims; no record of a layer that claims nothing is in it. */
export type Claims = ReadonlyMap<RawRecord, Claim>;

/** The largest postcode areas reach this far from their middle, metres. */
const POSTCODE_REACH_M = 130_000;

const NORTHERN_IRELAND: Bounds = [-8.25, 53.95, -5.35, 55.4];
const ISLE_OF_MAN: Bounds = [-4.9, 53.98, -4.25, 54.45];

const isWithin =
  ([west, south, east, north]: Bounds): Claim =>
  (lng, lat) =>
    lng >= west && lng <= east && lat >= south && lat <= north;
const inNorthernIreland = isWithin(NORTHERN_IRELAND);
const inIsleOfMan = isWithin(ISLE_OF_MAN);
const inGreatBritain: Claim = (lng, lat) => !inNorthernIreland(lng, lat) && !inIsleOfMan(lng, lat);

/** A name of a road says where the road leads to, not where it is. */
const NO_ROAD =
  '(?!\\s+(?:road|rd|street|st|avenue|ave|lane|drive|close|way|place|terrace|crescent|court|house|hotel|arms)\\b)';
/** Names of Northern Ireland that no place of Great Britain is as well known by. Source: its counties, districts and towns. */
const IRISH_NAMES = new RegExp(
  `\\b(?:northern ireland|belfast|londonderry|derry|lisburn|newtownabbey|carrickfergus|ballymena|ballymoney|coleraine|craigavon|enniskillen|omagh|strabane|limavady|dungannon|cookstown|magherafelt|banbridge|downpatrick|armagh|newry|fermanagh|tyrone|antrim|co(?:unty|\\.)? down|castlereagh|newtownards|portadown|lurgan|irish grid|osni|ni water|nie networks)\\b${NO_ROAD}`,
  'i',
);
const MANX_NAMES = new RegExp(`\\b(?:isle of man|manx|onchan|ballasalla)\\b${NO_ROAD}`, 'i');

/** ONS codes of areas: the first letter is the country's. */
const GSS_CODE = /^\s*([ENSW])\d{8}\s*$/;
/** No name is looked for in longer texts, characters. */
const LONGEST = 300;

/**
 * Gather what records say in words of where they are: postcodes before ONS codes before names. Columns of somebody
 * else's address (owner, agent) are not asked. What headings or the publisher's own name and codes say, all records do.
 */
export function gatherClaims(
  layer: LocatorLayer,
  sample: readonly RawRecord[],
  { publisher }: LocatorHints,
): Claims {
  const asked = layer.columns.flatMap((name, index) =>
    NOT_ITS_OWN.test(wordsOf(name).join(' ')) ? [] : [index],
  );
  const common =
    claimOfCodes(publisher?.districts ?? []) ??
    claimOfNames([publisher?.name ?? '', layer.name, ...layer.columns].join(' | '));
  const claims = new Map<RawRecord, Claim>();
  for (const record of sample) {
    const claim = claimOf(textsOf(record.values, asked)) ?? common;
    if (claim) claims.set(record, claim);
  }
  return claims;
}

function textsOf(values: readonly Cell[], columns: readonly number[]): readonly string[] {
  const texts: string[] = [];
  for (const index of columns) {
    const cell = values[index];
    if (typeof cell === 'string' && cell.length > 1 && cell.length <= LONGEST) texts.push(cell);
  }
  return texts;
}

function claimOf(texts: readonly string[]): Claim | undefined {
  const middles = texts
    .flatMap(postcodesIn)
    .map(middleOfPostcodeArea)
    .filter((middle) => middle !== undefined);
  const [middle] = middles;
  if (middle) return (lng, lat) => metresBetween(middle, [lng, lat]) <= POSTCODE_REACH_M;
  return claimOfCodes(texts) ?? claimOfNames(texts.join(' | '));
}

function claimOfCodes(texts: readonly string[]): Claim | undefined {
  const countries = new Set(texts.map((text) => GSS_CODE.exec(text)?.[1]).filter(Boolean));
  if (countries.size !== 1) return undefined;
  return countries.has('N') ? inNorthernIreland : inGreatBritain;
}

function claimOfNames(text: string): Claim | undefined {
  if (IRISH_NAMES.test(text)) return inNorthernIreland;
  return MANX_NAMES.test(text) ? inIsleOfMan : undefined;
}
