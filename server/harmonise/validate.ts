import type { FeatureType } from '#data/schema/feature-type.ts';
import { shapeOf } from '#data/schema/geometry.ts';
import { reportAccidents } from './rules/accidents.ts';
import { contradictionRules } from './rules/contradiction.ts';
import { periodRules, rangeRules } from './rules/order.ts';
import { outlierRules } from './rules/outlier.ts';
import { requiredRules } from './rules/required.ts';
import type { Judging, Rule } from './rules/rule.ts';
import { sizeRules } from './rules/size.ts';

/** Checks one record; findings go to the layer's tally. */
export type Validator = Rule;

/** The rules across fields that apply to a layer, put together once; what is said of whole columns is said here. */
export function buildValidator(judging: Judging): Validator {
  const { type } = judging;
  reportAccidents(judging);
  if (type === undefined) return () => {};
  const rules = [
    ...requiredRules(judging, type),
    ...periodRules(judging, type),
    ...rangeRules(judging, type),
    ...contradictionRules(judging),
    ...outlierRules(judging),
    ...sizeRules(judging),
    ...shapeRules(judging, type),
  ];
  return (judged) => {
    for (const rule of rules) rule(judged);
  };
}

function shapeRules({ tally, shape }: Judging, type: FeatureType): readonly Rule[] {
  const allowed = type.shapes.join(' or ');
  if (shape !== 'mixed' && shape !== 'none' && !type.shapes.includes(shape)) {
    tally.note(
      { code: 'geom.type-unexpected', value: shape },
      `${type.plural} are given as ${allowed}, and these are ${shape}s: kept as published.`,
    );
    return [];
  }
  return [
    ({ record, geometry }) => {
      const found = geometry === undefined ? undefined : shapeOf(geometry);
      if (found === undefined || type.shapes.includes(found)) return;
      tally.meet(
        { code: 'geom.type-unexpected', line: record.line, value: found },
        `${type.plural} are given as ${allowed}, and this is a ${found}: kept as published.`,
      );
    },
  ];
}
