import { issue } from '#data/issues/issue.ts';
import type { Issue } from '#data/schema/issue.ts';
import type { PersonalFinding } from './finding.ts';
import { maskPersonal } from './sign.ts';

/** What the columns of one layer seem to hold about persons, as issues; layers that are not taken are looked at too. */
export const personalIssues = (
  layer: string,
  findings: readonly PersonalFinding[],
): readonly Issue[] =>
  findings.map(({ where, severity, line, value, message }) =>
    issue(
      'value.personal-data-suspected',
      { layer, column: where, severity, line, value },
      message,
    ),
  );

/** Labels of the columns whose values may not stand in a report. */
export const personalColumns = (findings: readonly PersonalFinding[]): ReadonlySet<string> =>
  new Set(findings.filter(({ severity }) => severity === 'error').map(({ where }) => where));

/**
 * Issues with the published values of personal columns masked, so that a report may be passed on.
 *
 * @param columns layer name → labels of its personal columns
 */
export function maskIssues(
  issues: readonly Issue[],
  columns: ReadonlyMap<string, ReadonlySet<string>>,
): readonly Issue[] {
  if ([...columns.values()].every(({ size }) => size === 0)) return issues;
  return issues.map((found) => {
    const { code, layer = '', column = '', value } = found;
    if (value === undefined || value === '' || code === 'value.personal-data-suspected')
      return found;
    if (columns.get(layer)?.has(column) !== true) return found;
    const masked = maskPersonal(value);
    return { ...found, value: masked, message: found.message.replaceAll(value, masked) };
  });
}
