import type { Silhouette } from '../marks/silhouettes.ts';
import type { Hue } from '../palette.ts';

/** When a class of a scale applies to a feature; read from tile attributes. */
export type Test =
  | { readonly attribute: string; readonly in: readonly string[] }
  | { readonly attribute: string; readonly atLeast: number };

/** A size in pixels at zoom 10, 12 and 14. Source: cartography table of the design. */
export type Stops = readonly [z10: number, z12: number, z14: number];

/** One step of a scale. The first whose `when` holds is used; the last has none and takes the rest. */
type Step = {
  readonly label: string;
  readonly when?: Test;
  /** Only where it differs from the type's. */
  readonly hue?: Hue;
};

export type LineStep = Step & { readonly widthPx: Stops };

/** Words put along a line: an attribute and what follows it (`132` + ` kV`). */
export type LineLabel = {
  readonly attribute: string;
  readonly suffix: string;
  readonly minZoom: number;
  /** Lines below this are not labelled. */
  readonly atLeast?: number;
};

export type LineStyle = {
  readonly steps: readonly LineStep[];
  /** What lies underground is dashed and drawn below the rest: all of it, or what passes the test. */
  readonly underground?: true | Test;
  /** `rail`: a land-coloured core in a dark casing; `dotted`: paths; `chain`: boundaries. */
  readonly form?: 'solid' | 'rail' | 'dotted' | 'chain';
  readonly label?: LineLabel;
  /** Letter that says what it carries where no hue does. Source: those of UK utility drawings. */
  readonly letter?: string;
};

/** Patterns of areas: the second channel beside hue. */
export type Pattern = 'hatch' | 'back-hatch' | 'cross' | 'dots' | 'rings' | 'ticks' | 'wave';

export type AreaStep = Step & {
  /** 0 to 1. */
  readonly fill: number;
  readonly pattern?: Pattern;
  readonly edgePx: Stops;
  readonly edge?: 'solid' | 'dashed' | 'chain' | 'dotted';
};

export type AreaStyle = {
  readonly steps: readonly AreaStep[];
  /** `wide` areas (flood, green belt, boundaries) lie below `local` ones (sites, parks). */
  readonly reach: 'wide' | 'local';
};

export type PointStep = Step & {
  /** Its silhouette. */
  readonly icon: Silhouette;
  readonly sizePx: number;
};

export type PointStyle = {
  readonly steps: readonly PointStep[];
  /** A stop on a line: a ringed disc at every zoom, whatever the steps' icons. */
  readonly ring?: true;
  /** Below this zoom a mark is a dot of its hue; 0: never. */
  readonly iconFrom: number;
  /** Marks grow with the square root of an amount: `sizePx` at `from`, `toPx` at `to`. */
  readonly growBy?: {
    readonly attribute: string;
    readonly from: number;
    readonly to: number;
    readonly toPx: number;
  };
};

/** A name put beside a mark or in an area. */
export type NameStyle = {
  readonly minZoom: number;
  /** Used when a feature has no name; with its unit. */
  readonly otherwise?: { readonly attribute: string; readonly suffix: string };
  readonly sizePx?: number;
};

/** How one feature type is drawn, in each shape it may take. */
export type TypeStyle = {
  readonly hue: Hue;
  readonly line?: LineStyle;
  readonly area?: AreaStyle;
  readonly point?: PointStyle;
  readonly name?: NameStyle;
};

/** Styles of a theme by type slug: `substation`. */
export type ThemeStyle = Readonly<Record<string, TypeStyle>>;
