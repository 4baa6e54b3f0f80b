import type { Attribute, AttributeValue } from '#data/schema/attribute.ts';
import type { Tally } from '../tally.ts';
import { codeMatcher } from './code.ts';
import { readDate } from './date.ts';

/**
 * A value the descriptor states (constant or default) as the attribute stores it; undefined, and said so, when
 * the attribute does not take it.
 */
export function madeValue(
  attribute: Attribute,
  stated: string | number | boolean,
  tally: Tally,
): AttributeValue | undefined {
  const value = asStored(attribute, stated);
  if (value === undefined) {
    tally.note(
      { code: 'value.pattern', value: stated },
      `The descriptor states “${String(stated)}” for ${attribute.title}, which takes ${TAKES[attribute.type]}: correct the descriptor.`,
    );
  }
  return value;
}

const TAKES: Readonly<Record<Attribute['type'], string>> = {
  text: 'text',
  integer: 'a whole number',
  decimal: 'a number',
  boolean: 'true or false',
  date: 'a date such as 2024-03-21',
  code: 'a value of its list',
  list: 'values of its list',
  url: 'a web address',
};

function asStored(
  { type, codes }: Attribute,
  stated: string | number | boolean,
): AttributeValue | undefined {
  switch (type) {
    case 'integer':
      return Number.isInteger(stated) ? stated : undefined;
    case 'decimal':
      return typeof stated === 'number' ? stated : undefined;
    case 'boolean':
      return typeof stated === 'boolean' ? stated : undefined;
    case 'date':
      return readDate(String(stated), 'dmy') === undefined ? undefined : String(stated);
    case 'code':
      return codeMatcher(codes ?? [])(String(stated))?.code.value;
    case 'list':
      return codes === undefined ? [String(stated)] : listOf(codes, String(stated));
    default:
      return String(stated);
  }
}

function listOf(
  codes: NonNullable<Attribute['codes']>,
  stated: string,
): readonly string[] | undefined {
  const value = codeMatcher(codes)(stated)?.code.value;
  return value === undefined ? undefined : [value];
}
