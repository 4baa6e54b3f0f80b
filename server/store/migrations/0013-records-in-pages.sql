-- Records are kept a page at a time, as the reader packs them; what they are looked for by is packed beside them.

CREATE TABLE page (
  -- Row of its first record; the others follow without a gap. A row is never given to another record.
  first INTEGER PRIMARY KEY AUTOINCREMENT,
  edition INTEGER NOT NULL REFERENCES edition (row) ON DELETE CASCADE,
  records INTEGER NOT NULL,
  -- Records with a position.
  placed INTEGER NOT NULL,
  first_line INTEGER NOT NULL,
  last_line INTEGER NOT NULL,
  -- What is asked for oftenest comes first: SQLite reads a row only as far as it must.
  -- 64-bit floats, those of one record together; NaN where there is none.
  numbers BLOB NOT NULL,
  -- JSON, and the place in it of each record's, 16-bit.
  terms TEXT NOT NULL,
  term_numbers BLOB NOT NULL,
  -- UTF-8, and where each one ends, 32-bit.
  text_ends BLOB NOT NULL,
  texts BLOB NOT NULL,
  -- WKB, WGS 84, longitude first, never simplified, and where each record's ends, 32-bit.
  geometry_ends BLOB NOT NULL,
  geometries BLOB NOT NULL
) STRICT;

CREATE INDEX page_of_edition ON page (edition, first, records, placed, first_line, last_line);

-- Keys, and marks of ids, in order, each with the row of its record.
CREATE TABLE key_run (
  number INTEGER PRIMARY KEY,
  edition INTEGER NOT NULL REFERENCES edition (row) ON DELETE CASCADE,
  -- 0: key; 1: mark of an id
  kind INTEGER NOT NULL,
  low INTEGER NOT NULL,
  high INTEGER NOT NULL,
  -- 64-bit floats: key, row, key, row …
  entries BLOB NOT NULL
) STRICT;

CREATE INDEX key_run_of_edition ON key_run (edition, kind, low, high);

-- Records near to each other: their boxes and positions.
CREATE TABLE box_group (
  number INTEGER PRIMARY KEY,
  edition INTEGER NOT NULL REFERENCES edition (row) ON DELETE CASCADE,
  -- 64-bit floats: row, lng, lat, west, south, east, north of each
  entries BLOB NOT NULL
) STRICT;

CREATE INDEX box_group_of_edition ON box_group (edition);

-- Where a group is. The edition is the third dimension: a question never visits superseded ones.
CREATE VIRTUAL TABLE box_group_place USING rtree (
  number, west, east, south, north, edition_from, edition_to
);

-- What a few records that follow each other are called, by the row of the first.
CREATE VIRTUAL TABLE page_words USING fts5 (
  name, reference, words,
  content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2', prefix = '2',
  detail = column
);
