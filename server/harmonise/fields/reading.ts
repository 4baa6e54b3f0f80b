import type { IssueCode } from '#data/issues/register.ts';
import type { AttributeValue } from '#data/schema/attribute.ts';
import type { Cell } from '#data/schema/flow.ts';

/** Something to say about one cell; the register gives its severity. */
export type Fault = {
  readonly code: IssueCode;
  /** What is wrong and how to mend it; the register's own words when absent. */
  readonly message?: string;
};

/** What a caster makes of one cell. */
export type Reading = {
  /** Typed value; absent when the cell says nothing or cannot be read (then `faults` say why). */
  readonly value?: AttributeValue;
  /** What was done, as `AttributeSource.rule`: `as published`, `m2 → ha`, `date dmy`. */
  readonly rule: string;
  readonly faults?: readonly Fault[];
};

/** Cell → value. Never throws, whatever the cell holds; keeps no state between cells, so each text need be read once only. */
export type Caster = (cell: Cell) => Reading;

/** The cell is empty. */
export const NOTHING: Reading = { rule: 'empty' };

/** A value taken as it stands. */
export const asPublished = (value: AttributeValue): Reading => ({ value, rule: 'as published' });

/** A cell that says something we cannot use: kept raw beside the issue. */
export const unreadable = (code: IssueCode, message?: string): Reading => ({
  rule: 'not read',
  faults: [message === undefined ? { code } : { code, message }],
});
