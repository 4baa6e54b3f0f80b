-- Who may have what: how each dataset stands, agreements about it, and the audit of both and of every reading.

-- The last state of `access_change`, or `open`.
ALTER TABLE dataset ADD COLUMN access TEXT NOT NULL DEFAULT 'open'
  CHECK (access IN ('open', 'registered', 'shared', 'by-agreement', 'metadata-only', 'closed'));

CREATE TABLE access_change (
  row INTEGER PRIMARY KEY AUTOINCREMENT,
  dataset TEXT NOT NULL,
  state TEXT NOT NULL,
  at TEXT NOT NULL,
  by_whom TEXT NOT NULL,
  why TEXT NOT NULL
) STRICT;
CREATE INDEX access_change_of_dataset ON access_change (dataset, row);

-- Editions kept apart: their layer is of their dataset alone.
CREATE INDEX edition_apart ON edition (dataset) WHERE instr(layer_id, '.only-') > 0;

CREATE TABLE agreement (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('granted', 'accepted')),
  dataset TEXT NOT NULL,
  -- Ids of organisations, as JSON.
  grantees TEXT NOT NULL,
  precision TEXT NOT NULL,
  terms TEXT NOT NULL,
  made_by TEXT NOT NULL,
  made_at TEXT NOT NULL,
  revoked_by TEXT,
  revoked_at TEXT,
  revoked_why TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX agreement_of_dataset ON agreement (dataset);

-- What is agreed is never changed, only ended once.
CREATE TRIGGER agreement_stands BEFORE UPDATE ON agreement
  WHEN OLD.revoked_at IS NOT NULL OR NEW.revoked_at IS NULL OR NEW.id IS NOT OLD.id
    OR NEW.kind IS NOT OLD.kind OR NEW.dataset IS NOT OLD.dataset OR NEW.grantees IS NOT OLD.grantees
    OR NEW.precision IS NOT OLD.precision OR NEW.terms IS NOT OLD.terms
BEGIN SELECT RAISE (ABORT, 'an agreement is never changed, only revoked'); END;
CREATE TRIGGER agreement_stays BEFORE DELETE ON agreement
BEGIN SELECT RAISE (ABORT, 'an agreement is never deleted'); END;

-- What somebody reads for, as they chose it for their session.
CREATE TABLE session_purpose (
  session TEXT PRIMARY KEY REFERENCES session (hash) ON DELETE CASCADE,
  purpose TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Each row's hash is over the hash before it and its entry: to change one is to change all that follow.
CREATE TABLE audit (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  previous TEXT NOT NULL,
  hash TEXT NOT NULL,
  entry TEXT NOT NULL,
  -- Of the entry, for looking it up; the entry is what counts.
  at TEXT NOT NULL,
  dataset TEXT NOT NULL,
  kind TEXT NOT NULL
) STRICT;
CREATE INDEX audit_of_dataset ON audit (dataset, seq);
CREATE TRIGGER audit_stands BEFORE UPDATE ON audit
BEGIN SELECT RAISE (ABORT, 'the audit is only ever added to'); END;
CREATE TRIGGER audit_stays BEFORE DELETE ON audit
BEGIN SELECT RAISE (ABORT, 'the audit is only ever added to'); END;

-- Counts every change of who may have what, and of which editions that is about.
CREATE TABLE access_revision (n INTEGER NOT NULL) STRICT;
INSERT INTO access_revision VALUES (0);
CREATE TRIGGER access_changed AFTER INSERT ON access_change
BEGIN UPDATE access_revision SET n = n + 1; END;
CREATE TRIGGER agreement_made AFTER INSERT ON agreement
BEGIN UPDATE access_revision SET n = n + 1; END;
CREATE TRIGGER agreement_revoked AFTER UPDATE ON agreement
BEGIN UPDATE access_revision SET n = n + 1; END;
CREATE TRIGGER organisation_gained AFTER INSERT ON organisation_publisher
BEGIN UPDATE access_revision SET n = n + 1; END;
CREATE TRIGGER organisation_moved AFTER UPDATE ON organisation_publisher
BEGIN UPDATE access_revision SET n = n + 1; END;
CREATE TRIGGER organisation_lost AFTER DELETE ON organisation_publisher
BEGIN UPDATE access_revision SET n = n + 1; END;
CREATE TRIGGER edition_came AFTER INSERT ON edition
  WHEN (SELECT access FROM dataset WHERE id = NEW.dataset) <> 'open'
BEGIN UPDATE access_revision SET n = n + 1; END;
CREATE TRIGGER edition_moved AFTER UPDATE OF layer_id ON edition
  WHEN instr(OLD.layer_id, '.only-') > 0 OR instr(NEW.layer_id, '.only-') > 0
BEGIN UPDATE access_revision SET n = n + 1; END;
