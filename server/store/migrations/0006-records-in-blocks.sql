-- What the publisher wrote is kept a block of records at a time; what is searched and drawn stays a row each.

-- One row for each frame that was staged; before, a record was a block of its own.
CREATE TABLE published (
  -- Row of its first feature; the others follow without a gap.
  first INTEGER PRIMARY KEY,
  edition INTEGER NOT NULL REFERENCES edition (row) ON DELETE CASCADE,
  records INTEGER NOT NULL,
  -- JSON: how attributes came to be, what no attribute took, the cells.
  text BLOB NOT NULL,
  -- WKB, coordinates as published, x first, one geometry after the other.
  natives BLOB NOT NULL
) STRICT;

CREATE INDEX published_of_edition ON published (edition);

INSERT INTO published (first, edition, records, text, natives)
SELECT row, edition, 1,
  CAST(json_object(
    'sources', json('[]'),
    'extras', json('[]'),
    'natives', json_array(COALESCE(length(native), 0)),
    'records', json_array(json_array(json(sources), json(extra), json(cells)))
  ) AS BLOB),
  COALESCE(native, x'')
FROM feature;

CREATE TABLE feature_kept (
  -- The next free row is found when a frame is staged: it needs rows that follow each other.
  row INTEGER PRIMARY KEY,
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
  -- Hash of what no attribute took; NULL for records kept before there was one.
  extra_mark INTEGER,
  attributes TEXT NOT NULL,
  -- WKB, WGS 84, longitude first, never simplified.
  geometry BLOB,
  placement TEXT
) STRICT;

INSERT INTO feature_kept
SELECT row, edition, key, id, type, lifecycle, lng, lat, west, south, east, north, district,
  reference, name, layer, line, NULL, attributes, geometry, placement
FROM feature ORDER BY row;

DROP TABLE feature;
ALTER TABLE feature_kept RENAME TO feature;

-- Features of an edition in published order; the figure tells placed ones without reading them.
CREATE INDEX feature_of_edition ON feature (edition, row) WHERE lng IS NOT NULL;
CREATE INDEX feature_in_edition ON feature (edition);
CREATE INDEX feature_by_id ON feature (id);
CREATE INDEX feature_by_key ON feature (key, edition);
CREATE INDEX feature_by_line ON feature (edition, line);

-- Words are looked for in columns, never as phrases: where in a column they stand is not kept.
DROP TABLE feature_text;
CREATE VIRTUAL TABLE feature_text USING fts5 (
  name, reference, words,
  content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2', prefix = '2',
  detail = column
);

INSERT INTO feature_text (rowid, name, reference, words)
SELECT row, COALESCE(name, ''), COALESCE(reference, ''), COALESCE(substr((
  SELECT group_concat(value, ' ') FROM json_each(feature.attributes)
  WHERE type = 'text' AND instr(value, '://') = 0), 1, 600), '')
FROM feature;
