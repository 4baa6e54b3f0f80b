/** How an attribute's value is stored: JSON types, with dates as EDTF text that keeps its precision. */
export type AttributeType =
  | 'text' // string
  | 'integer' // number
  | 'decimal' // number
  | 'boolean' // true | false
  | 'date' // EDTF level 0 text: 1984, 1984-03 or 1984-03-21 (ISO 8601-2)
  | 'code' // string from `codes`
  | 'list' // string[]; from `codes` when given
  | 'url'; // absolute http(s) address

/** One allowed value of a code list, with the words publishers use for it. */
export type Code = {
  /** Stored value, kebab-case: `bulk-supply-point`. */
  readonly value: string;
  readonly title: string;
  /** Publishers' spellings, any case: `BSP`, `Bulk supply pt`. */
  readonly synonyms?: readonly string[];
};

/** One attribute of a feature type: the single source for validation, mapping, tiles, cards, legends and docs. */
export type Attribute = {
  /** Kebab-case; a unit ends the name: `voltage-kv`, `area-ha`. */
  readonly name: string;
  readonly title: string;
  readonly description?: string;
  readonly type: AttributeType;
  /** Unit as printed after the value: `kV`, `ha`, `mm`. */
  readonly unit?: string;
  /** Other units a publisher may use, and what one of them is in `unit`: `{ m2: 0.0001 }`. */
  readonly convertible?: Readonly<Record<string, number>>;
  readonly codes?: readonly Code[];
  /** Column headings publishers use for it, any case and punctuation. */
  readonly synonyms: readonly string[];
  /** Standard the attribute is taken from: `Planning data: brownfield-land`, `CIM ACLineSegment`. */
  readonly standard: string;
  readonly required?: boolean;
  readonly min?: number;
  readonly max?: number;
  /** Kept in the vector tiles (for styling, labels and filters). */
  readonly inTiles?: boolean;
};

/** A value as stored: typed, in the attribute's unit. */
export type AttributeValue = string | number | boolean | readonly string[];
