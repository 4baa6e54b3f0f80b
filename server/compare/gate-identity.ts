import { issue } from '#data/issues/issue.ts';
import type { EditionFacts } from '#data/schema/change.ts';
import type { Issue } from '#data/schema/issue.ts';
import type { Crossing } from './crossing.ts';

/** Fewer records than this may all be replaced without a word. */
const LEAST_RECORDS = 3;
/** Share of references that a way of writing must have to be the file's, and may have to be given up. */
const USUAL = 0.5;
const UNUSUAL = 0.1;

/** `version.all-ids-changed` and `id.format-changed`: whether features can still be told to be the same. */
export function identityIssues(crossing: Crossing): Issue[] {
  const { before, after, comparison, sameIds, keyed } = crossing;
  const format = formatChange(before.facts, after.facts);
  const words = format && ` References were written like ${format.was} and now like ${format.is}.`;
  const kept = keyed ? sameIds : before.kept - comparison.removed;
  if (before.kept >= LEAST_RECORDS && after.kept > 0 && kept === 0) {
    const what = keyed ? 'None of the references' : 'None of the records';
    const known =
      comparison.recognised > 0
        ? ` ${comparison.recognised} could be recognised by name and place and keep their ids if the file is accepted.`
        : ' Every record would count as new.';
    const text = `${what} of edition ${before.number} is left.${words ?? ''}${known} Keep the references as they were.`;
    return [issue('version.all-ids-changed', {}, text)];
  }
  if (!format) return [];
  const text = `${words?.trim()} ${comparison.recognised} records could be recognised by name and place. Keep references as they were.`;
  return [issue('id.format-changed', { value: format.is }, text)];
}

/** The usual way of writing references that has gone, and what has come for it. */
function formatChange(
  before: EditionFacts | undefined,
  after: EditionFacts | undefined,
): { readonly was: string; readonly is: string } | undefined {
  const [was, is] = [before?.formats[0]?.[0], after?.formats[0]?.[0]];
  if (!before || !after || was === undefined || is === undefined || was === is) return undefined;
  const usual = shareOf(was, before.formats) >= USUAL;
  return usual && shareOf(was, after.formats) < UNUSUAL
    ? { was: example(was), is: example(is) }
    : undefined;
}

function shareOf(format: string, formats: EditionFacts['formats']): number {
  const total = formats.reduce((sum, [, count]) => sum + count, 0);
  const own = formats.find(([each]) => each === format)?.[1] ?? 0;
  return total === 0 ? 0 : own / total;
}

/** `A-9` as people would write it: `ABC-123`. */
const example = (format: string): string =>
  `“${format.replace(/A/g, 'ABC').replace(/a/g, 'abc').replace(/9/g, '123')}”`;
