import type { AttributeView } from '#data/schema/api.ts';

/** Unstated attributes shown in their place among the others; the rest are named in one line. */
const SHOWN_UNSTATED = 4;

/** Attributes as the card shows them. */
export type Arranged = {
  readonly rows: readonly AttributeView[];
  /** Not stated by the publisher, and not among the rows. */
  readonly unstated: readonly AttributeView[];
};

/**
 * Every stated attribute and the first few unstated ones, in the order given; the other unstated ones apart.
 */
export function arrange(attributes: readonly AttributeView[]): Arranged {
  const unstated = attributes.filter(({ text }) => text === undefined).slice(SHOWN_UNSTATED);
  const apart = new Set(unstated);
  return { rows: attributes.filter((attribute) => !apart.has(attribute)), unstated };
}
