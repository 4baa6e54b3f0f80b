import { COLUMN_ISSUES } from './column.ts';
import { CRS_ISSUES } from './crs.ts';
import { FETCH_ISSUES } from './fetch.ts';
import { FILE_ISSUES } from './file.ts';
import { GEOM_ISSUES } from './geom.ts';
import { ID_ISSUES } from './id.ts';
import type { IssueKind } from './issue-kind.ts';
import { LICENCE_ISSUES } from './licence.ts';
import { META_ISSUES } from './meta.ts';
import { NET_ISSUES } from './net.ts';
import { REL_ISSUES } from './rel.ts';
import { TABLE_ISSUES } from './table.ts';
import { TEXT_ISSUES } from './text.ts';
import { VALUE_ISSUES } from './value.ts';
import { VALUE_SENSE_ISSUES } from './value-sense.ts';
import { VERSION_ISSUES } from './version.ts';

/** The closed register of everything ODIN reports about a file. `docs/issues.md` explains each code. */
export const ISSUE_REGISTER = {
  ...COLUMN_ISSUES,
  ...CRS_ISSUES,
  ...FETCH_ISSUES,
  ...FILE_ISSUES,
  ...GEOM_ISSUES,
  ...ID_ISSUES,
  ...LICENCE_ISSUES,
  ...META_ISSUES,
  ...NET_ISSUES,
  ...REL_ISSUES,
  ...TABLE_ISSUES,
  ...TEXT_ISSUES,
  ...VALUE_ISSUES,
  ...VALUE_SENSE_ISSUES,
  ...VERSION_ISSUES,
} as const satisfies Readonly<Record<string, IssueKind>>;

export type IssueCode = keyof typeof ISSUE_REGISTER;
