import { EDITION_EXAMPLES } from './edition.ts';
import type { Examples } from './example.ts';
import { FILE_EXAMPLES } from './file.ts';
import { PLACE_EXAMPLES } from './place.ts';
import { TABLE_EXAMPLES } from './table.ts';
import { VALUE_EXAMPLES } from './value.ts';

/** For every code that is given: an example as published, and what ODIN did. */
export const ISSUE_EXAMPLES: Examples = {
  ...EDITION_EXAMPLES,
  ...FILE_EXAMPLES,
  ...PLACE_EXAMPLES,
  ...TABLE_EXAMPLES,
  ...VALUE_EXAMPLES,
};
