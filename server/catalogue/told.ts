import type { DatasetSummary } from '#data/schema/api.ts';
import type { AreaAnswer, AreaSource } from '#data/schema/area.ts';
import { type Credit, combineCredits } from '#data/schema/credits.ts';
import type { Source } from '#data/schema/source.ts';
import { combine, type Part } from './combine.ts';

/** What answers, reports and files say of the datasets they are made from: the source, the credit, the terms. */

/** Credit for the outlines of the districts that answers are parted by. Source: `data/basemap/districts.json`. */
export const OUTLINE_CREDIT: Credit = {
  holder: 'Office for National Statistics',
  licence: 'OGL-UK-3.0',
  statement:
    'Source: Office for National Statistics licensed under the Open Government Licence v3.0. ' +
    'Contains OS data © Crown copyright and database right 2023.',
};

/** What its publisher says of how complete a dataset is. */
interface Coverage {
  readonly completeness?: NonNullable<Source['coverage']>['completeness'] | undefined;
  readonly statement?: string | undefined;
}

/** A dataset as a source, with how complete its publisher says it is where that is not full. */
export function sourceTold(
  { id, title, publisher, edition, licence, synthetic }: DatasetSummary,
  { completeness = 'full', statement }: Coverage = {},
): AreaSource {
  return {
    dataset: id,
    title,
    publisher,
    edition: edition.number,
    updated: edition.publishedAt,
    licence,
    synthetic,
    ...(completeness === 'full' ? {} : { completeness }),
    ...(statement ? { statement } : {}),
  };
}

/**
 * The words to print, of exactly these and of what they are drawn on.
 *
 * @param context credits of outlines and base map, before those of the datasets
 */
export function creditsTold(
  datasets: readonly Pick<DatasetSummary, 'publisher' | 'licence'>[],
  context: readonly Credit[] = [OUTLINE_CREDIT],
): AreaAnswer['credits'] {
  const credits = datasets.map(({ publisher, licence }) => ({
    holder: publisher.name,
    licence: licence.id,
    statement: licence.attribution,
  }));
  const { short, long } = combineCredits([...context, ...credits]);
  return { short, long: [...long] };
}

/** Whether what is told may be handed out together, and how. */
export function termsTold(parts: readonly Part[]): AreaAnswer['terms'] {
  if (parts.length === 0)
    return { form: 'merged', label: '', reason: 'Nothing of anybody’s is told.' };
  const { form, label, reason } = combine(parts);
  return { form, label, reason };
}
