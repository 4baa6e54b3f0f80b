import type { Block, Make } from '#data/schema/combine.ts';
import type { Licence } from '#data/schema/licence.ts';
import type { CheckedPart } from './checked-part.ts';
import { combine, licencesOf, mayLeave, mayPartLeave, titleOf, whyPartNot } from './combine.ts';
import { entryInto } from './outlets.ts';

/**
 * What stands in the way of giving these parts out as asked, part by part: what may not leave at all, and, in one
 * file, what asks for terms the others cannot take.
 */
export function blocksOf(parts: readonly CheckedPart[], make: Make): Block[] {
  const closed = parts.filter((part) => !mayPartLeave(part)).map(closedBlock);
  if (make === 'separate') return closed;
  const open = parts.filter(mayPartLeave);
  if (open.length === 0 || (closed.length === 0 && combine(open).mergedLabel)) return closed;
  const strict = open.filter((part) => obligesOthers(part, parts));
  if (strict.length > 0) return [...closed, ...strict.map((part) => shareAlikeBlock(part, parts))];
  if (closed.length > 0 || combine(open).mergedLabel) return closed;
  return open.map((part) => apartBlock(part));
}

function closedBlock(part: CheckedPart): Block {
  const { told } = part;
  return {
    part: told.id,
    title: told.title,
    term: termOf(part),
    reason: sentence(whyPartNot(part)),
  };
}

/** The term of a licence that keeps data in, as a heading. */
function termOf({ licence, filledFrom = [] }: CheckedPart): string {
  const culprit = [licence, ...filledFrom].find((each) => !mayLeave(each)) ?? licence;
  const { permissions, obligations } = culprit;
  if (culprit.spdx === 'NOASSERTION') return 'Its licence is not stated';
  if (permissions.redistribute === 'n') return 'May not be passed on';
  if (obligations.noDerivatives) return 'May not be changed';
  if (obligations.nonCommercial) return 'May not be used commercially';
  return 'Only as its agreement says';
}

const strictOf = (part: CheckedPart): Licence | undefined =>
  licencesOf(part).find(({ obligations }) => obligations.shareAlike);

/** Others that may not go into a database under a share-alike licence. */
const strangers = (into: Licence, parts: readonly CheckedPart[]): readonly CheckedPart[] =>
  parts.filter(
    (part) =>
      !mayPartLeave(part) ||
      licencesOf(part).some(({ spdx }) => entryInto(spdx, into.spdx) === 'no'),
  );

function obligesOthers(part: CheckedPart, parts: readonly CheckedPart[]): boolean {
  const into = strictOf(part);
  return into !== undefined && strangers(into, parts).length > 0;
}

function shareAlikeBlock(part: CheckedPart, parts: readonly CheckedPart[]): Block {
  const { told, licence } = part;
  const into = strictOf(part) ?? licence;
  const others = strangers(into, parts).filter((each) => each !== part);
  const names = listed(others.map((each) => each.told.title));
  return {
    part: told.id,
    title: told.title,
    term: 'Asks the same licence of the whole file',
    reason: `The ${titleOf(into)} asks that a merged database carries the same licence. ${names} cannot.`,
  };
}

const apartBlock = ({ told, licence }: CheckedPart): Block => ({
  part: told.id,
  title: told.title,
  term: 'Has no licence in common with the others',
  reason: `No one licence could be put on a file that holds this, under the ${titleOf(licence)}, and the others.`,
});

/** `Sewers`, `Sewers and Masts`, `Sewers, Masts and 3 more`. */
export function listed(titles: readonly string[]): string {
  const [first = '', second, ...rest] = titles;
  if (second === undefined) return first;
  return rest.length === 0
    ? `${first} and ${second}`
    : `${first}, ${second} and ${rest.length} more`;
}

const sentence = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
