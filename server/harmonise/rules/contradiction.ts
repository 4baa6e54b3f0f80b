import { columnOf, type Judging, type Rule } from './rule.ts';

/** A date of permission on a site that has none. */
export function contradictionRules({ plan, tally }: Judging): readonly Rule[] {
  const column = columnOf(plan, 'permission-date');
  if (column === undefined || columnOf(plan, 'planning-status') === undefined) return [];
  return [
    ({ record, fields: { attributes } }) => {
      if (attributes['planning-status'] !== 'not-permissioned') return;
      const date = attributes['permission-date'];
      if (date === undefined) return;
      tally.meet(
        { code: 'value.contradiction', line: record.line, column, value: date },
        'The record has a date of permission and says it is not permissioned: check both.',
      );
    },
  ];
}
