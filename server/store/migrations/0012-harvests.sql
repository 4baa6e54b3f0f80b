-- Files that are fetched by themselves: how each source stands, and what came of every run.

CREATE TABLE harvest (
  source TEXT PRIMARY KEY, -- id of its descriptor
  address TEXT NOT NULL, -- what the figures are about: another address begins anew
  etag TEXT,
  last_modified TEXT,
  failures INTEGER NOT NULL, -- in a row
  next_at TEXT NOT NULL -- ISO 8601
) STRICT, WITHOUT ROWID;

CREATE TABLE harvest_run (
  run INTEGER PRIMARY KEY,
  source TEXT NOT NULL,
  at TEXT NOT NULL, -- ISO 8601
  status TEXT NOT NULL CHECK (status IN ('published', 'unchanged', 'held', 'refused', 'failed')),
  says TEXT NOT NULL, -- a sentence for whoever answers for the source
  sha256 TEXT, -- what came, when something did
  licence TEXT -- the server's words on licence
) STRICT;
CREATE INDEX harvest_run_of_source ON harvest_run (source, run);
