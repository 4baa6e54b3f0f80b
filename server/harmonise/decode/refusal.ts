import { issue, type Place } from '#data/issues/issue.ts';
import type { IssueCode } from '#data/issues/register.ts';
import type { Issue } from '#data/schema/issue.ts';

/**
 * What a reader throws when it must stop: bad data found deep inside a parser.
 * It never leaves this room: `decode()` turns it into an `Undecodable`, and a layer's
 * `records()` into a last issue.
 */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly issue: Issue;

  constructor(found: Issue) {
    super(found.message);
    this.issue = found;
  }
}

/** Stop reading, with one issue that says why. */
export function refuse(code: IssueCode, message: string, place: Place = {}): never {
  throw new Refusal(issue(code, place, message));
}

/** The issue behind a thrown value, or undefined when it is a fault of ours and must rise. */
export function issueOf(thrown: unknown): Issue | undefined {
  if (thrown instanceof Refusal) return thrown.issue;
  // DataView and typed arrays say RangeError when a length or offset in the file points outside it.
  if (thrown instanceof RangeError) {
    return issue('file.corrupt', {}, `The file is damaged or cut short: ${thrown.message}`);
  }
  return undefined;
}
