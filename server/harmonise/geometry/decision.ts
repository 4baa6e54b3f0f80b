import type { Reading } from './position-source.ts';

/** Figures in another unit than the CRS has. */
export type UnitConversion = {
  readonly factor: number;
  /** `millimetres`. */
  readonly name: string;
};

/** What all positions of a layer lack; proposed, never applied. */
export type LayerSlip = {
  /** What was seen: `The longitudes have lost their minus sign`. */
  readonly seen: string;
  /** A position as it was probably meant, x first. */
  readonly mend: (x: number, y: number) => readonly [x: number, y: number];
};

/** What was decided about one source. */
export type Decision = {
  /** Undefined when no reading makes sense of it. */
  readonly reading?: Reading;
  readonly confidence: number;
  readonly evidence: readonly string[];
  /** The reading stated or implied lost the vote. */
  readonly overruled?: 'crs' | 'axes';
  /** Both axis orders fit about as well: somebody must look. */
  readonly ambiguous?: boolean;
  /** What else the figures may mean, in a sentence: the Irish Grid, the Isle of Man. */
  readonly other?: string;
  /** Rows in two CRSs: each is read in the one it fits. */
  readonly mixed?: boolean;
  /** A figure or sign that every position has lost: with it they would be at home, and only then. */
  readonly slip?: LayerSlip;
  /** What the figures were multiplied by to become metres or degrees. */
  readonly unit?: UnitConversion;
  /** The layer is about another part of the world, and its CRS is meant for that too. */
  readonly abroad?: boolean;
  /** Share of the sample in the publisher's area, when it has one. */
  readonly areaShare?: number;
  readonly districtShare: number;
  /** Share in stripes of the country that have land. */
  readonly landShare: number;
  readonly countryShare: number;
};
