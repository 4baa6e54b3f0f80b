import type { Gazetteer, GazetteerPosition } from '../schema/gazetteer.ts';
import type { Packed } from './packed.ts';
import {
  confusedPostcodes,
  keyOfPostcode,
  keysOfOutward,
  outwardsFrom,
  postcodeOfKey,
  readUprn,
  spellPostcode,
} from './postcode.ts';

/** Postcodes of one outward code. */
export type PostcodeDistrict = {
  /** `M33`. */
  readonly outward: string;
  readonly postcodes: number;
  /** National Grid metres: west, south, east, north. */
  readonly box: readonly [number, number, number, number];
};

/** A gazetteer that can also be browsed, for the search box. */
export type AddressBook = Gazetteer & {
  /** Outward codes beginning with what was typed, at most `limit`; empty when it cannot be one. */
  readonly districts: (typed: string, limit: number) => readonly PostcodeDistrict[];
};

/** Ask several gazetteers one after the other; the first that knows answers. Newer editions stand before older. */
export function openAddressBook(opened: readonly Packed[]): AddressBook {
  const sorted = opened.toSorted((a, b) => newestFirst(a.edition, b.edition));
  const ofKind = (kind: 'postcode' | 'uprn') =>
    sorted.filter(({ edition }) => edition.kind === kind);
  const [postcodes, uprns] = [ofKind('postcode'), ofKind('uprn')];
  return {
    editions: sorted.map(({ edition }) => edition),
    postcode: (text) => {
      const key = keyOfPostcode(text);
      return key === undefined ? undefined : findIn(postcodes, key);
    },
    uprn: (number) => {
      const known = readUprn(String(number));
      return known === undefined ? undefined : findIn(uprns, known);
    },
    propose: (text) => {
      const found = confusedPostcodes(text).filter((spelling) => {
        const key = keyOfPostcode(spelling);
        return key !== undefined && findIn(postcodes, key) !== undefined;
      });
      const [only, ...more] = found;
      return only === undefined || more.length > 0 ? undefined : spellPostcode(only);
    },
    districts: (typed, limit) => {
      const found: PostcodeDistrict[] = [];
      for (const outward of outwardsFrom(typed)) {
        if (found.length >= limit) break;
        const district = districtOf(postcodes, outward);
        if (district) found.push(district);
      }
      return found;
    },
  };
}

type Dated = { readonly id: string; readonly edition?: string | undefined };

function newestFirst(a: Dated, b: Dated): number {
  const [one, other] = [a.edition ?? '', b.edition ?? ''];
  if (one !== other) return one < other ? 1 : -1;
  return a.id < b.id ? -1 : 1;
}

function findIn(gazetteers: readonly Packed[], key: number): GazetteerPosition | undefined {
  for (const { edition, find } of gazetteers) {
    const entry = find(key);
    if (!entry) continue;
    const { easting, northing, accuracyM } = entry;
    return { easting, northing, accuracyM, edition };
  }
  return undefined;
}

function districtOf(gazetteers: readonly Packed[], outward: string): PostcodeDistrict | undefined {
  const [from, to] = keysOfOutward(outward);
  const seen = new Set<string>();
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { range } of gazetteers) {
    for (const { key, easting, northing } of range(from, to)) {
      seen.add(postcodeOfKey(key));
      west = Math.min(west, easting);
      south = Math.min(south, northing);
      east = Math.max(east, easting);
      north = Math.max(north, northing);
    }
  }
  if (seen.size === 0) return undefined;
  return { outward, postcodes: seen.size, box: [west, south, east, north] };
}
