import type { Examples } from './example.ts';

/** Examples of `table.*` and `column.*`. */
export const TABLE_EXAMPLES: Examples = {
  'table.delimiter-guessed': ['`Ref;Name;Easting`', 'Read with semicolons between cells.'],
  'table.header-not-first-row': [
    'two title rows above `Ref, Name`',
    'The title rows are passed over.',
  ],
  'table.multi-row-header': [
    '`Location` over `Easting | Northing`',
    'Joined: `Location Easting`, `Location Northing`.',
  ],
  'table.blank-header': ['`Ref,,Northing`', 'Called “column 2” in what is kept.'],
  'table.duplicate-header': ['`Name,Name`', 'The second is called “Name (2)”.'],
  'table.merged-cells': ['one ward merged over six rows', 'Each of the six rows gets the ward.'],
  'table.hidden-rows-or-sheets': [
    'a sheet “Staff” hidden in the workbook',
    'Not taken for data; looked through for personal data.',
  ],
  'table.formula-errors': ['`#REF!`', 'Read as empty.'],
  'table.total-row': ['`Total,,128`', 'Left out.'],
  'table.blank-row': ['`,,,`', 'Left out.'],
  'table.template-row': ['`e.g. ABC/123`, “Example Data”', 'Left out.'],
  'table.extra-cell': ['four cells under three headings', 'The first three are read.'],
  'table.missing-cell': ['two cells under three headings', 'The third is empty.'],
  'table.float-formatted-id': ['UPRN `100012710993.0`', 'Read as 100012710993.'],
  'table.leading-zero-lost': ['site `12` among `0012`, `0013`', 'Kept as published, and told.'],
  'table.scientific-notation-id': ['UPRN `1.00013E+11`', 'Not read: its last digits are gone.'],
  'table.excel-date-serial': ['`43101` under “Date”', 'Read as 2018-01-01.'],
  'table.truncated-value': ['a text of exactly 254 characters in a DBF', 'Kept, and told.'],
  'table.row-limit-hit': [
    'exactly 2,000 features from a map service',
    'Read; the report says that more are probably missing.',
  ],
  'table.no-records': ['`Name,Easting,Northing` and nothing under it', 'Nothing to publish.'],
  'table.too-many-columns': ['20,000 headings', 'Refused.'],
  'table.layer-chosen': ['sheets “Notes”, “Data”, “Lookups”', '“Data” is taken.'],
  'table.all-layers-taken': [
    '`wards_north`, `wards_south` with the same columns',
    'Both are read into one dataset.',
  ],
  'table.header-missing': [
    '`1,381429,391372` as the first row',
    'Columns are numbered and every row is a record.',
  ],
  'table.quote-unbalanced': ['`"Oak Road,381429`', 'Read as far as can be told, with the line.'],
  'table.record-too-large': ['a quotation mark never closed in 80 MB', 'That record is not read.'],
  'table.units-row': ['`ha` under `Area`', 'Taken for the unit, not for a record.'],
  'table.deleted-row': [
    'rows marked as deleted in a DBF',
    'Left out, and looked through for personal data.',
  ],
  'table.second-table': ['a second table beside or below the first', 'The first is read.'],
  'table.note-row': [
    '“Source: estates team, 2024” under the table',
    'Left out; searched for a licence.',
  ],
  'column.missing-required': [
    'a brownfield register without any reference',
    'Read, and the column asked for.',
  ],
  'column.unmapped': ['`Shelves` in a list of libraries', 'Kept as published.'],
  'column.ambiguous': [
    '`Date` with dates of decision and of entry',
    'The likelier is taken, and asked about.',
  ],
  'column.mapped-by-suggestion': [
    '`sitenamead` in a shapefile',
    'Taken for the site’s name and address.',
  ],
  'column.all-empty': ['`DATE LAST UPDATED` with no value in 128 rows', 'Left out.'],
  'column.unit-assumed': ['`Area` 0.46', 'Taken as hectares.'],
  'column.geometry-chosen': [
    '`Easting`, `Northing` beside `Lat`, `Lon`',
    'The finer pair is taken.',
  ],
  'column.unknown-type': ['a table nobody can name', 'Kept as unclassified with every column.'],
};
