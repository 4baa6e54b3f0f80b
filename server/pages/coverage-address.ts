/** What the coverage page is asked to show. */
export type CoverageAsked = {
  /** `name`, `supplied`, or the GSS code of a district: what needs somebody there comes first. */
  readonly sort: string;
  /** Every kind ODIN knows, or those somebody has supplied. */
  readonly types: 'supplied' | 'all';
  /** The cell told of: `land/brownfield-site~E08000005`. */
  readonly cell: string | undefined;
};

/** A kind of thing in a district. */
export type CellPlace = { readonly featureType: string; readonly gssCode: string };

/** A cell as it stands in an address. */
export const cellName = ({ featureType, gssCode }: CellPlace): string =>
  `${featureType}~${gssCode}`;

/** The cell an address names; undefined when it names none. */
export function readCell(text: string | undefined): CellPlace | undefined {
  const [, featureType, gssCode] = /^([a-z-]+\/[a-z0-9-]+)~([A-Z]\d{8})$/.exec(text ?? '') ?? [];
  return featureType && gssCode ? { featureType, gssCode } : undefined;
}

/** What the page is asked, as an address; what is as at the start is left out. */
export function coverageAddress({ sort, types, cell }: CoverageAsked, path = '/coverage'): string {
  const query = [
    ...(types === 'all' ? ['types=all'] : []),
    ...(sort === 'name' ? [] : [`sort=${encodeURIComponent(sort)}`]),
    ...(cell === undefined ? [] : [`cell=${encodeURIComponent(cell)}`]),
  ].join('&');
  return query === '' ? path : `${path}?${query}`;
}
