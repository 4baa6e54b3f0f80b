-- What was published: bytes, who by, under what licence, edition by edition.

CREATE TABLE resource (
  sha256 TEXT PRIMARY KEY,
  file_name TEXT NOT NULL,
  size_bytes INTEGER NOT NULL,
  stored_at TEXT NOT NULL
) STRICT;

CREATE TABLE publisher (id TEXT PRIMARY KEY, json TEXT NOT NULL) STRICT;

CREATE TABLE licence (id TEXT PRIMARY KEY, json TEXT NOT NULL) STRICT;

CREATE TABLE dataset (
  id TEXT PRIMARY KEY,
  publisher TEXT NOT NULL,
  -- The edition people see; the flip of a publish is this one value.
  live_edition INTEGER REFERENCES edition (row)
) STRICT;

CREATE TABLE edition (
  row INTEGER PRIMARY KEY AUTOINCREMENT,
  dataset TEXT NOT NULL REFERENCES dataset (id),
  number INTEGER NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('staged', 'live', 'superseded', 'withdrawn')),
  published_at TEXT NOT NULL,
  sha256 TEXT NOT NULL REFERENCES resource (sha256),
  -- Hash of bytes, descriptor and code: equal means that nothing can have changed.
  fingerprint TEXT NOT NULL,
  layer_id TEXT NOT NULL,
  licence TEXT NOT NULL,
  -- Source descriptor the edition was read with.
  source TEXT NOT NULL,
  -- Choices the run made by itself.
  lock TEXT NOT NULL,
  -- Facts about the file and the run: format, counts, coordinates, layers, columns, bounds.
  report TEXT NOT NULL
) STRICT;

CREATE INDEX edition_of_dataset ON edition (dataset, number);
CREATE INDEX edition_of_layer ON edition (layer_id) WHERE status = 'live';

CREATE TABLE issue (
  edition INTEGER NOT NULL REFERENCES edition (row) ON DELETE CASCADE,
  number INTEGER NOT NULL,
  code TEXT NOT NULL,
  severity TEXT NOT NULL,
  mender TEXT NOT NULL,
  layer TEXT,
  line INTEGER,
  column_name TEXT,
  value TEXT,
  message TEXT NOT NULL,
  PRIMARY KEY (edition, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE layer (
  id TEXT PRIMARY KEY,
  -- Hash of the live editions in it and of the tile code; names the archive on disk.
  version TEXT NOT NULL,
  built_at TEXT NOT NULL,
  feature_type TEXT NOT NULL,
  licence TEXT NOT NULL,
  synthetic INTEGER NOT NULL
) STRICT;
