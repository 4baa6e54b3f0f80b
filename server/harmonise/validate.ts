import { attributesOf } from '#data/features/index.ts';
import type { Attribute, AttributeValue } from '#data/schema/attribute.ts';
import type { FeatureType } from '#data/schema/feature-type.ts';
import type { RawRecord } from '#data/schema/flow.ts';
import { type Shape, shapeOf, type Wgs84Geometry } from '#data/schema/geometry.ts';
import type { Fields } from './fields/index.ts';
import type { Plan } from './fields/plan.ts';
import { areaM2, lengthM } from './measure.ts';
import type { Tally } from './tally.ts';

/** One record after reading and placing. */
export type Judged = {
  readonly record: RawRecord;
  readonly fields: Fields;
  readonly geometry?: Wgs84Geometry | undefined;
};

/** Checks one record; findings go to the layer's tally. */
export type Validator = (judged: Judged) => void;

/** What the rules of a layer are made from. */
export type Judging = {
  readonly type: FeatureType | undefined;
  readonly plan: Plan;
  /** Shape of the layer as a whole. */
  readonly shape: Shape | 'mixed' | 'none';
  readonly tally: Tally;
};

/** The rules across fields that apply to a layer, put together once. */
export function buildValidator(judging: Judging): Validator {
  const { type } = judging;
  if (type === undefined) return () => {};
  const rules = [
    ...requiredRules(judging, type),
    dateRule(judging),
    ...rangeRules(judging, type),
    ...sizeRules(judging),
    shapeRule(judging, type),
  ].filter((rule) => rule !== undefined);
  return (judged) => {
    for (const rule of rules) rule(judged);
  };
}

/** Columns an attribute is read from, for the issue. */
const columnOf = (plan: Plan, name: string): string | undefined =>
  plan.fields.find(({ attribute }) => attribute.name === name)?.taps[0]?.column.name;

function requiredRules({ plan, tally, shape }: Judging, type: FeatureType): Validator[] {
  return attributesOf(type).flatMap((attribute): Validator[] => {
    if (attribute.required !== true) return [];
    const { name, title } = attribute;
    if (plan.made.some((made) => made.attribute.name === name)) return [];
    const column = columnOf(plan, name);
    if (column === undefined) {
      // An area is known from the shape itself.
      if (!(isArea(attribute) && shape === 'polygon')) {
        tally.note(
          { code: 'column.missing-required' },
          `${type.plural} must state “${title}”, and no column does.`,
        );
      }
      return [];
    }
    return [
      ({ record, fields }) => {
        if (Object.hasOwn(fields.attributes, name) || Object.hasOwn(fields.extra, column)) return;
        tally.meet(
          { code: 'value.missing', line: record.line, column },
          `${title} is required and empty here: fill it in.`,
        );
      },
    ];
  });
}

/** Texts of dates compare in order as far as both are stated: `2019` is not after `2019-03`. */
function isAfter(first: string, second: string): boolean {
  const length = Math.min(first.length, second.length);
  return first.slice(0, length) > second.slice(0, length);
}

function dateRule({ plan, tally }: Judging): Validator {
  const column = columnOf(plan, 'end-date');
  return ({ record, fields: { attributes } }) => {
    const { 'start-date': start, 'end-date': end } = attributes;
    if (typeof start !== 'string' || typeof end !== 'string' || !isAfter(start, end)) return;
    tally.meet(
      { code: 'value.date-order', line: record.line, column, value: `${start} – ${end}` },
      'This ends before it starts: check both dates.',
    );
  };
}

/** Endings of the names of two attributes that hold the ends of one range. */
const RANGES = [
  ['-from', '-to'],
  ['-min', '-max'],
  ['-low', '-high'],
] as const;

function rangeRules({ plan, tally }: Judging, type: FeatureType): Validator[] {
  return attributesOf(type).flatMap((low): Validator[] => {
    const ends = RANGES.find(([end]) => low.name.endsWith(end));
    if (ends === undefined) return [];
    const high = low.name.slice(0, -ends[0].length) + ends[1];
    const column = columnOf(plan, high);
    if (column === undefined) return [];
    return [
      ({ record, fields: { attributes } }) => {
        const [from, to] = [attributes[low.name], attributes[high]];
        if (typeof from !== 'number' || typeof to !== 'number' || from <= to) return;
        tally.meet(
          { code: 'value.too-small', line: record.line, column, value: `${from} – ${to}` },
          `The upper end of ${low.title.toLowerCase()} is below the lower: check both figures.`,
        );
      },
    ];
  });
}

const isArea = ({ name, unit }: Attribute): boolean =>
  unit !== undefined && /^(site-)?(area-(ha|m2|km2)|hectares)$/.test(name);
const isLength = ({ name }: Attribute): boolean => name === 'length-m' || name === 'length-km';

/** Square metres or metres in one unit of the attribute. */
const SIZES: Readonly<Record<string, number>> = {
  ha: 10_000,
  'm²': 1,
  m2: 1,
  km2: 1e6,
  'km²': 1e6,
  m: 1,
  km: 1000,
};
/** Relative difference between stated and drawn size that is reported. Source: ODIN issue catalogue, geom.area-mismatch. */
const MISMATCH = 0.1;
/** Differences under this are rounding, in square metres or metres. */
const ROUNDING = 150;

function sizeRules({ plan, tally, shape }: Judging): Validator[] {
  if (shape === 'point' || shape === 'none') return [];
  return plan.fields.flatMap(({ attribute }): Validator[] => {
    const size = SIZES[attribute.unit ?? ''];
    if (size === undefined || !(isArea(attribute) || isLength(attribute))) return [];
    const [code, measure] = isArea(attribute)
      ? (['geom.area-mismatch', areaM2] as const)
      : (['geom.length-mismatch', lengthM] as const);
    const column = columnOf(plan, attribute.name);
    return [
      ({ record, fields, geometry }) => {
        const drawn = geometry === undefined ? 0 : measure(geometry) / size;
        const stated = numberOf(fields.attributes[attribute.name]);
        if (drawn === 0 || stated === undefined || !differs(stated, drawn, size)) return;
        tally.meet(
          { code, line: record.line, column, value: stated },
          `Stated ${stated} ${attribute.unit ?? ''}, drawn ${Number(drawn.toPrecision(4))} ${attribute.unit ?? ''}: check the figure, its unit or the outline.`,
        );
      },
    ];
  });
}

const differs = (stated: number, drawn: number, size: number): boolean =>
  Math.abs(stated - drawn) > MISMATCH * Math.max(stated, drawn) &&
  Math.abs(stated - drawn) * size > ROUNDING;

const numberOf = (value: AttributeValue | undefined): number | undefined =>
  typeof value === 'number' ? value : undefined;

function shapeRule({ tally, shape }: Judging, type: FeatureType): Validator | undefined {
  const allowed = type.shapes.join(' or ');
  if (shape !== 'mixed' && shape !== 'none' && !type.shapes.includes(shape)) {
    tally.note(
      { code: 'geom.type-unexpected', value: shape },
      `${type.plural} are given as ${allowed}, and these are ${shape}s: kept as published.`,
    );
    return undefined;
  }
  return ({ record, geometry }) => {
    const found = geometry === undefined ? undefined : shapeOf(geometry);
    if (found === undefined || type.shapes.includes(found)) return;
    tally.meet(
      { code: 'geom.type-unexpected', line: record.line, value: found },
      `${type.plural} are given as ${allowed}, and this is a ${found}: kept as published.`,
    );
  };
}
