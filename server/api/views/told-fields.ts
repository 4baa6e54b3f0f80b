import { attributesOf, findFeatureType } from '#data/features/index.ts';
import type { Attribute, AttributeValue } from '#data/schema/attribute.ts';
import type { FieldChange, ToldField } from '#data/schema/change.ts';
import { formatValue } from './attribute.ts';

/** What changed in a feature as a person reads it: `Planning status: Permissioned`, `Area: 1.84 ha`. */
export function toldFields(fields: readonly FieldChange[], featureType: string): ToldField[] {
  const type = findFeatureType(featureType);
  const known = new Map(
    (type ? attributesOf(type) : []).map((attribute) => [attribute.name, attribute]),
  );
  return fields.map((field) => {
    const attribute = known.get(field.name);
    return attribute ? told(field, attribute) : { ...field };
  });
}

function told({ name, from, to }: FieldChange, attribute: Attribute): ToldField {
  const said = (value: AttributeValue): string =>
    `${formatValue(attribute, value)}${attribute.unit ? ` ${attribute.unit}` : ''}`;
  return {
    name,
    title: attribute.title,
    ...(from === undefined ? {} : { from: said(from) }),
    ...(to === undefined ? {} : { to: said(to) }),
  };
}
