import { z } from 'zod';

/** One product of addresses in one edition, as it stands in the data folder. */
export const GazetteerEdition = z.strictObject({
  /** Name of its file without ending: `code-point-open-2024-05`. */
  id: z.string().regex(/^[a-z0-9-]+$/),
  /** `code-point-open`, `onspd`, `nspl`, `open-uprn`, or a table's own. */
  product: z.string().regex(/^[a-z0-9-]+$/),
  /** As its publisher calls it: `Code-Point Open`. */
  title: z.string().min(1),
  /** Month of the edition, `2024-05`; absent when neither the file nor the caller says. */
  edition: z.string().optional(),
  publisher: z.string(),
  /** What its entries are found by. */
  kind: z.enum(['postcode', 'uprn']),
  entries: z.int().nonnegative(),
  /** Licence id of the catalogue. */
  licence: z.string(),
  /** Words to print wherever a position taken from it is used; variables filled in. */
  attribution: z.string(),
  /** Names of the files it was read from. */
  files: z.array(z.string()),
  /** ISO 8601 time. */
  loadedAt: z.string(),
});
export type GazetteerEdition = Readonly<z.infer<typeof GazetteerEdition>>;

/** Where an address is, National Grid (EPSG:27700). */
export type GazetteerPosition = {
  /** Metres. */
  readonly easting: number;
  /** Metres. */
  readonly northing: number;
  /** How far off the thing itself may be, metres. */
  readonly accuracyM: number;
  /** The edition it was found in. */
  readonly edition: GazetteerEdition;
};

/** Addresses of the deployment. Asking never throws, whatever the text. */
export type Gazetteer = {
  /** In the order they are asked. */
  readonly editions: readonly GazetteerEdition[];
  /** A full postcode in any spelling: `m33 7zf`. Sectors and districts are never found. */
  readonly postcode: (text: string) => GazetteerPosition | undefined;
  /** A unique property reference number, 1 to 12 digits. */
  readonly uprn: (number: number) => GazetteerPosition | undefined;
  /** The one postcode that would be found if O and 0 or I and 1 were exchanged: `M33 7ZF`. */
  readonly propose: (text: string) => string | undefined;
};

/** How many features of a file an edition placed, and whom to credit for that. */
export type GazetteerUse = Pick<
  GazetteerEdition,
  'id' | 'title' | 'edition' | 'publisher' | 'licence' | 'attribution' | 'kind'
> & { readonly placed: number };

/** How a feature without coordinates of its own was put on the map. */
export const Approximate = z.object({
  by: z.enum(['postcode', 'uprn']),
  /** What was looked up, in its usual spelling: `M33 7ZF`. */
  value: z.string(),
  /** How far off the thing itself may be, metres. */
  accuracyM: z.number(),
  /** The gazetteer, as people call it: `Code-Point Open, May 2024`. */
  gazetteer: z.string(),
});
export type Approximate = Readonly<z.infer<typeof Approximate>>;

const GEOCODED: readonly unknown[] = ['geocoded-postcode', 'geocoded-uprn'];

/** True when a feature's attributes say that it stands where its postcode or UPRN does. */
export const isApproximate = (attributes: Readonly<Record<string, unknown>>): boolean =>
  GEOCODED.includes(attributes['capture-method']);

const MONTH_NAMES =
  'January February March April May June July August September October November December'.split(
    ' ',
  );

/** An edition as people call it: `Code-Point Open, May 2024`. */
export function callEdition({
  title,
  edition,
}: {
  title: string;
  edition?: string | undefined;
}): string {
  const [, year, month] = /^(\d{4})-(\d\d)/.exec(edition ?? '') ?? [];
  if (year === undefined) return edition === undefined ? title : `${title}, ${edition}`;
  return `${title}, ${MONTH_NAMES[Number(month) - 1] ?? ''} ${year}`;
}
