import { combineCredits } from '#data/schema/credits.ts';
import type { GazetteerUse } from '#data/schema/gazetteer.ts';
import type { Licence } from '#data/schema/licence.ts';
import type { Publisher } from '#data/schema/publisher.ts';
import type { Source } from '#data/schema/source.ts';
import { CHANGES } from './changes.ts';

/** Whose licence and name fill the line; either may be unknown to an old edition. */
export type Parties = {
  readonly licence: Licence | undefined;
  readonly publisher: Publisher | undefined;
  /** What was changed in this edition; what ODIN does to every dataset where that is not known. */
  readonly changes?: string;
  /** Gazetteers that placed some of it: their owners are credited too. */
  readonly gazetteers?: readonly Pick<GazetteerUse, 'publisher' | 'licence' | 'attribution'>[];
};

/**
 * The line to print wherever the data is used: the publisher's own when it gave one, else the licence's with its
 * variables filled in, and those of the gazetteers that placed it. Empty when none asks for one.
 *
 * @param publishedAt ISO 8601 time of the edition; {year} and {date} come from it
 */
export function attributionOf(
  source: Source,
  publishedAt: string,
  { licence, publisher, changes = CHANGES, gazetteers = [] }: Parties,
): string {
  const own = fillAttribution(source.licence.attribution ?? licence?.attribution ?? '', {
    year: publishedAt.slice(0, 4),
    date: publishedAt.slice(0, 10),
    publisher: publisher?.name ?? source.publisher,
    title: source.title,
    changes,
    agreement: source.licence.evidence ?? '',
    link: licence?.url ?? '',
  });
  if (gazetteers.length === 0) return own;
  const holder = publisher?.name ?? source.publisher;
  const credits = [
    { holder, licence: licence?.id ?? source.licence.id, statement: own },
    ...gazetteers.map((each) => ({
      holder: each.publisher,
      licence: each.licence,
      statement: each.attribution,
    })),
  ];
  return combineCredits(credits).long.join(' ');
}

/** The variables an attribution template may hold. */
export const ATTRIBUTION_VARIABLES = [
  'year',
  'date',
  'publisher',
  'title',
  'changes',
  'agreement',
  'link',
] as const;
export type AttributionValues = Readonly<
  Partial<Record<(typeof ATTRIBUTION_VARIABLES)[number], string>>
>;

/** A template with its variables filled in; one without a value stays, so that nobody takes it for filled. */
export function fillAttribution(template: string, values: AttributionValues): string {
  const known = new Map(Object.entries(values));
  return template
    .replaceAll(/\{([a-z]+)\}/g, (whole, name: string) => known.get(name) ?? whole)
    .replaceAll(/\s+/g, ' ')
    .trim();
}
