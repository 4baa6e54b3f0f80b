import type { Attribute, AttributeValue } from '#data/schema/attribute.ts';
import { areaM2, lengthM } from '../measure.ts';
import { columnOf, type Judging, type Rule } from './rule.ts';

/** True for the attribute that states how large an area is. */
export const isArea = ({ name, unit }: Attribute): boolean =>
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

/** A stated area or length is that of the outline. */
export function sizeRules({ plan, tally, shape }: Judging): readonly Rule[] {
  if (shape === 'point' || shape === 'none') return [];
  return plan.fields.flatMap(({ attribute }): readonly Rule[] => {
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
