import type { Issue, Severity } from '#data/schema/issue.ts';
import { ISSUE_REGISTER, type IssueCode } from './register.ts';

/** Longest published value carried in an issue, characters. */
const VALUE_LIMIT = 200;

/** Where an issue stands in the file; see `Issue`. */
export type Place = {
  readonly layer?: string | undefined;
  readonly line?: number | undefined;
  readonly column?: string | undefined;
  readonly value?: unknown;
  /** Records the issue stands for, when more than one. */
  readonly count?: number | undefined;
  /** Value that would put it right; never applied by ODIN. */
  readonly proposal?: string | undefined;
  /** For the few codes whose severity depends on how much is affected. */
  readonly severity?: Severity | undefined;
};

/**
 * Make an issue of a registered code.
 *
 * @param message what is wrong here and how to mend it; the register's own words when left out
 */
export function issue(code: IssueCode, place: Place = {}, message?: string): Issue {
  const kind = ISSUE_REGISTER[code];
  const value =
    place.value === undefined || place.value === null ? undefined : shorten(place.value);
  return {
    code,
    severity: place.severity ?? kind.severity,
    mender: kind.mender,
    ...(place.layer === undefined ? {} : { layer: place.layer }),
    ...(place.line === undefined ? {} : { line: place.line }),
    ...(place.column === undefined ? {} : { column: place.column }),
    ...(value === undefined ? {} : { value }),
    ...(place.count === undefined ? {} : { count: place.count }),
    ...(place.proposal === undefined ? {} : { proposal: place.proposal }),
    message: message ?? `${kind.meaning} ${kind.mend}`,
  };
}

function shorten(value: unknown): string {
  const text = String(value);
  return text.length > VALUE_LIMIT ? `${text.slice(0, VALUE_LIMIT - 1)}…` : text;
}
