import type { Examples } from './example.ts';

/** Examples of `id.*` and `version.*`. */
export const EDITION_EXAMPLES: Examples = {
  'id.missing': ['a row without a reference', 'Named by its content.'],
  'id.duplicate': ['two rows with `SH 2132`', 'Both are kept, each with an id of its own.'],
  'id.format-changed': ['`SH2132` last time, `SH 2132` now', 'Asked about before it goes live.'],
  'id.reused-for-different-thing': [
    '`12` was in Sale and is now in Stockport',
    'Asked about before it goes live.',
  ],
  'id.possible-duplicate-other-provider': [
    'the same substation by the council and by the network operator',
    'Both are kept, and named to each other.',
  ],
  'id.possible-duplicate': ['two rows alike in name and place', 'Both are kept, and told.'],
  'id.possible-duplicate-other-dataset': [
    'one site on two registers of a council',
    'Both are kept, and named to each other.',
  ],
  'id.redirected': [
    'a record whose reference has changed and nothing else',
    'The old id leads to it.',
  ],
  'id.unstable-key': ['`OBJECTID` as the only reference', 'Named by content instead.'],
  'version.count-drop': ['608 records last time, 365 now', 'Held until somebody confirms it.'],
  'version.count-spike': ['608 records last time, 6,080 now', 'Asked about.'],
  'version.extent-shift': ['only the north of the district is there', 'Asked about.'],
  'version.field-null-rise': ['“Area” filled last time, empty now', 'Asked about.'],
  'version.geometry-type-change': [
    'areas last time, points now',
    'Held until somebody confirms it.',
  ],
  'version.all-ids-changed': [
    'a new numbering of every record',
    'Held until somebody confirms it.',
  ],
  'version.older-than-published': ['last year’s file again', 'Held until somebody confirms it.'],
  'version.no-change': ['the same records', 'Nothing is changed.'],
};
