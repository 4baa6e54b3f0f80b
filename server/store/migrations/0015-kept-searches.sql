-- Searches for sites that are watched. Nothing is kept of who sent one.
CREATE TABLE search (
  id TEXT PRIMARY KEY, -- 26 letters and digits: hash of `search` and `title`
  search TEXT NOT NULL, -- as an address carries it
  title TEXT NOT NULL,
  kept_at TEXT NOT NULL, -- ISO 8601
  checked_at TEXT NOT NULL, -- when it was last held against what is live, ISO 8601
  asked TEXT NOT NULL, -- day it was last asked for
  meets INTEGER NOT NULL, -- sites that met every must then
  editions TEXT NOT NULL, -- rows of the editions it was measured by, as JSON: others make another answer
  standing BLOB NOT NULL -- the sites that met it then, gzipped JSON
) STRICT, WITHOUT ROWID;

CREATE TABLE search_event (
  row INTEGER PRIMARY KEY AUTOINCREMENT,
  search TEXT NOT NULL REFERENCES search (id) ON DELETE CASCADE,
  at TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('entered', 'left', 'changed', 'search-kept')),
  site TEXT, -- its key
  title TEXT NOT NULL,
  text TEXT NOT NULL
) STRICT;
CREATE INDEX search_event_of_search ON search_event (search, row);
