-- What is on its way to being published, and what publishers say of what they hold.

CREATE TABLE draft (
  id TEXT PRIMARY KEY, -- made here: 24 lower-case letters and digits
  publisher TEXT NOT NULL,
  -- Id the dataset has or will have.
  dataset TEXT NOT NULL,
  organisation TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('reading', 'ready', 'unreadable', 'publishing', 'published')),
  -- The file as handed in.
  sha256 TEXT NOT NULL REFERENCES resource (sha256),
  -- The file as read by the rules decided so far: staged, and seen by nobody else.
  edition INTEGER REFERENCES edition (row) ON DELETE SET NULL,
  made_at TEXT NOT NULL,
  saved_at TEXT NOT NULL,
  -- Goes up with everything that is written: whoever writes says which one they saw.
  revision INTEGER NOT NULL,
  -- What was decided: descriptor before, decisions since, licence, guards.
  work TEXT NOT NULL,
  -- What the last reading found; NULL before the first.
  found TEXT,
  -- File, who has it, where it opens, what is being published.
  detail TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX draft_of_publisher ON draft (publisher, saved_at);
CREATE INDEX draft_of_file ON draft (sha256);
CREATE INDEX draft_of_edition ON draft (edition) WHERE edition IS NOT NULL;

-- Steps of a person that can be taken back, each with the work before it.
CREATE TABLE draft_act (
  draft TEXT NOT NULL REFERENCES draft (id) ON DELETE CASCADE,
  number INTEGER NOT NULL,
  words TEXT NOT NULL,
  by_whom TEXT NOT NULL,
  at TEXT NOT NULL,
  work TEXT NOT NULL,
  PRIMARY KEY (draft, number)
) STRICT, WITHOUT ROWID;

-- Descriptors made at the desk: they stand before those that come with ODIN.
CREATE TABLE source (
  dataset TEXT PRIMARY KEY,
  json TEXT NOT NULL,
  saved_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE receipt (
  draft TEXT PRIMARY KEY,
  dataset TEXT NOT NULL,
  publisher TEXT NOT NULL,
  at TEXT NOT NULL,
  json TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX receipt_of_dataset ON receipt (dataset, at);

-- What a publisher says it holds none of, and what it says has not changed.
CREATE TABLE publisher_word (
  publisher TEXT NOT NULL,
  -- `none:<feature type>` or `same:<dataset>`.
  about TEXT NOT NULL,
  by_whom TEXT NOT NULL,
  at TEXT NOT NULL,
  why TEXT,
  PRIMARY KEY (publisher, about)
) STRICT, WITHOUT ROWID;
