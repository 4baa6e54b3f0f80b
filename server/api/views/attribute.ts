import type { AttributeView } from '#data/schema/api.ts';
import type { Attribute, AttributeValue } from '#data/schema/attribute.ts';
import type { AttributeSource } from '#data/schema/feature.ts';

const NUMBER = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 6 });

/** A plain four-figure number, so that a year or a reference is not given a thousands comma. */
const PLAIN = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 6, useGrouping: false });

/**
 * One attribute of a feature as a card shows it. Without a value it has no `text`: the publisher did not state it,
 * which is not the same as none, no or 0.
 */
export function attributeView(
  attribute: Attribute,
  value: AttributeValue | undefined,
  source: AttributeSource | undefined,
): AttributeView {
  const { name, title, unit } = attribute;
  const text = value === undefined ? undefined : formatValue(attribute, value);
  return {
    name,
    title,
    ...(unit ? { unit } : {}),
    ...(value === undefined ? {} : { value: typeof value === 'object' ? [...value] : value }),
    ...(text ? { text } : {}),
    ...(text && attribute.type === 'url' && isWebAddress(text) ? { href: text } : {}),
    ...(source ? { source: { ...source, columns: [...source.columns] } } : {}),
  };
}

/** A stored value as a person in Britain reads it: `1,204`, `Primary substation`, `21 March 1984`, `Yes`. */
export function formatValue(attribute: Attribute, value: AttributeValue): string {
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  if (typeof value === 'number')
    return isYear(attribute) ? PLAIN.format(value) : NUMBER.format(value);
  if (typeof value === 'object') return value.map((item) => titleOf(attribute, item)).join(', ');
  return attribute.type === 'date' ? formatDate(value) : titleOf(attribute, value);
}

const isYear = ({ name }: Attribute): boolean => /(^|-)year(-|$)/.test(name);

const titleOf = ({ codes }: Attribute, value: string): string =>
  codes?.find((code) => code.value === value)?.title ?? value;

/** Only http and https may become a link: a `javascript:` address in a file must stay text. */
const isWebAddress = (text: string): boolean => /^https?:\/\/[^\s"'<>]+$/i.test(text);

/** EDTF as a person reads it: `1984`, `March 1984`, `21 March 1984`; other texts as they are. */
export function formatDate(text: string): string {
  const [, year, month, day] = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(text) ?? [];
  if (year === undefined || month === undefined) return text;
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day ?? 1)));
  return date.toLocaleDateString('en-GB', {
    timeZone: 'UTC',
    year: 'numeric',
    month: 'long',
    ...(day === undefined ? {} : { day: 'numeric' }),
  });
}
