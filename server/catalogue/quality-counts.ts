import type { EditionSummary } from '#data/schema/api.ts';
import type { Attribute } from '#data/schema/attribute.ts';

/** One way to look at a dataset's quality: so many of so many, and what the rest is. */
export type QualityCount = {
  readonly title: string;
  readonly value: number;
  readonly of: number;
  /** What is missing, in words; empty when nothing is. */
  readonly note: string;
};

export type QualityInput = {
  readonly edition: Pick<
    EditionSummary,
    'records' | 'features' | 'unplaced' | 'rejected' | 'approximate'
  >;
  /** Attributes of the feature type. */
  readonly attributes: readonly Attribute[];
  /** Attribute → published columns it was read from. */
  readonly columns: Readonly<Record<string, readonly string[]>>;
  /** Attribute → records that have it; absent for editions kept before it was counted. */
  readonly filled?: Readonly<Record<string, number>> | undefined;
  readonly groups: readonly { readonly code: string; readonly count: number }[];
};

/** Positions that were put right or chosen by a rule. Source: data/issues. */
const MENDED = /^(crs\.(digit-lost|swapped-row|axes-swapped-fixed)|value\.patched)$/;
const OUTSIDE = /^crs\.(out-of-provider-area|out-of-country|null-island)$/;

/**
 * A dataset's quality as counts, so that everybody can judge it for their own use. What was not counted, or does not
 * apply, is left out: there is no mark.
 */
export function qualityCounts(input: QualityInput): readonly QualityCount[] {
  return [
    requiredFilled(input),
    columnsFilled(input),
    onTheMap(input),
    insideArea(input),
    asPublished(input),
    inLists(input),
  ].filter((count) => count !== undefined && count.of > 0) as readonly QualityCount[];
}

const recordsOf = ({ edition }: QualityInput): number => edition.features + edition.unplaced;

function requiredFilled(input: QualityInput): QualityCount | undefined {
  const required = input.attributes.filter((attribute) => attribute.required);
  return filledOf('Required values filled', required, input);
}

function columnsFilled(input: QualityInput): QualityCount | undefined {
  const read = input.attributes.filter(({ name }) => Object.hasOwn(input.columns, name));
  return filledOf('Values of its own columns filled', read, input);
}

/** Attributes named in a note; the rest are counted. */
const NAMED = 3;

function filledOf(
  title: string,
  attributes: readonly Attribute[],
  input: QualityInput,
): QualityCount | undefined {
  const { filled } = input;
  const records = recordsOf(input);
  if (filled === undefined) return undefined;
  const gaps = attributes
    .map((attribute) => {
      const found = Object.hasOwn(filled, attribute.name) ? (filled[attribute.name] ?? 0) : 0;
      return { title: attribute.title, missing: records - Math.min(records, found) };
    })
    .filter(({ missing }) => missing > 0)
    .sort((a, b) => b.missing - a.missing);
  const of = records * attributes.length;
  const named = gaps
    .slice(0, NAMED)
    .map(
      (gap) =>
        `${gap.title} is empty on ${gap.missing === records ? 'all ' : ''}${grouped(gap.missing)}`,
    );
  const more = gaps.length > NAMED ? [`${gaps.length - NAMED} more have gaps`] : [];
  return {
    title,
    value: of - gaps.reduce((sum, { missing }) => sum + missing, 0),
    of,
    note: [...named, ...more].join('; '),
  };
}

function onTheMap({ edition }: QualityInput): QualityCount {
  const { records, features, unplaced, rejected } = edition;
  const rest = [
    unplaced > 0 ? `${grouped(unplaced)} have no position` : '',
    rejected > 0 ? `${grouped(rejected)} could not be used` : '',
  ].filter((text) => text !== '');
  return { title: 'Records on the map', value: features, of: records, note: rest.join('; ') };
}

function insideArea(input: QualityInput): QualityCount {
  const { features } = input.edition;
  const outside = Math.min(features, found(input, OUTSIDE));
  return {
    title: 'Positions inside its area',
    value: features - outside,
    of: features,
    note: outside === 0 ? '' : `${grouped(outside)} outside: see the issues`,
  };
}

function asPublished(input: QualityInput): QualityCount {
  const { features, approximate = 0 } = input.edition;
  const mended = Math.min(features - approximate, found(input, MENDED));
  const rest = [
    approximate > 0 ? `${grouped(approximate)} approximate, by postcode or UPRN` : '',
    mended > 0 ? `${grouped(mended)} mended by a rule` : '',
  ].filter((text) => text !== '');
  return {
    title: 'Positions as published',
    value: features - approximate - mended,
    of: features,
    note: rest.join('; '),
  };
}

function inLists(input: QualityInput): QualityCount | undefined {
  const { attributes, filled } = input;
  if (filled === undefined) return undefined;
  const known = attributes
    .filter(({ codes }) => codes !== undefined)
    .reduce((sum, { name }) => sum + (Object.hasOwn(filled, name) ? (filled[name] ?? 0) : 0), 0);
  const unknown = found(input, /^value\.code-unknown$/);
  return {
    title: 'Values in their lists',
    value: known,
    of: known + unknown,
    note: unknown === 0 ? '' : `${grouped(unknown)} kept as published, in no list`,
  };
}

const found = ({ groups }: QualityInput, code: RegExp): number =>
  groups.filter((group) => code.test(group.code)).reduce((sum, { count }) => sum + count, 0);

/** Thousands parted by commas: `6,461`. */
const grouped = (count: number): string => String(count).replaceAll(/\B(?=(\d{3})+$)/g, ',');
