import type { FeatureType } from '#data/schema/feature-type.ts';
import type { Plan } from './fields/plan.ts';
import { closeRival, type RankedType, TYPE_THRESHOLD } from './fields/suggest-type.ts';
import type { ColumnFacts } from './profile.ts';
import type { Survey } from './survey.ts';
import type { Tally } from './tally.ts';

/** A layer whose columns are to be spoken about. */
type Reported = {
  readonly surveyed: Survey;
  readonly plan: Plan;
  readonly type: FeatureType | undefined;
  /** True when a person named the type. */
  readonly told: boolean;
  readonly tally: Tally;
};

/** Say what became of the columns of a layer: type taken, columns mapped and left, headings and values to mend. */
export function reportColumns({ surveyed, plan, type, told, tally }: Reported): void {
  reportType(surveyed, type, told, tally);
  const suggested = plan.fields.filter(({ by }) => by === 'suggestion');
  if (suggested.length > 0) {
    const pairs = suggested.map(
      ({ attribute, taps }) => `“${taps[0]?.column.name}” → ${attribute.title}`,
    );
    tally.note(
      { code: 'column.mapped-by-suggestion' },
      `${counted(suggested.length)} mapped by ODIN: ${pairs.join(', ')}. Check them once.`,
    );
  }
  reportRest(plan.rest, type, tally);
  for (const column of surveyed.facts.columns) reportColumn(column, surveyed.facts.records, tally);
}

function reportType(
  { ranked }: Survey,
  type: FeatureType | undefined,
  told: boolean,
  tally: Tally,
): void {
  if (told) return;
  const rival = closeRival(ranked);
  if (rival !== undefined) {
    const [best, next] = rival.map(saidOf);
    tally.note(
      { code: 'column.ambiguous' },
      `The records may be ${best} or ${next}: ${type === undefined ? 'neither was taken' : 'the first was taken'}. Name the feature type to be sure.`,
    );
  }
  if (type !== undefined) return;
  const [best] = ranked;
  const guess =
    best === undefined
      ? 'Nothing in its name, headings or values says what it holds'
      : `The best guess is ${saidOf(best)}, ${rival === undefined ? `under the ${percent(TYPE_THRESHOLD)} needed` : 'too close to the next'}`;
  tally.note(
    { code: 'column.unknown-type' },
    `${guess}: kept as unclassified with every column as published. Name the feature type to map it.`,
  );
}

const saidOf = ({ type, confidence, reasons }: RankedType): string =>
  `${type.plural.toLowerCase()} (${percent(confidence)}: ${reasons[0] ?? 'no reason'})`;

const counted = (columns: number): string =>
  columns === 1 ? '1 column was' : `${columns} columns were`;

const percent = (share: number): string => `${Math.round(share * 100)} %`;

function reportRest(
  rest: readonly ColumnFacts[],
  type: FeatureType | undefined,
  tally: Tally,
): void {
  const left = rest.filter(({ filled }) => filled > 0).map(({ label }) => `“${label}”`);
  if (left.length === 0 || type === undefined) return;
  tally.note(
    { code: 'column.unmapped' },
    `${counted(left.length)} kept as published, as no attribute takes them: ${left.join(', ')}.`,
  );
}

/** Records a column must be empty in before that is worth a warning. */
const EMPTY_FROM = 2;

function reportColumn(column: ColumnFacts, records: number, tally: Tally): void {
  if (column.filled === 0 && records >= EMPTY_FROM) {
    tally.note({ code: 'column.all-empty', column: column.label });
  }
}
