-- What happens between two editions: what waits, what differs, which ids lead where, who decided.

-- Why an edition waits to be accepted; NULL for all others. Its status is 'staged' until it goes live.
ALTER TABLE edition ADD COLUMN held TEXT;
-- Counts the gate compares; NULL for editions kept before they were counted.
ALTER TABLE edition ADD COLUMN facts TEXT;
-- The edition beside the one it replaced, in figures; NULL for the first.
ALTER TABLE edition ADD COLUMN comparison TEXT;
-- 1 when a descriptor of this deployment stands for it: its removal is then a withdrawal.
ALTER TABLE dataset ADD COLUMN described INTEGER NOT NULL DEFAULT 0;

-- How many records an issue stands for, and the value that would put it right.
ALTER TABLE issue ADD COLUMN count INTEGER;
ALTER TABLE issue ADD COLUMN proposal TEXT;

CREATE TABLE change (
  edition INTEGER NOT NULL REFERENCES edition (row) ON DELETE CASCADE,
  number INTEGER NOT NULL,
  added INTEGER NOT NULL,
  removed INTEGER NOT NULL,
  changed INTEGER NOT NULL,
  moved INTEGER NOT NULL,
  id TEXT NOT NULL,
  -- Boxes before and after: what must be drawn anew.
  west REAL,
  south REAL,
  east REAL,
  north REAL,
  new_west REAL,
  new_south REAL,
  new_east REAL,
  new_north REAL,
  -- Reference, name, layer, line, fields, move.
  detail TEXT NOT NULL,
  PRIMARY KEY (edition, number)
) STRICT, WITHOUT ROWID;

-- An id that a feature would have had, and the one it keeps.
CREATE TABLE redirect (
  from_id TEXT NOT NULL,
  edition INTEGER NOT NULL REFERENCES edition (row) ON DELETE CASCADE,
  to_id TEXT NOT NULL,
  to_key INTEGER NOT NULL,
  PRIMARY KEY (from_id, edition)
) STRICT, WITHOUT ROWID;

CREATE INDEX redirect_of_edition ON redirect (edition);

CREATE TABLE event (
  row INTEGER PRIMARY KEY AUTOINCREMENT,
  dataset TEXT NOT NULL REFERENCES dataset (id),
  -- Number of the edition.
  edition INTEGER NOT NULL,
  kind TEXT NOT NULL,
  by_whom TEXT NOT NULL,
  at TEXT NOT NULL,
  why TEXT
) STRICT;

CREATE INDEX event_of_dataset ON event (dataset, row);

-- Two editions meet by key.
DROP INDEX feature_by_key;
CREATE INDEX feature_by_key ON feature (key, edition);
-- The partial index holds placed features only; editions are compared whole.
CREATE INDEX feature_in_edition ON feature (edition);
