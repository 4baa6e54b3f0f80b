import type { Cell, RawRecord } from '#data/schema/flow.ts';
import { wordsOf } from './column-name.ts';
import type { LocatorLayer } from './locator.ts';
import type { Column } from './position-source.ts';

/** A column that says where its records are without saying it in coordinates. */
export type AddressColumn = Column & {
  /** `address`: text that may end in a postcode. */
  readonly kind: 'uprn' | 'postcode' | 'address';
};

/** Headings of columns that tell of somebody's address, not of where the thing is. */
export const NOT_ITS_OWN =
  /\b(?:agents?|applicants?|owners?|contacts?|correspondence|billing|invoices?|registered|head|hq|landlords?|suppliers?|payees?|home|parent|company|managers?|operators?|leaseholders?|tenants?|web|email|ip|mac)\b/;
const UPRN_WORDS = /\b(?:uprns?|unique property reference)\b/;
const POSTCODE_WORDS = /\b(?:post ?codes?|postal code|pcodes?|pcds?|pcd[278]|zip)\b|^pc$/;
const ADDRESS_WORDS = /\b(?:address\w*|addr|location)\b/;

/** A full postcode as a cell of its own. Source: ONS Postcode Directory user guide. */
const POSTCODE = /^\s*[A-Z]{1,2}\d[A-Z\d]?\s*\d[A-Z]{2}\s*$/i;
/** Share of filled cells that must be postcodes where no heading says so. */
const MOST = 0.8;
/** Records enough to see what a column holds. */
const ENOUGH = 500;

/** A full postcode among other words. */
const AMONG_WORDS = /\b([A-Z]{1,2}\d[A-Z\d]?)[\s.-]{0,3}(\d[A-Z]{2})\b/gi;
/** Its second half, which most texts have nothing like. */
const INWARD = /\d[A-Z]{2}\b/i;
const NONE: readonly string[] = [];
/** Longer texts are no addresses, characters. */
const LONGEST = 1_000;

/** The different full postcodes in a text, spelt as people write them: one in most addresses. */
export function postcodesIn(text: string): readonly string[] {
  if (text.length > LONGEST || !INWARD.test(text)) return NONE;
  const found = [...text.matchAll(AMONG_WORDS)].map(([, outward, inward]) =>
    `${outward} ${inward}`.toUpperCase(),
  );
  return [...new Set(found)];
}

const PART_OF_POSTCODE = /^[A-Z]{1,2}\d[A-Z\d]?(?:\s*\d)?$/i;

/** True for a postcode district or sector, `M33` or `M33 7`: too wide for a point. */
export const isPartOfPostcode = (text: string): boolean => PART_OF_POSTCODE.test(text.trim());

/** At most this many letters, quotes and the like stand before a UPRN: `UPRN 100012345678`. */
const UPRN = /^[^\d.+-]{0,8}0*(\d{1,12})(?:\.0+)?$/;

/** The UPRN of a cell, leading zeros left out. */
export const uprnIn = (text: string): string | undefined => UPRN.exec(text)?.[1];

/**
 * Find the columns that say where records are: UPRNs first, then postcodes, then addresses. Columns of another's
 * address (agent, owner, head office) are not among them.
 */
export function findAddressColumns(
  { columns }: LocatorLayer,
  sample: readonly RawRecord[],
): readonly AddressColumn[] {
  const few = sample.slice(0, ENOUGH);
  const found = columns.flatMap((name, index): AddressColumn[] => {
    const kind = kindOf(name, () => few.map(({ values }) => values[index]));
    return kind === undefined ? [] : [{ name, index, kind }];
  });
  const order = ['uprn', 'postcode', 'address'];
  return found.sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind) || plainer(a, b));
}

/** `UPRN` is likelier the thing's own than `Linked UPRN`. */
const plainer = (a: Column, b: Column): number => wordsOf(a.name).length - wordsOf(b.name).length;

function kindOf(
  heading: string,
  cells: () => readonly (Cell | undefined)[],
): AddressColumn['kind'] | undefined {
  const words = wordsOf(heading).join(' ');
  if (NOT_ITS_OWN.test(words)) return undefined;
  if (UPRN_WORDS.test(words)) return 'uprn';
  if (POSTCODE_WORDS.test(words) && !/\b(?:area|district|sector)\b/.test(words)) return 'postcode';
  const filled = cells().flatMap((cell) =>
    cell === null || cell === undefined || cell === '' ? [] : [String(cell)],
  );
  const postcodes = filled.filter((text) => POSTCODE.test(text)).length;
  if (postcodes > 0 && postcodes >= MOST * filled.length) return 'postcode';
  if (!ADDRESS_WORDS.test(words)) return undefined;
  return filled.some((text) => /\p{L}{3}/u.test(text)) ? 'address' : undefined;
}
