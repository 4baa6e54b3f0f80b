/** A small picture of how something is drawn; `swatchSvg()` draws it. */
export type Swatch = {
  readonly kind: 'point' | 'line' | 'area';
  /** Main colour in the mode asked for: `#c63645`. */
  readonly colour: string;
  /** Line width, area edge width or mark size, as on the map at zoom 14. */
  readonly widthPx: number;
  /** Dash and gap lengths in units of the line's width. */
  readonly dash?: readonly number[];
  /** Name of the area's pattern. */
  readonly pattern?: string;
  /** Name of the mark's silhouette. */
  readonly icon?: string;
  /** Colour of the line's casing or the mark's halo. */
  readonly casing?: string;
  /** Colour of the line's inner core (railways). */
  readonly core?: string;
  /** 0 to 1: how strongly an area is filled. */
  readonly fillOpacity?: number;
};

/** One line of a legend. */
export type LegendEntry = { readonly label: string; readonly swatch: Swatch };
