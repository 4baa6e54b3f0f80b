import { issue } from '#data/issues/issue.ts';
import { callEdition, type Gazetteer } from '#data/schema/gazetteer.ts';
import type { Issue } from '#data/schema/issue.ts';
import type { AddressColumn } from './gazetteer-columns.ts';

/** The kinds of gazetteer that may know where a column's records are. */
const KIND_OF = { uprn: 'uprn', postcode: 'postcode', address: 'postcode' } as const;

/** The columns a gazetteer that is loaded may be asked about. */
export const askable = (
  columns: readonly AddressColumn[],
  gazetteer: Gazetteer | undefined,
): readonly AddressColumn[] =>
  columns.filter(({ kind }) =>
    gazetteer?.editions.some((edition) => edition.kind === KIND_OF[kind]),
  );

const MEND = {
  uprn: 'Add coordinates, or load a gazetteer of UPRNs such as OS Open UPRN (odin gazetteer load)',
  postcode:
    'Add coordinates or a UPRN, or load a gazetteer of postcodes such as Code-Point Open (odin gazetteer load)',
  address: 'An address alone is never guessed at: add coordinates, a UPRN or a postcode',
} as const;
const WORDS = { uprn: 'UPRN', postcode: 'postcode', address: 'address' } as const;

/**
 * Why the records of a layer without coordinates are not on the map, and how to mend it: said once for the layer.
 */
export function judgeWithoutPositions(layer: string, columns: readonly AddressColumn[]): Issue {
  const [first] = columns;
  if (!first) {
    const message =
      'The layer has no positions: its records are kept and listed, not drawn. Add coordinates, a grid reference, a UPRN or a postcode';
    return issue('geom.missing', { layer }, message);
  }
  const said = columns.map(({ kind, name }) => `${WORDS[kind]} (“${name}”)`).join(' and ');
  const message = `No coordinates: the records say where they are only by ${said}. They are kept and listed, not drawn. ${MEND[first.kind]}`;
  return issue('geom.unplaced', { layer, column: first.name }, message);
}

/** The gazetteers loaded know none of a layer's places: said once, since it is they that do not reach there. */
export function judgeUnknown(
  layer: string,
  columns: readonly AddressColumn[],
  editions: Gazetteer['editions'],
): Issue {
  const names = columns.map(({ name }) => `“${name}”`).join(' and ');
  const kinds = columns.map(({ kind }) => KIND_OF[kind]);
  const asked = editions.filter(({ kind }) => kinds.includes(kind));
  const known = asked.map(callEdition).join(' nor ');
  const message = `No coordinates, and none of the places in ${names} is in ${known}. They are kept and listed, not drawn. Add coordinates, or load a gazetteer that reaches there (odin gazetteer load)`;
  return issue('geom.unplaced', { layer, column: columns[0]?.name }, message);
}

/** A column of districts or sectors: no gazetteer makes points of them. */
export function judgeParts(layer: string, { name }: AddressColumn, example: string): Issue {
  const message = `No coordinates, and “${name}” holds only parts of postcodes such as ${example}, which are too wide for a point. The records are kept and listed, not drawn. Give full postcodes, UPRNs or coordinates`;
  return issue('geom.unplaced', { layer, column: name, value: example }, message);
}
