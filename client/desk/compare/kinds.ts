import { countOf, formatDistance } from '#client/ui/format.ts';
import { CHANGE_KINDS, type ChangeKind } from '#data/schema/change-kind.ts';
import type { DraftChange, DraftCompare } from '#data/schema/desk-compare.ts';

/** A count of the comparison: a kind of change, or what stays as it is. */
export const COUNTS = ['added', 'removed', 'moved', 'changed', 'same'] as const;
export type Count = (typeof COUNTS)[number];

/** The sign of each, as on the map. */
export const SIGNS: Readonly<Record<Count, string>> = {
  added: '+',
  removed: '−',
  moved: '→',
  changed: '~',
  same: '=',
};

/** Words under the count: `moved over 10 m`. */
export function sayCount(count: Count, { movedFromM }: Pick<DraftCompare, 'movedFromM'>): string {
  switch (count) {
    case 'moved':
      return `moved over ${formatDistance(movedFromM)}`;
    case 'changed':
      return 'changed otherwise';
    case 'same':
      return 'the same';
    default:
      return count;
  }
}

/** The count an address names; the first that is not nought when it names none. */
export function countIn(show: string | undefined, compare: DraftCompare): Count {
  return (
    COUNTS.find((count) => count === show) ?? COUNTS.find((count) => compare[count] > 0) ?? 'same'
  );
}

/** The kind of change to ask for; undefined for what stays the same, which is nowhere listed. */
export const kindOf = (count: Count): ChangeKind | undefined =>
  CHANGE_KINDS.find((kind) => kind === count);

/** A change in one line, for those who hear it: `SH 0483, 142 m south-west`. */
export function sayChange({
  reference,
  name,
  line,
  distanceM,
  bearing,
  fields,
}: DraftChange): string {
  const who = reference ?? name ?? `Line ${line}`;
  if (distanceM !== undefined)
    return `${who}, ${formatDistance(distanceM)} ${bearing ?? ''}`.trim();
  return fields.length === 0 ? who : `${who}, ${countOf(fields.length, 'value')}`;
}
