import { attributesOf, findFeatureType } from '#data/features/index.ts';
import type { AttributeType } from '#data/schema/attribute.ts';

/** A column of a table that leaves ODIN. */
export type Column = {
  readonly name: string;
  readonly title: string;
  readonly type: AttributeType;
};

/** Columns that say where a row came from; after the type's own. */
const ORIGIN: readonly Column[] = [
  { name: 'feature-type', title: 'Feature type', type: 'text' },
  { name: 'synthetic', title: 'Synthetic', type: 'boolean' },
  { name: 'approximate', title: 'Placed by its postcode or UPRN', type: 'boolean' },
  { name: 'source-dataset', title: 'Dataset', type: 'text' },
  { name: 'source-edition', title: 'Edition', type: 'integer' },
  { name: 'source-layer', title: 'Layer of the published file', type: 'text' },
  { name: 'source-line', title: 'Line of the published file', type: 'integer' },
];

/** Columns of a table of one feature type: reference and name first, where each row came from last. */
export function columnsOf(featureType: string): readonly Column[] {
  const type = findFeatureType(featureType);
  const own = (type ? attributesOf(type) : []).map((attribute) => ({
    name: attribute.name,
    title: attribute.unit ? `${attribute.title}, ${attribute.unit}` : attribute.title,
    type: attribute.type,
  }));
  const known = new Set(own.map(({ name }) => name));
  return [...own, ...ORIGIN.filter(({ name }) => !known.has(name))];
}

/** Separates the items of a list in one cell. */
export const LIST_SEPARATOR = '; ';
