import { describe, expect, it } from 'vitest';
import { Issue, MENDERS, SEVERITIES } from '#data/schema/issue.ts';
import { issue } from './issue.ts';
import { ISSUE_REGISTER, type IssueCode } from './register.ts';

const CODES = Object.keys(ISSUE_REGISTER) as IssueCode[];

describe.each(CODES)('%s', (code) => {
  const { severity, mender, meaning, mend } = ISSUE_REGISTER[code];

  it('says in a sentence each what is wrong and how to mend it', () => {
    expect(code).toMatch(/^[a-z]+\.[a-z0-9-]+$/);
    expect(meaning).toMatch(/^[A-Z“].{10,}\.$/);
    expect(mend).toMatch(/^[A-Z].{10,}[.:]$/);
    expect([SEVERITIES.includes(severity), MENDERS.includes(mender)]).toEqual([true, true]);
  });

  it('is in words a council officer reads', () => {
    expect(`${meaning} ${mend}`).not.toMatch(/\b(null|boolean|regex|parse|string|array|enum)\b/i);
  });
});

it('the register says of no two codes the same', () => {
  const meanings = CODES.map((code) => ISSUE_REGISTER[code].meaning);
  expect(new Set(meanings).size).toBe(meanings.length);
});

describe('issue()', () => {
  it('carries the register’s words where no others are given', () => {
    const made = issue('crs.null-island', { line: 7, column: 'GeoX', value: 0 });
    expect(Issue.parse(made)).toEqual(made);
    expect(made.message).toBe(
      'The coordinates are zero, which means they were never filled in. Give the record its coordinates, or leave the cells empty.',
    );
    expect([made.line, made.value]).toEqual([7, '0']);
  });

  it('shortens a long value to 200 characters', () => {
    expect(issue('value.too-long', { value: 'x'.repeat(5000) }).value).toHaveLength(200);
  });
});
