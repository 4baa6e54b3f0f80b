import { attributesOf } from '#data/features/index.ts';
import type { Attribute } from '#data/schema/attribute.ts';
import type { FeatureType } from '#data/schema/feature-type.ts';
import type { Judging, Rule } from './rule.ts';
import { isArea } from './size.ts';

/** What must be stated is: a column that lacks or is empty throughout is said once, an empty cell at its record. */
export function requiredRules(judging: Judging, type: FeatureType): readonly Rule[] {
  const { plan, tally } = judging;
  return attributesOf(type).flatMap((attribute): readonly Rule[] => {
    if (attribute.required !== true) return [];
    if (plan.made.some((made) => made.attribute.name === attribute.name)) return [];
    const taps = plan.fields.find((field) => field.attribute.name === attribute.name)?.taps ?? [];
    const [first] = taps;
    if (first === undefined) {
      reportMissing(judging, type, attribute);
      return [];
    }
    const column = first.column.name;
    if (taps.every((tap) => tap.column.filled === 0)) {
      tally.note(
        { code: 'value.missing', column },
        `${attribute.title} is required and empty in every row: fill the column in.`,
      );
      return [];
    }
    return [requiredRule(attribute, first.column, tally)];
  });
}

function requiredRule(
  { name, title }: Attribute,
  column: { readonly name: string; readonly label: string },
  tally: Judging['tally'],
): Rule {
  return ({ record, fields }) => {
    if (Object.hasOwn(fields.attributes, name) || Object.hasOwn(fields.extra, column.label)) return;
    tally.meet(
      { code: 'value.missing', line: record.line, column: column.name },
      `${title} is required and empty here: fill it in.`,
    );
  };
}

function reportMissing({ shape, tally }: Judging, type: FeatureType, attribute: Attribute): void {
  // An area is known from the shape itself.
  if (isArea(attribute) && shape === 'polygon') return;
  tally.note(
    { code: 'column.missing-required' },
    `${type.plural} must state “${attribute.title}”, and no column does.`,
  );
}
