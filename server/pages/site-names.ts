import { attributesOf, FEATURE_TYPES, findFeatureType } from '#data/features/index.ts';
import type { Attribute } from '#data/schema/attribute.ts';
import type { Names } from '#data/siting/words.ts';

let attributes: ReadonlyMap<string, readonly Attribute[]> | undefined;

/** Every attribute of a name, of whatever type; looked up once. */
function attributesNamed(name: string): readonly Attribute[] {
  if (!attributes) {
    const byName = new Map<string, Attribute[]>();
    for (const attribute of FEATURE_TYPES.flatMap(attributesOf)) {
      const known = byName.get(attribute.name);
      if (known) known.push(attribute);
      else byName.set(attribute.name, [attribute]);
    }
    attributes = byName;
  }
  return attributes.get(name) ?? [];
}

/** The vocabulary’s own names, for sentences about a search. */
export const SITE_NAMES: Names = {
  type: (id) => findFeatureType(id)?.title,
  attribute: (name) => attributesNamed(name)[0]?.title,
  value: (attribute, code) =>
    attributesNamed(attribute)
      .flatMap(({ codes = [] }) => codes)
      .find(({ value }) => value === code)?.title,
};
