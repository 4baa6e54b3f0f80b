import { ISSUE_REGISTER } from '#data/issues/register.ts';
import type { Feature } from '#data/schema/feature.ts';
import { eachPosition } from '#data/schema/geometry.ts';
import type { Harmonised } from '#data/schema/harmonised.ts';
import type { Issue } from '#data/schema/issue.ts';

/** Words of a programmer, which no officer should be shown. */
const NOT_FOR_OFFICERS =
  /undefined|\[object |\bNaN\b.*\bof\b|TypeError|RangeError|Cannot read propert|is not a function|is not iterable|\bat .*:\d+:\d+|node:|Maximum call stack|Invalid array length/;
/** Shorter messages say nothing, characters. */
const SHORTEST_MESSAGE = 20;

/**
 * What is wrong with the outcome of a file, however broken the file: counts that do not add up, an
 * unreadable file without a reason, an issue nobody would understand, a position that is none.
 * Empty when the outcome is sound.
 */
export function unsoundness(found: Harmonised): readonly string[] {
  const { records, features, unplaced, rejected, readable, issues } = found;
  const sum = features.length + unplaced.length + rejected;
  return [
    ...(records === sum ? [] : [`${records} records, ${sum} accounted for`]),
    ...(readable || issues.some(isGrave) ? [] : ['unreadable without a reason']),
    ...(records > 0 || issues.some(isGrave) ? [] : ['no records and no reason']),
    ...new Set(issues.flatMap(faultsOfIssue)),
    ...new Set(features.flatMap(faultsOfFeature)),
  ];
}

const isGrave = ({ severity }: Issue): boolean => severity === 'critical' || severity === 'error';

function faultsOfIssue({ code, message, line }: Issue): readonly string[] {
  return [
    ...(Object.hasOwn(ISSUE_REGISTER, code) ? [] : [`the code ${code} is not registered`]),
    ...(message.length >= SHORTEST_MESSAGE ? [] : [`${code} says only “${message}”`]),
    ...(NOT_FOR_OFFICERS.test(withoutQuotes(message))
      ? [`${code} speaks to programmers: “${message.slice(0, 200)}”`]
      : []),
    ...(line === undefined || line > 0 ? [] : [`${code} is at line ${line}`]),
  ];
}

/** What the publisher wrote may be anything. */
const withoutQuotes = (message: string): string => message.replaceAll(/“[^”]*”/g, '“”');

function faultsOfFeature({ geometry, id, provenance }: Feature): readonly string[] {
  const faults: string[] = [];
  if (!(provenance.line > 0)) faults.push(`${id} comes from line ${provenance.line}`);
  eachPosition(geometry, ([lng, lat]) => {
    const isPlace = Math.abs(lng ?? Number.NaN) <= 180 && Math.abs(lat ?? Number.NaN) <= 90;
    if (!isPlace) faults.push(`${id} stands at ${lng}, ${lat}`);
  });
  return faults.slice(0, 1);
}
