import type { FieldPlan } from '../fields/plan.ts';
import { columnOf, type Judging, type Rule } from './rule.ts';

/** Different figures a column must hold before one of them is called odd. */
const LEAST_FIGURES = 20;
/** Times the upper quartile, at least, that an odd figure is. Source: ODIN rule; registers span two orders of magnitude. */
const LEAST_FACTOR = 20;

/** A figure far above all others of its column. */
export function outlierRules({ plan, tally }: Judging): readonly Rule[] {
  return plan.fields.flatMap((field): readonly Rule[] => {
    const limit = limitOf(field);
    if (limit === undefined) return [];
    const { name, title } = field.attribute;
    const column = columnOf(plan, name);
    return [
      ({ record, fields: { attributes } }) => {
        const value = attributes[name];
        if (typeof value !== 'number' || value <= limit) return;
        tally.meet(
          { code: 'value.outlier', line: record.line, column, value },
          `${title} of ${value} is more than ${LEAST_FACTOR} times that of three records in four`,
        );
      },
    ];
  });
}

/**
 * The figure above which a value is odd: the upper quartile widened three times by the quartiles' ratio, and at
 * least twenty-fold, so that a column of pipes and trunk mains has none.
 */
function limitOf({ attribute, taps }: FieldPlan): number | undefined {
  if (attribute.type !== 'integer' && attribute.type !== 'decimal') return undefined;
  const [tap] = taps;
  if (tap === undefined || tap.column.values.size < LEAST_FIGURES) return undefined;
  const figures: number[] = [];
  for (const text of tap.column.values.keys()) {
    const { value } = tap.cast(text);
    if (typeof value === 'number' && value > 0) figures.push(value);
  }
  if (figures.length < LEAST_FIGURES) return undefined;
  figures.sort((a, b) => a - b);
  const lower = figures[Math.floor(figures.length / 4)] ?? 1;
  const upper = figures[Math.floor((figures.length * 3) / 4)] ?? 1;
  return upper * Math.max(LEAST_FACTOR, (upper / lower) ** 3);
}
