import type { Licence } from '#data/schema/licence.ts';
import type { Publisher } from '#data/schema/publisher.ts';
import type { Source } from '#data/schema/source.ts';

/** What ODIN does to every dataset, for licences that ask that changes be indicated. */
const CHANGES = 'columns renamed to a common schema, positions converted to WGS 84';

/** Whose licence and name fill the line; either may be unknown to an old edition. */
export type Parties = {
  readonly licence: Licence | undefined;
  readonly publisher: Publisher | undefined;
};

/**
 * The line to print wherever the data is used: the publisher's own when it gave one, else the licence's with its
 * variables filled in. Empty when neither asks for one.
 *
 * @param publishedAt ISO 8601 time of the edition; {year} and {date} come from it
 */
export function attributionOf(
  source: Source,
  publishedAt: string,
  { licence, publisher }: Parties,
): string {
  const template = source.licence.attribution ?? licence?.attribution ?? '';
  const values: Readonly<Record<string, string>> = {
    year: publishedAt.slice(0, 4),
    date: publishedAt.slice(0, 10),
    publisher: publisher?.name ?? source.publisher,
    title: source.title,
    changes: CHANGES,
    agreement: source.licence.evidence ?? '',
    link: licence?.url ?? '',
  };
  return template
    .replace(/\{([a-z]+)\}/g, (whole, name: string) => values[name] ?? whole)
    .replace(/\s+/g, ' ')
    .trim();
}
