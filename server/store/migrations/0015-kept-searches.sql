-- Searches for sites that are watched. Nothing is kept of who sent one.
CREATE TABLE search (
  id TEXT PRIMARY KEY, -- 26 letters and digits: hash of `search` and `title`
  search TEXT NOT NULL, -- as an address carries it
  title TEXT NOT NULL,
  kept_at TEXT NOT NULL, -- ISO 8601
  checked_at TEXT NOT NULL, -- when it was last held against what is live, ISO 8601
  asked TEXT NOT NULL, -- day it was last asked for
  meets INTEGER NOT NULL, -- sites that met every must then
  editions TEXT NOT NULL, -- row and sha-256 of the editions it was measured by, as JSON: others make another answer
  standing BLOB NOT NULL -- the sites that met it then, gzipped JSON
) STRICT, WITHOUT ROWID;

-- Each time a search was found to stand otherwise, and the files that follows from: whoever may not know of one of
-- them is told of nothing that happened then.
CREATE TABLE search_check (
  row INTEGER PRIMARY KEY AUTOINCREMENT,
  search TEXT NOT NULL REFERENCES search (id) ON DELETE CASCADE,
  files TEXT NOT NULL -- their sha-256, as JSON
) STRICT;
CREATE INDEX search_check_of_search ON search_check (search, row);

CREATE TABLE search_event (
  row INTEGER PRIMARY KEY AUTOINCREMENT,
  search_check INTEGER NOT NULL REFERENCES search_check (row) ON DELETE CASCADE,
  search TEXT NOT NULL,
  at TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('entered', 'left', 'changed', 'search-kept')),
  site TEXT, -- its key
  title TEXT NOT NULL,
  text TEXT NOT NULL
) STRICT;
CREATE INDEX search_event_of_search ON search_event (search, row);
CREATE INDEX search_event_of_check ON search_event (search_check);
