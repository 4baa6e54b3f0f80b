import type { Block, CombineAnswer, CombinedPart, Make } from '#data/schema/combine.ts';
import { combineCredits } from '#data/schema/credits.ts';
import type { CheckedPart } from './checked-part.ts';
import { type Combination, combine, mayPartLeave, titleOf } from './combine.ts';
import { blocksOf } from './combine-blocks.ts';
import { waysOn } from './combine-ways.ts';
import { entryInto, OUTBOUND } from './outlets.ts';
import { termsOf } from './terms.ts';

/**
 * What may be done with these together, what must be printed, what stands in the way and what to do then.
 * Parts are told in the order of their titles: the order they were named in makes no difference.
 *
 * Source: the rules of how licences combine (docs/licences.md). A guide, not legal advice.
 *
 * @throws RangeError when there is no part
 */
export function checkCombination(given: readonly CheckedPart[], make: Make): CombineAnswer {
  const parts = given.toSorted((a, b) => compare(keyOf(a), keyOf(b)));
  const found = combine(parts);
  const blocks = blocksOf(parts, make);
  const terms = termsOf(found.terms);
  const rest = parts.filter(mayPartLeave);
  return {
    make,
    parts: parts.map(tellPart),
    possible: blocks.length === 0,
    form: found.form,
    label: labelOf(found, make),
    headline: headlineOf(parts, found, { blocks, make }),
    reason: reasonOf(found, make),
    permissions: found.terms.permissions,
    may: [...terms.may],
    must: [...terms.must],
    mayNot: [...terms.mayNot],
    ask: [...terms.ask],
    credits: creditsOf(parts),
    changes: parts.flatMap(({ told, licence, changes }) =>
      changes && licence.obligations.indicateChanges ? [{ title: told.title, changes }] : [],
    ),
    blocks,
    ways: blocks.length === 0 ? [] : waysOn(parts, blocks, make),
    outlets: OUTBOUND.map((spdx) => outletOf(spdx, parts)),
    ...(rest.length > 0 && rest.length < parts.length
      ? { openOnly: { datasets: rest.map(({ told }) => told.id), label: combine(rest).label } }
      : {}),
    caveats: [...caveatsOf(parts), ...(make === 'merged' ? found.warnings : [])],
  };
}

const keyOf = ({ told }: CheckedPart): string => `${told.title}\n${told.id}`;

/** By code point, so that two machines order alike. */
const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

function tellPart(part: CheckedPart): CombinedPart {
  const mayBeShared = mayPartLeave(part);
  const [block] = mayBeShared ? [] : blocksOf([part], 'separate');
  return {
    ...part.told,
    filledFrom: (part.filledFrom ?? []).map(({ id }) => id),
    mayBeShared,
    ...(block ? { reason: block.reason } : {}),
  };
}

const labelOf = ({ label, mergedLabel }: Combination, make: Make): string =>
  make === 'merged' ? (mergedLabel ?? '') : label;

const reasonOf = ({ form, mergedLabel, reason }: Combination, make: Make): string =>
  make === 'merged' && form === 'collective' && mergedLabel !== undefined
    ? `One file may be made, all of it under the ${mergedLabel}: that licence asks that whatever is made from it carry the same.`
    : reason;

type Asked = { readonly blocks: readonly Block[]; readonly make: Make };

function headlineOf(
  parts: readonly CheckedPart[],
  { mergedLabel, form }: Combination,
  { blocks, make }: Asked,
): string {
  const these = parts.length === 1 ? 'This' : `These ${numberWord(parts.length)}`;
  if (blocks.length > 0 && parts.length === 1) return 'This may not be passed on';
  if (blocks.length > 0 && make === 'merged') return `${these} cannot be merged`;
  if (blocks.length > 0) return `${these} cannot all be passed on`;
  if (parts.length === 1) return `This may be shared under the ${mergedLabel ?? ''}`;
  if (make === 'merged') return `${these} may be one file`;
  return form === 'merged'
    ? `${these} may be shared, in one file or several`
    : `${these} may be shared, each licence in a file of its own`;
}

const NUMBERS = ['', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];

const numberWord = (count: number): string => NUMBERS[count] ?? String(count);

function creditsOf(parts: readonly CheckedPart[]): CombineAnswer['credits'] {
  const { short, long } = combineCredits(
    parts.map(({ told: { publisher, licence } }) => ({
      holder: publisher,
      licence: licence.id,
      statement: licence.attribution,
    })),
  );
  return { short, long: [...long] };
}

function outletOf(spdx: string, parts: readonly CheckedPart[]): CombineAnswer['outlets'][number] {
  const entries = parts.map((part) => ({
    title: part.told.title,
    entries: [part.licence, ...(part.filledFrom ?? [])].map((each) => entryInto(each.spdx, spdx)),
    isOpen: mayPartLeave(part),
  }));
  const kept = entries.filter(({ entries: own, isOpen }) => !isOpen || own.includes('no'));
  const heed = entries.some(({ entries: own }) => own.includes('with-notices'));
  const entry = heed ? 'with-notices' : 'yes';
  return { spdx, entry: kept.length > 0 ? 'no' : entry, kept: kept.map(({ title }) => title) };
}

function caveatsOf(parts: readonly CheckedPart[]): readonly string[] {
  const presumed = parts.filter(({ basis }) => basis === 'presumed');
  const unread = new Map(
    parts.flatMap(({ licence }) => (licence.verified ? [] : [[licence.id, titleOf(licence)]])),
  );
  return [
    ...presumed.map(
      ({ told }) =>
        `The licence of ${told.title} is presumed: its publisher’s page says so, the file does not.`,
    ),
    ...[...unread.values()].map(
      (title) =>
        `The ${title} is to be confirmed: nobody has read its current text against this answer.`,
    ),
  ];
}
