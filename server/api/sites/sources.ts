import type { DatasetSummary } from '#data/schema/api.ts';
import type { AreaSource } from '#data/schema/area.ts';
import { type Credits, combineCredits } from '#data/schema/credits.ts';
import type { SitesAnswer } from '#data/schema/sites.ts';
import type { Source } from '#data/schema/source.ts';
import { combine } from '#server/catalogue/combine.ts';
import type { Catalogue } from '../catalogue.ts';

/** Datasets an answer speaks of, each with the number it has there. */
export type SourceRegister = {
  readonly numberOf: (dataset: string) => number;
  /** In the order of their numbers. */
  readonly all: () => AreaSource[];
  /** Words to print of exactly these. */
  readonly credits: () => Credits;
  /** Whether they may be handed out together. */
  readonly terms: () => SitesAnswer['terms'];
};

/** Credit for the outlines of `data/basemap` candidates are placed by, as every page prints it. */
const OUTLINE_CREDIT = {
  holder: 'Office for National Statistics',
  licence: 'OGL-UK-3.0',
  statement:
    'Source: Office for National Statistics licensed under the Open Government Licence v3.0. ' +
    'Contains OS data © Crown copyright and database right 2023.',
};

/** Begin a register of sources: one for each answer. */
export function openSources({ datasets, editions, licences }: Catalogue): SourceRegister {
  const numbers = new Map<string, number>();
  const summaries = new Map(datasets.map((each) => [each.id, each]));
  const named = (): DatasetSummary[] =>
    [...numbers.keys()].flatMap((id) => summaries.get(id) ?? []);
  return {
    numberOf(dataset) {
      const known = numbers.get(dataset);
      if (known !== undefined) return known;
      if (!summaries.has(dataset)) throw new RangeError(`Cannot find live dataset "${dataset}"`);
      numbers.set(dataset, numbers.size);
      return numbers.size - 1;
    },
    all: () => named().map((each) => sourceOf(each, editions.get(each.id)?.source.coverage)),
    credits() {
      const credits = named().map(({ publisher, licence }) => ({
        holder: publisher.name,
        licence: licence.id,
        statement: licence.attribution,
      }));
      return combineCredits([OUTLINE_CREDIT, ...credits]);
    },
    terms() {
      const parts = named().flatMap(({ title, licence: { id } }) => {
        const licence = licences.get(id);
        return licence ? [{ title, licence }] : [];
      });
      if (parts.length === 0)
        return { form: 'merged', label: '', reason: 'Nothing of anybody’s is told.' };
      const { form, label, reason } = combine(parts);
      return { form, label, reason };
    },
  };
}

function sourceOf(dataset: DatasetSummary, coverage: Source['coverage']): AreaSource {
  const { id, title, publisher, edition, licence, synthetic } = dataset;
  const { completeness = 'full', statement } = coverage ?? {};
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
