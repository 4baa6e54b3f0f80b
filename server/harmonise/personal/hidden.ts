import { issue } from '#data/issues/issue.ts';
import type { HiddenContent, HiddenKind } from '#data/schema/flow.ts';
import type { Issue } from '#data/schema/issue.ts';
import {
  buildMeter,
  describeMet,
  listed,
  type Met,
  PERSONAL_MENDS,
  type PersonalFinding,
} from './finding.ts';
import { personalHeading } from './heading.ts';
import { isWholeName, mayBeName } from './names.ts';
import type { SignKind } from './sign.ts';
import { signsIn } from './text-signs.ts';

/** Texts of one hidden place that are looked at. */
const TEXT_LIMIT = 200_000;
/** Different names without any heading that make a hidden place a list of persons. */
const NAMES_ENOUGH = 3;

/** What each kind of hidden place is called; `where` follows. */
const KIND_WORDS: Readonly<Record<HiddenKind, string>> = {
  'hidden-sheet': 'A hidden part of the workbook',
  'hidden-rows': 'Hidden rows',
  'hidden-columns': 'Hidden columns',
  comments: 'Comments in the file',
  properties: 'The file’s own properties (author, title and the like)',
  'pivot-cache': 'The stored data behind a pivot table',
  'deleted-rows': 'Rows deleted and still in the file',
  'extra-table': 'A table of the file that is no map layer',
};

/**
 * Look for personal data where nobody sees it: hidden sheets, comments, document properties, pivot caches, deleted
 * rows, further tables. ODIN publishes none of it, but the file as sent holds it. Never throws.
 */
export function screenHidden(hidden: readonly HiddenContent[]): readonly Issue[] {
  return hidden.flatMap((content) => {
    const met = meet(content);
    return met.length === 0 ? [] : [issueOf(content, met)];
  });
}

function meet({ kind, texts }: HiddenContent): readonly Met[] {
  const meter = buildMeter();
  const names = new Map<string, number | undefined>();
  let seen = 0;
  for (const { line, label, text } of texts()) {
    if (++seen > TEXT_LIMIT) break;
    for (const sign of signsIn(text)) meter.add(sign, line);
    const labelled = labelledKind(label, text, kind);
    if (labelled !== undefined)
      meter.add({ kind: labelled, strength: 'strong', found: text }, line);
    else if (isWholeName(text) && !names.has(text)) names.set(text, line);
  }
  const strength = names.size >= NAMES_ENOUGH ? 'strong' : 'weak';
  for (const [found, line] of names) meter.add({ kind: 'name', strength, found }, line);
  return meter.met();
}

/** What the label over a text makes of it; who wrote a file or a comment is for its properties to say. */
function labelledKind(
  label: string | undefined,
  text: string,
  kind: HiddenKind,
): SignKind | undefined {
  if (label === undefined || kind === 'properties') return undefined;
  const heading = personalHeading(label);
  if (heading === 'name' && mayBeName(text)) return 'name';
  return heading === 'birth-date' && /\d/.test(text) ? 'birth-date' : undefined;
}

function severityOf(kind: HiddenKind, met: readonly Met[]): PersonalFinding['severity'] {
  // Nearly every Office file names its author: told, and nothing is held for it.
  if (kind === 'properties') return 'notice';
  return met.some(({ strong }) => strong > 0) ? 'error' : 'warning';
}

function issueOf({ kind, where }: HiddenContent, met: readonly Met[]): Issue {
  const severity = severityOf(kind, met);
  const counted = severity === 'error' ? met.filter(({ strong }) => strong > 0) : met;
  const [first] = counted;
  return issue(
    'value.personal-data-suspected',
    { layer: where, line: first?.line, value: first?.example, severity },
    `${KIND_WORDS[kind]} (${where}) ${PLURAL.has(kind) ? 'seem' : 'seems'} to hold ${listed(counted.map(describeMet))}. ${mendOf(kind, severity)}`,
  );
}

function mendOf(kind: HiddenKind, severity: PersonalFinding['severity']): string {
  if (kind === 'properties') {
    return 'ODIN does not publish them; clear them before the file goes to anybody else.';
  }
  return severity === 'error' ? HELD : PERSONAL_MENDS.warning;
}

const HELD =
  'ODIN does not publish this part, but whoever gets the file as sent can read it: remove it and send the file again, or confirm in the source’s descriptor, with the reason, that it may stay.';

const PLURAL: ReadonlySet<HiddenKind> = new Set([
  'hidden-rows',
  'hidden-columns',
  'comments',
  'properties',
  'deleted-rows',
]);
