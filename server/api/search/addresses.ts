import type { AddressBook, PostcodeDistrict } from '#data/gazetteer/lookup.ts';
import { readUprn, spellPostcode } from '#data/gazetteer/postcode.ts';
import type { Ostn15Grid } from '#data/geodesy/grid.ts';
import { toWgs84 } from '#data/geodesy/ostn15.ts';
import { callEdition, type GazetteerPosition } from '#data/schema/gazetteer.ts';
import type { SearchAnswer } from '#data/schema/search-answer.ts';

type Result = SearchAnswer['groups'][number]['results'][number];

/** A UPRN has twelve digits at most and, where people use them, more than five. */
const LEAST_UPRN_DIGITS = 6;

/**
 * Postcodes and UPRNs somebody typed: a full one as a point, the beginning of a postcode as the districts it may be.
 *
 * @param limit most results
 */
export function findAddresses(
  text: string,
  book: AddressBook,
  { grid, limit }: { readonly grid: Ostn15Grid; readonly limit: number },
): Result[] {
  const postcode = spellPostcode(text);
  if (postcode !== undefined) {
    const found = pointResult(postcode, 'Postcode, centre of the unit', book.postcode(text), grid);
    return found ? [found] : proposed(text, book, grid);
  }
  const uprn = readUprn(text);
  if (uprn !== undefined && String(uprn).length >= LEAST_UPRN_DIGITS) {
    const found = pointResult(`UPRN ${uprn}`, 'Property', book.uprn(uprn), grid);
    return found ? [found] : [];
  }
  return book.districts(text, limit).flatMap((district) => districtResult(district, grid));
}

/** Why a postcode or UPRN finds nothing here: no list of them is loaded; undefined when one is, or it is neither. */
export function sayUnloaded(text: string, { editions }: AddressBook): string | undefined {
  const isUprn = /^\s*\d{6,12}\s*$/.test(text);
  if (!isUprn && spellPostcode(text) === undefined) return undefined;
  const kind = isUprn ? 'uprn' : 'postcode';
  if (editions.some((edition) => edition.kind === kind)) return undefined;
  const what = isUprn ? 'UPRNs' : 'postcodes';
  return `This map has no list of ${what} loaded. Whoever runs it can load one.`;
}

/** `M33 OAA` is M33 0AA, said as such. */
function proposed(text: string, book: AddressBook, grid: Ostn15Grid): Result[] {
  const other = book.propose(text);
  const found =
    other && pointResult(other, `Instead of ${text.trim()}`, book.postcode(other), grid);
  return found ? [found] : [];
}

function pointResult(
  title: string,
  what: string,
  position: GazetteerPosition | undefined,
  grid: Ostn15Grid,
): Result | undefined {
  const point = position && toWgs84(grid, position.easting, position.northing);
  if (!point) return undefined;
  const detail = `${what}, about ${position.accuracyM} m (${callEdition(position.edition)})`;
  return { title, detail, point };
}

function districtResult({ outward, postcodes, box }: PostcodeDistrict, grid: Ostn15Grid): Result[] {
  const [southWest, northEast] = [toWgs84(grid, box[0], box[1]), toWgs84(grid, box[2], box[3])];
  if (!southWest || !northEast) return [];
  const many = postcodes === 1 ? '1 postcode' : `${postcodes.toLocaleString('en-GB')} postcodes`;
  return [
    {
      title: outward,
      detail: `Postcode district, ${many}`,
      point: [(southWest[0] + northEast[0]) / 2, (southWest[1] + northEast[1]) / 2],
      bounds: [...southWest, ...northEast],
    },
  ];
}
