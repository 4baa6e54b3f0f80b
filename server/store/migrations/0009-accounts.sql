-- People and programs: who they are, how they prove it, where they belong. No secret stands here, only its hash.

CREATE TABLE organisation (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  made_at TEXT NOT NULL
) STRICT;

-- A publisher belongs to one organisation.
CREATE TABLE organisation_publisher (
  publisher TEXT PRIMARY KEY,
  organisation TEXT NOT NULL REFERENCES organisation (id)
) STRICT;

CREATE TABLE account (
  id TEXT PRIMARY KEY, -- made here: 24 lower-case letters and digits
  email TEXT NOT NULL UNIQUE, -- lower case
  name TEXT NOT NULL,
  is_administrator INTEGER NOT NULL,
  password TEXT, -- scrypt with its figures; none: comes by single sign-on
  made_at TEXT NOT NULL,
  closed_at TEXT
) STRICT;

-- Who an account is for a provider of single sign-on.
CREATE TABLE identity (
  issuer TEXT NOT NULL,
  subject TEXT NOT NULL,
  account TEXT NOT NULL REFERENCES account (id),
  PRIMARY KEY (issuer, subject)
) STRICT, WITHOUT ROWID;

CREATE TABLE membership (
  account TEXT NOT NULL REFERENCES account (id),
  organisation TEXT NOT NULL REFERENCES organisation (id),
  role TEXT NOT NULL CHECK (role IN ('owner', 'publisher', 'viewer')),
  PRIMARY KEY (account, organisation)
) STRICT, WITHOUT ROWID;
CREATE INDEX membership_of_organisation ON membership (organisation);

CREATE TABLE session (
  hash TEXT PRIMARY KEY, -- SHA-256 of what the cookie holds
  account TEXT NOT NULL REFERENCES account (id),
  begun_at TEXT NOT NULL,
  seen_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX session_of_account ON session (account);

CREATE TABLE invitation (
  hash TEXT PRIMARY KEY, -- SHA-256 of what the link holds
  id TEXT NOT NULL UNIQUE, -- names it on pages
  kind TEXT NOT NULL CHECK (kind IN ('first', 'join', 'reset')),
  email TEXT, -- none for the first administrator, who says it
  organisation TEXT REFERENCES organisation (id),
  role TEXT CHECK (role IN ('owner', 'publisher', 'viewer')),
  is_administrator INTEGER NOT NULL,
  invited_by TEXT NOT NULL, -- name, for people to read
  made_at TEXT NOT NULL,
  expires_at TEXT NOT NULL,
  used_at TEXT
) STRICT;

CREATE TABLE api_token (
  id TEXT PRIMARY KEY,
  hash TEXT NOT NULL UNIQUE,
  account TEXT NOT NULL REFERENCES account (id),
  name TEXT NOT NULL,
  scopes TEXT NOT NULL, -- parted by spaces
  purpose TEXT,
  made_at TEXT NOT NULL,
  expires_at TEXT NOT NULL,
  last_used_at TEXT
) STRICT;
CREATE INDEX api_token_of_account ON api_token (account);

-- Sign-ins that failed, by hashes of the account asked for and the address it was asked from.
CREATE TABLE failed_attempt (
  key TEXT NOT NULL,
  at TEXT NOT NULL
) STRICT;
CREATE INDEX failed_attempt_of_key ON failed_attempt (key, at);
CREATE INDEX failed_attempt_at ON failed_attempt (at);

-- Single sign-ons under way, by the hash of a cookie; each is good once.
CREATE TABLE sign_on (
  hash TEXT PRIMARY KEY,
  state TEXT NOT NULL,
  nonce TEXT NOT NULL,
  verifier TEXT NOT NULL,
  back TEXT NOT NULL, -- path of ours to return to
  made_at TEXT NOT NULL
) STRICT;
