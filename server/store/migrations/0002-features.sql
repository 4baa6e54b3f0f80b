-- Every record kept, edition by edition. Small columns come first: SQLite reads a row only as far as it must.

CREATE TABLE feature (
  row INTEGER PRIMARY KEY AUTOINCREMENT,
  edition INTEGER NOT NULL REFERENCES edition (row) ON DELETE CASCADE,
  key INTEGER NOT NULL,
  id TEXT NOT NULL,
  type TEXT NOT NULL,
  lifecycle TEXT NOT NULL,
  -- A position on or in it; NULL with the rest of the geometry when the record could not be placed.
  lng REAL,
  lat REAL,
  west REAL,
  south REAL,
  east REAL,
  north REAL,
  -- GSS code of the district the position is in.
  district TEXT,
  reference TEXT,
  name TEXT,
  layer TEXT NOT NULL,
  line INTEGER NOT NULL,
  attributes TEXT NOT NULL,
  -- WKB, WGS 84, longitude first, never simplified.
  geometry BLOB,
  placement TEXT,
  -- WKB, coordinates as published, x first.
  native BLOB,
  sources TEXT NOT NULL,
  extra TEXT NOT NULL,
  -- Cells of the published record, in the order of the columns in edition.report.
  cells TEXT NOT NULL
) STRICT;

CREATE INDEX feature_of_edition ON feature (edition, row) WHERE lng IS NOT NULL;
CREATE INDEX feature_by_id ON feature (id);
CREATE INDEX feature_by_key ON feature (key);
CREATE INDEX feature_by_line ON feature (edition, line);

-- The edition is the third dimension, so that a box query never visits superseded features.
CREATE VIRTUAL TABLE feature_box USING rtree (
  row, west, east, south, north, edition_from, edition_to
);

CREATE VIRTUAL TABLE feature_text USING fts5 (
  name, reference, words,
  content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3'
);
