-- Who asks the owner of a dataset for it, and what came of that.
CREATE TABLE access_request (
  id TEXT PRIMARY KEY,
  -- SHA-256 of what the address of its answer holds.
  secret TEXT NOT NULL UNIQUE,
  dataset TEXT NOT NULL,
  -- Name, organisation, contact, purpose, words and account as JSON.
  asked TEXT NOT NULL,
  at TEXT NOT NULL,
  answer TEXT CHECK (answer IN ('agreed', 'declined')),
  answered_at TEXT,
  answered_by TEXT,
  why TEXT,
  agreement TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX access_request_of_dataset ON access_request (dataset, at);

-- An answer stands.
CREATE TRIGGER access_request_stands BEFORE UPDATE ON access_request WHEN OLD.answer IS NOT NULL
BEGIN SELECT RAISE (ABORT, 'a request is answered once'); END;
